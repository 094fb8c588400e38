#!/usr/bin/env bash
# Fills the current folder with libsodium for Windows (x86-64, static), made by mingw-w64 from Debian's source. It is
# compiled as by libsodium's own project for Windows, without the parts in assembler: that takes no configure.
set -euo pipefail
here=$PWD
"$(dirname "$0")/../../tools/debian-source" libsodium
mkdir source objects
tar -xf libsodium_*.orig.tar.* -C source --strip-components=1
cd source/src/libsodium
cp ../../builds/msvc/version.h include/sodium/
# shellcheck disable=SC2016 # the inner shell expands it
find . -name '*.c' -printf '%P\n' | xargs -P2 -I{} sh -c 'x86_64-w64-mingw32-gcc -O2 -w -DCONFIGURED=1 -DSODIUM_STATIC \
  -DNATIVE_LITTLE_ENDIAN=1 -DHAVE_TI_MODE=1 -Iinclude -Iinclude/sodium -c "$1" -o "$2/objects/$(echo "$1" | tr / -).o"' sh {} "$here"
x86_64-w64-mingw32-ar rcs "$here/libsodium.a" "$here"/objects/*.o
cp -a include "$here/"
cd "$here"
rm -rf source objects libsodium_*
