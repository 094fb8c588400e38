#!/usr/bin/env bash
# install.sh OUT: installs the Composer packages of the compared clients, each into OUT/NAME, with its version in OUT/NAME/version. Names those
# that it could not install. BENCH_SDKS: a folder with the sources of keap/keap-sdk in keap-sdk and of infusionsoft/php-sdk in php-sdk, for
# registries that lack them.
set -euo pipefail
out=$1
skeleton=$(cd "$(dirname "$0")/../tests/laravel/skeleton" && pwd)
export COMPOSER_ALLOW_SUPERUSER=1

get() { # NAME PACKAGE CONSTRAINT MORE_OF_COMPOSER_JSON [OPTION OF COMPOSER]
  local more=${4:+, $4} source=${BENCH_SDKS:-}/$1
  [ ! -d "$source" ] || more+=", \"repositories\": [{\"type\": \"path\", \"url\": \"$source\"}]"
  mkdir -p "$out/$1"
  echo "{\"require\": {\"$2\": \"$3\"}, \"config\": {\"allow-plugins\": false}, \"prefer-stable\": true $more}" >"$out/$1/composer.json"
  if timeout 120 composer install --working-dir="$out/$1" --no-interaction --no-progress --optimize-autoloader "${@:5}" >"$out/$1/log" 2>&1 </dev/null; then
    composer show --working-dir="$out/$1" "$2" 2>/dev/null | sed -nE 's/^versions *: \* v?//p' >"$out/$1/version"
  else
    echo "not measured: $2: Composer could not install it" >&2
  fi
}
get guzzle guzzlehttp/guzzle '^7' ''
# Packages that the bench does not use, such as the older SDK's XML-RPC, are left out: not every registry has them. tests/laravel does the same.
mkdir -p "$out/laravel"
cp "$skeleton/stand-ins.php" "$out/laravel/"
get laravel laravel/framework '^11.56 || ^12.68' '"autoload": {"files": ["stand-ins.php"]},
  "replace": {"fruitcake/php-cors": "*", "league/config": "*", "symfony/clock": "*", "symfony/polyfill-php85": "*"}'
# The package requires PHP 8.3, but it runs on 8.2.
get keap-sdk keap/keap-sdk '^2@dev' '' --ignore-platform-req=php
get php-sdk infusionsoft/php-sdk '^1.6@dev' '"replace": {"lstrojny/fxmlrpc": "*", "php-http/guzzle7-adapter": "*", "php-http/message": "*"}'
