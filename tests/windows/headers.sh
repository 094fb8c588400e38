#!/usr/bin/env bash
# Fills the current folder with PHP's headers as PHP's build on Windows has them.
# They are those of the source of Debian's PHP. Usage: headers.sh PHP-VERSION
# php8.2-dev has neither win32/ nor the Windows parts of TSRM/.
set -euo pipefail
here=$PWD
version=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
"$(dirname "$0")/../../tools/debian-source" "php$version"
mkdir source
tar -xf "php${version}_"*.orig.tar.* -C source --strip-components=1 --wildcards '*.h' '*/config.w32.h.in'
cd source
# What PHP's configure.js makes of its template. The choice of a build is in the flags of the compiler.
{
  sed 's,@PREFIX@,C:\\\\php,g' win32/build/config.w32.h.in
  printf '#define %s\n' 'HAVE_BUNDLED_PCRE 1' 'PCRE2_CODE_UNIT_WIDTH 8'
} >main/config.w32.h
cp -a Zend main TSRM win32 ext "$here"
