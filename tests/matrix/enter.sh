#!/usr/bin/env bash
# Runs a command in another system: in its own mount and PID namespace, as root, with a copy of the checkout at the same path.
# Nothing is written into the system, and no process or mount is left.
# Usage: enter.sh SYSTEM BUILDS COMMAND [ARGUMENT]...   SYSTEM: a folder with a whole system; BUILDS: a folder for tools/cached.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd -P)
export root system=$1 builds=$2

# /tmp is a folder of the real disk: the tests need a file system that is like a server's.
scratch=$(mktemp -d)
export scratch
trap 'rm -rf "$scratch"' EXIT
chmod 1777 "$scratch"
mkdir -p "$builds"

# shellcheck disable=SC2016 # the inner shell expands the variables
unshare --mount --pid --fork --kill-child bash -euo pipefail -c '
  # What is mounted here is gone when the last process in the namespace ends.
  layers=$(mktemp -d -p "$scratch")
  mount -t tmpfs -o size=1g,mode=755 tmpfs "$layers"
  mkdir "$layers"/{upper,work,top}
  mount -t overlay -o "lowerdir=$system,upperdir=$layers/upper,workdir=$layers/work" overlay "$layers/top"
  cd "$layers/top"
  mkdir -p .old var/cache/infusionsoft
  [ -e etc/hosts ] || printf "127.0.0.1 localhost\n::1 localhost\n" >etc/hosts
  mount --rbind /dev dev
  mount -t proc proc proc
  mount --rbind /sys sys
  mount --bind "$builds" var/cache/infusionsoft
  mkdir "$scratch/tmp"
  chmod 1777 "$scratch/tmp"
  mount --bind "$scratch/tmp" tmp
  mkdir -p "./$root" # after the mounts: the checkout may be in /tmp
  (cd "$root" && tools/files | tar -cf - -T -) | tar -xf - -C "./$root"
  # The new root is a mount of its own, so commands in it may make namespaces and mounts too.
  pivot_root . .old
  cd /
  umount -l .old
  cd "$root"
  exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root XDG_CACHE_HOME=/var/cache LC_ALL=C.UTF-8 "$@"
' enter "${@:3}"
