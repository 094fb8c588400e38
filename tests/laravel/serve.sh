#!/usr/bin/env bash
# Serves the example application until Ctrl-C, with the stand-in as Keap. Usage: INFUSIONSOFT_SO=…/infusionsoft.so tests/laravel/serve.sh
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

"$here/install.sh"
exec php "$here/serve.php" "${INFUSIONSOFT_SO:?the path of infusionsoft.so}"
