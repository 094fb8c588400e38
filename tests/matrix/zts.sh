#!/usr/bin/env bash
# Fills the current folder with a thread-safe debug build of the PHP of this Debian. Usage: zts.sh FOLDER
# FOLDER is the name that the current folder gets when it is complete. The PHP works only there.
set -euo pipefail
prefix=$1 here=$PWD
version=$(php -n -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;')
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# The sources come from a list of this script's own. The lists of the machine stay as they are.
cd "$scratch"
mkdir -p lists/partial parts
chmod 755 . # apt fetches as the user _apt
chmod -R a+rwX lists
# shellcheck disable=SC2016 # apt-get expands it
mirror=$(apt-get indextargets --format '$(SITE)' 2>/dev/null | grep -m 1 -E '/debian/?$' || echo http://deb.debian.org/debian)
echo "deb-src $mirror $(sed -n "s/^VERSION_CODENAME=//p" /etc/os-release) main" >sources.list
own=(-o "Dir::Etc::sourcelist=$scratch/sources.list" -o "Dir::Etc::sourceparts=$scratch/parts" -o "Dir::State::lists=$scratch/lists")
apt-get -q "${own[@]}" update
apt-get -q "${own[@]}" source --download-only "php$version"

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
