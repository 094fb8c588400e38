#!/usr/bin/env bash
# Fills the current folder with a Debian of another version that has PHP. Usage: debian.sh SUITE PHP_VERSION [EXTENSION]...
# EXTENSION: of PHP, which has a package of its own.
# 8.5 comes from Debian's suite experimental.
set -euo pipefail
suite=$1 version=$2
shift 2

# The extensions curl and opcache, and what the tests use besides.
php=("${@/#/php$version-}" "php$version-cli" "php$version-curl" "php$version-dev" "php$version-fpm")
others=(bindfs btrfs-progs ca-certificates e2fsprogs gcc iproute2 libc6-dev libcurl4-openssl-dev libhiredis-dev libsodium-dev make nodejs openssl pkg-config procps redis-server strace)

if [ "$version" != 8.5 ]; then
  "$(dirname "$0")/../../tools/minimal-debian" "$suite" "${php[@]}" "php$version-opcache" "${others[@]}"
  exit
fi
mirror=$("$(dirname "$0")/../../tools/minimal-debian" "$suite" "${others[@]}")
echo "deb $mirror experimental main" >etc/apt/sources.list.d/experimental.list
# The php-common of experimental does not fit its php8.5-common.
cat >etc/apt/preferences.d/php <<'PREFERENCES'
Package: php-common
Pin: release a=experimental
Pin-Priority: -1

Package: php8.5*
Pin: release a=experimental
Pin-Priority: 990
PREFERENCES
chroot . apt-get -q -o Acquire::Check-Valid-Until=false update
# Opcache is part of PHP 8.5.
DEBIAN_FRONTEND=noninteractive chroot . apt-get -q -y --no-install-recommends install "${php[@]}"
rm -rf var/lib/apt/lists/* var/cache/apt/archives/*.deb
