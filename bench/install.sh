#!/usr/bin/env bash
# install.sh OUT: the Composer packages that are measured beside the extension, each into OUT/NAME. Says which it could not get.
set -euo pipefail
out=$1
crutches=$(cd "$(dirname "$0")/../tests/laravel/crutches" && pwd)
export COMPOSER_ALLOW_SUPERUSER=1

get() { # NAME PACKAGE CONSTRAINT [MORE OF COMPOSER.JSON]
  mkdir -p "$out/$1"
  echo "{\"require\": {\"$2\": \"$3\"}, \"config\": {\"allow-plugins\": false} ${4:+, $4}}" >"$out/$1/composer.json"
  timeout 120 composer install --working-dir="$out/$1" --no-interaction --no-progress --optimize-autoloader >"$out/$1/log" 2>&1 </dev/null && return
  echo "not measured: $2: Composer could not get it" >&2
  rm -rf "${out:?}/$1/vendor"
  return 1
}
get guzzle guzzlehttp/guzzle '^7' || true
# What Laravel's client has no use for, not every registry has: left out, as tests/laravel does it.
mkdir -p "$out/laravel"
cp "$crutches/stand-ins.php" "$out/laravel/"
get laravel laravel/framework '^11.56 || ^12.68' '"autoload": {"files": ["stand-ins.php"]},
  "replace": {"fruitcake/php-cors": "*", "league/config": "*", "symfony/clock": "*", "symfony/polyfill-php85": "*"}' || true
# No registry at hand had these when the clients were written.
for package in keap/keap-sdk infusionsoft/php-sdk; do
  ! get "${package#*/}" "$package" '*' || echo "not measured: $package: it has no file in bench/clients yet" >&2
done
