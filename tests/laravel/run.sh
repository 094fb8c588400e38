#!/usr/bin/env bash
# Tests the example application as users run it. Usage: INFUSIONSOFT_SO=…/infusionsoft.so tests/laravel/run.sh
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

"$here/install.sh"
exec php "$here/run.php" "${INFUSIONSOFT_SO:?the path of infusionsoft.so}"
