#!/usr/bin/env bash
# Fills the current folder with a Debian of another version that has PHP. Usage: debian.sh SUITE PHP_VERSION
# 8.5 comes from Debian's suite experimental.
set -euo pipefail
suite=$1 version=$2

# shellcheck disable=SC2016 # apt-get expands it
mirror=$(apt-get indextargets --format '$(SITE)' 2>/dev/null | grep -m 1 -E '/debian/?$' || echo http://deb.debian.org/debian)
php=("php$version-cli" "php$version-dev" "php$version-fpm")
[ "$version" = 8.5 ] || php+=("php$version-opcache") # from 8.5 on, opcache is part of PHP
others=(ca-certificates gcc libc6-dev libcurl4-openssl-dev libsodium-dev make nodejs openssl pkg-config procps strace)

include=$(printf '%s,' "${php[@]}" "${others[@]}")
[ "$version" != 8.5 ] || include=$(printf '%s,' "${others[@]}")
debootstrap --variant=minbase --include="${include%,}" "$suite" . "$mirror"

if [ "$version" = 8.5 ]; then
  echo "deb $mirror experimental main" >etc/apt/sources.list.d/experimental.list
  # The php-common of experimental does not fit its php8.5-common.
  cat >etc/apt/preferences.d/php <<PREFERENCES
Package: php-common
Pin: release a=experimental
Pin-Priority: -1

Package: php8.5*
Pin: release a=experimental
Pin-Priority: 990
PREFERENCES
  chroot . apt-get -q -o Acquire::Check-Valid-Until=false update
  DEBIAN_FRONTEND=noninteractive chroot . apt-get -q -y --no-install-recommends install "${php[@]}"
fi
chroot . apt-get clean
rm -rf var/lib/apt/lists/*
