#!/bin/sh
# build.sh OUT: compiles the model of the protocol to OUT/model. CXX and CXXFLAGS may be set.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck disable=SC2086
${CXX:-g++} -std=c++17 ${CXXFLAGS--O2} -Wall -Wextra -Werror -o "$1/model" "$here"/*.cpp
