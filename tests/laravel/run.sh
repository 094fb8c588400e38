#!/usr/bin/env bash
# Tests the example application with nginx, PHP-FPM, a queue worker and artisan.
# Usage: INFUSIONSOFT_SO=FOLDER/infusionsoft.so tests/laravel/run.sh
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

"$here/install.sh"
exec php "$here/run.php" "${INFUSIONSOFT_SO:?the path of infusionsoft.so}"
