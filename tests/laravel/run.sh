#!/usr/bin/env bash
# Tests the example application with nginx, PHP-FPM, a queue worker and artisan.
# Usage: INFUSIONSOFT_SO=FOLDER/infusionsoft.so tests/laravel/run.sh [SCREENSHOTS]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

"$here/install.sh"
PAGES_TOOLS=$("$here/../pages/install.sh")
export PAGES_TOOLS
exec php "$here/run.php" "${INFUSIONSOFT_SO:?the path of infusionsoft.so}" "$@"
