#!/usr/bin/env bash
# Fills the current folder with what the image debian:bookworm-slim has: a minimal Debian 12 in which packages start no service.
set -euo pipefail
"$(dirname "$0")/../../tools/minimal-debian" bookworm
