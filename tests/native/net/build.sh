#!/bin/sh
# build.sh OUT: the tests of ext/net, without PHP and under sanitizers, into OUT/*.test. EXTRA_CFLAGS may be set:
# EXTRA_CFLAGS=-DISOFT_WITHOUT_PREREQ tests the code for libcurl before 7.80 with any libcurl.
set -eu

out=$1
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
flags="-g -O1 -std=gnu11 -fsanitize=address,undefined -fno-sanitize-recover=undefined -Wall -Wextra -Werror -DISOFT_ASSERTS=1 -I$root/ext ${EXTRA_CFLAGS:-}"
libraries=$(pkg-config --cflags --libs libcurl libsodium)

sources=
for name in net/transport net/reply net/multi net/flight net/flight_list net/http2_text net/wear net/transfer net/body_budget net/send_guard net/connection net/trust net/sockets net/url_rules net/reply_head net/reply_headers \
	net/limit_headers net/limit_snapshot net/pacing net/lease net/retry support/buffer support/clock support/fork; do
	sources="$sources $root/ext/$name.c"
done

mkdir -p "$out/objects"
# shellcheck disable=SC2086
(cd "$out/objects" && ${CC:-gcc} $flags -c $sources "$here/peer.c" "$here/tls_peer.c" "$here/calls.c" $libraries)
for name in http2_text send_guard wear refused limit_headers limit_snapshot pacing lease retry reply_head url_rules kept multi resend broken rules fork tls; do
	# shellcheck disable=SC2086
	${CC:-gcc} $flags -DKEAP_TLS="\"$root/tests/keap/tls\"" -DHERE="\"$here\"" \
		-o "$out/$name.test" "$here/$name.c" "$out"/objects/*.o $libraries
done
