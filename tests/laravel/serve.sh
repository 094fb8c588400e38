#!/usr/bin/env bash
# Serves the example application until Ctrl-C. The stand-in is Keap.
# Usage: INFUSIONSOFT_SO=FOLDER/infusionsoft.so tests/laravel/serve.sh
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# Without this, Bash goes on when it gets SIGINT and the command that it waits for does not.
trap 'exit 130' INT

"$here/install.sh"
exec php "$here/serve.php" "${INFUSIONSOFT_SO:?the path of infusionsoft.so}"
