# Shared by the service scripts; sourced, not run. Needs NAME (what speaks) and STATE (its folder) to be set.
# Exit codes: 0 done, 1 our fault, 2 wrong use, 75 the package source could not deliver (a test run may excuse that, nothing else).

STATE_ROOT=${COPILOT_TEST_STATE:-/var/tmp/distribution-copilot-tests} # readable by other users: servers run as theirs
STARTED=$SECONDS

say() { printf '[%s %4ds] %s\n' "$NAME" $((SECONDS - STARTED)) "$*" >&2; }
fail() { printf '%s: FAILED: %s\n' "$NAME" "$*" >&2; exit 1; }
undelivered() { printf '%s: NOT DELIVERED by the package source after 3 tries: %s\n' "$NAME" "$*" >&2; exit 75; }

# three_tries WHAT LOG COMMAND...: what comes over the network may fail twice
three_tries() {
  local what=$1 log=$2 try; shift 2
  for try in 1 2 3; do
    if "$@" >>"$log" 2>&1; then return 0; fi
    say "$what: try $try failed, see $log"
    if [ "$try" != 3 ]; then sleep $((try * 5)); fi
  done
  undelivered "$what: $(grep -E '^(E|W):|rror' "$log" | tail -n 2 | tr '\n' ' ')"
}

# one run at a time for each service
lock() { mkdir -p "$STATE"; exec 9>"$STATE/lock"; flock -w 1200 9 || fail "another run holds $STATE/lock"; }

port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
free_port() { local p=$1; while port_taken "$p"; do p=$((p + 1)); done; echo "$p"; }

# the Debian mirror this machine's own package manager uses
debian_mirror() {
  local m
  m=$(apt-get indextargets --format '$(SITE) $(RELEASE)' 'Identifier: Packages' | awk '$2 ~ /^(bullseye|bookworm|trixie|forky|sid|oldstable|stable|testing|unstable)$/ && !m {m = $1} END {print m}')
  echo "${m%/}"
}
need_mirror() {
  MIRROR=${COPILOT_TEST_DEBIAN_MIRROR:-$(debian_mirror)}
  if [ -z "$MIRROR" ]; then three_tries "package lists" "$STATE/apt-host.log" apt-get update -qq; MIRROR=$(debian_mirror); fi
  [ -n "$MIRROR" ] || undelivered "no Debian mirror is configured (set COPILOT_TEST_DEBIAN_MIRROR)"
}
need_root() { [ "$(id -u)" = 0 ] || fail "run as root: $1"; }
