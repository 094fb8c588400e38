#!/usr/bin/env bash
# Checks the protocol by which several machines share a grant: builds its model, and explores what the file `checks` lists.
#
#     tests/protocol/run.sh [--long]
#
# Without an argument: the quick checks, in about half a minute on one idle core. --long: all checks, in about
# six minutes and with less than 2 GB.
# The last line is the sum: "N passed, N failed, N skipped".
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

case ${1:-} in
  '') wanted='quick' seconds=120 ;;
  --long) wanted='quick|long' seconds=900 ;;
  *) echo "usage: $0 [--long]" >&2; exit 2 ;;
esac

"$here/../../tools/needs" g++=g++
out=$(mktemp -d "${TMPDIR:-/tmp}/protocol.XXXXXX")
trap 'rm -rf "$out"' EXIT
trap 'exit 130' INT TERM HUP

passed=0 failed=0

ok() { # NAME
  echo "ok - $1"
  passed=$((passed + 1))
}

not_ok() { # NAME REPORT
  echo "not ok - $1"
  sed 's/^/    /' <<<"$2"
  failed=$((failed + 1))
}

# Runs the model. Leaves its report in $report and its exit status in $status: 0 means explored to the end, no violation.
explore() { # WORD...
  status=0
  report=$(timeout -k 5 "$seconds" "$out/model" "$@" 2>&1) || status=$?
}

check_none() { # WORDS
  # shellcheck disable=SC2086
  explore $1
  if [ "$status" -eq 0 ]; then
    ok "$1: no violation in ${report%% states*} states"
  else
    not_ok "$1: explored to the end without a violation (exit status $status)" "$report"
  fi
}

# No violation, but the stated exception of a forced refresh does occur.
check_forced() { # WORDS
  local lost
  # shellcheck disable=SC2086
  explore $1
  lost=$(sed -nE 's/.*, to a force ([0-9]+);.*/\1/p' <<<"$report")
  if [ "$status" -eq 0 ] && [ "${lost:-0}" -gt 0 ]; then
    ok "$1: no violation in ${report%% states*} states, but a force can lose the grant"
  else
    not_ok "$1: no violation, and a grant lost to a force (exit status $status)" "$report"
  fi
}

# Without the rule there is this violation, and with it there is none at the same size.
check_rule() { # KIND WORDS
  local rule sentence steps with
  rule=$(sed -nE 's/.*off=([a-z-]+).*/\1/p' <<<"$2")
  sentence=$(sed -n "s/^$rule	//p" "$out/rules")
  # shellcheck disable=SC2086
  explore $2
  steps=$(sed -nE "s/.* $1: [0-9]+ states, after ([0-9]+) steps;.*/\1/p" <<<"$report")
  if [ "$status" -ne 1 ] || [ -z "$steps" ]; then
    not_ok "$1 is found without the rule $rule: $2 (exit status $status)" "$report"
    return
  fi
  with=${2//off=$rule/}
  # shellcheck disable=SC2086
  explore $with
  if [ "$status" -eq 0 ]; then
    ok "the rule $rule is needed ($sentence): $1 after $steps steps"
  else
    not_ok "$with: no violation with the rule $rule (exit status $status)" "$report"
  fi
}

sh "$here/build.sh" "$out"
"$out/model" rules >"$out/rules"

while IFS='|' read -r when expected words; do
  when=${when// /} expected=${expected// /} words=$(xargs <<<"$words")
  [[ $when =~ ^($wanted)$ ]] || continue
  case $expected in
    none) check_none "$words" ;;
    forced) check_forced "$words" ;;
    *) check_rule "$expected" "$words" ;;
  esac
done < <(grep -v '^#' "$here/checks" | grep -F '|')

unchecked=$(cut -f1 "$out/rules" | while read -r rule; do grep -qE "off=$rule( |\$)" "$here/checks" || echo "$rule"; done)
if [ -z "$unchecked" ]; then
  ok 'each rule has a check'
else
  not_ok 'each rule has a check' "$unchecked"
fi

echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" -eq 0 ]
