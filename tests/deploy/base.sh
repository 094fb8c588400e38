#!/usr/bin/env bash
# Fills the current folder with what the image debian:bookworm-slim has: a minimal Debian 12 in which packages start no service.
set -euo pipefail

# shellcheck disable=SC2016 # apt-get expands it
mirror=$(apt-get indextargets --format '$(SITE)' 2>/dev/null | grep -m 1 -E '/debian/?$' || echo http://deb.debian.org/debian)
debootstrap --variant=minbase bookworm . "$mirror"
printf '#!/bin/sh\nexit 101\n' >usr/sbin/policy-rc.d
chmod +x usr/sbin/policy-rc.d
echo force-unsafe-io >etc/dpkg/dpkg.cfg.d/docker-apt-speedup
rm -rf var/lib/apt/lists/* var/cache/apt/archives/*.deb
