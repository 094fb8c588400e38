#!/usr/bin/env bash
# Installs what tests of pages need, where it is missing, and prints the folder of playwright-core and axe-core: PAGES_TOOLS.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)

"$root/tools/needs" node=nodejs npm=npm chromium=chromium
exec "$root/tools/cached" pages-axe-core@4 npm install --no-audit --no-fund --ignore-scripts axe-core@4.10.2 playwright-core@1.48.2
