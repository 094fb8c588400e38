#!/usr/bin/env bash
# Builds the site of docs/ into FOLDER. Usage: tests/docs/build.sh FOLDER
# VitePress is installed outside of the checkout; the pages are built from a copy, where it finds itself.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
out=$(realpath -m "${1:?name a folder for the site}")
"$root/tools/needs" node=nodejs npm=npm php=php-cli
tools=$("$root/tools/cached" vitepress@1.6.4 npm install --no-audit --no-fund --ignore-scripts vitepress@1.6.4 playwright-core@1.48.2)
source=$(mktemp -d)
trap 'rm -rf "$source"' EXIT
cp -R "$root/docs" "$root/composer.json" "$source/"
"${PHP:-php}" -n "$root/tools/operation-pages" "$source/docs/operation"
ln -s "$tools/node_modules" "$source/node_modules"
cd "$source"
DOCS_OUT=$out DOCS_CACHE=$source/cache node_modules/.bin/vitepress build docs
