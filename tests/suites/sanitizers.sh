# To be sourced. Makes $tools/php, which runs PHP with AddressSanitizer and UBSan preloaded, and exports their options.
# Needs $root.
# shellcheck shell=bash

"$root/tools/needs" gcc=gcc
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
gcc -shared -fPIC -O1 -o "$tools/shim.so" "$root/tests/suites/sanitize.c"

# PHP takes PHP_BINARY from argv[0]. So each PHP that a test starts runs through this script too.
cat >"$tools/php" <<WRAPPER
#!/bin/bash
export LD_PRELOAD=$tools/shim.so:$(gcc -print-file-name=libasan.so)
exec -a "$tools/php" "$(command -v "${PHP:-php}")" "\$@"
WRAPPER
chmod 755 "$tools" "$tools/php"

export USE_ZEND_ALLOC=0 ZEND_DONT_UNLOAD_MODULES=1
export ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=1:abort_on_error=0 UBSAN_OPTIONS=print_stacktrace=1
