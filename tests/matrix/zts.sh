#!/usr/bin/env bash
# Fills the current folder with a thread-safe debug build of the PHP of this Debian. Usage: zts.sh FOLDER
# FOLDER is the name that the current folder gets when it is complete. The PHP works only there.
set -euo pipefail
prefix=$1 here=$PWD
root=$(cd "$(dirname "$0")/../.." && pwd -P)
version=$(php -n -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;')
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

cd "$scratch"
"$root/tools/debian-source" "php$version"

# What Debian changes is left out: its phpize looks for files at places that only its packages have.
mkdir source
tar -xf "php${version}_"*.orig.tar.xz -C source --strip-components=1
cd source
./configure --prefix="$prefix" --disable-all --enable-debug --enable-zts \
  --enable-cli --enable-embed=shared --disable-cgi --disable-phpdbg \
  --enable-ctype --enable-filter --enable-pcntl --enable-posix --enable-session --enable-sockets --enable-tokenizer \
  --with-openssl --with-sodium --with-zlib
make -j2
make install INSTALL_ROOT="$scratch/root"
# The copies in libs and modules have debug symbols; nothing is stripped.
cp -a "$scratch/root$prefix/." "$here"
