#!/usr/bin/env bash
# Everything that is tested, in one go; the last line is "N passed, N failed, N skipped", and any failure ends in exit code 1.
#
#   tests/run.sh
#
# As root on Debian it installs what is missing and brings up PostgreSQL, Odoo 14 and Odoo 19 while the solution builds; without
# root the tests that need them are skipped, with the reason. Settings:
#   COPILOT_TEST_SERVICES     which to bring up (default "postgres odoo14 odoo19"; empty for none)
#   COPILOT_TEST_ODOO14_URL, COPILOT_TEST_ODOO19_URL, COPILOT_TEST_POSTGRES_URL   already there: used as they are
#   COPILOT_TEST_STATE        where services live between runs (default /var/tmp/distribution-copilot-tests)
#   COPILOT_TEST_KEEP=1       leave services running
set -u
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ROOT=$(dirname "$HERE")
WORK=$(mktemp -d)
PASSED=0 FAILED=0 SKIPPED=0
CONFIGURATION=Debug
declare -A PIDS=()
STARTED_SERVICES=()
. "$HERE/count-results.sh"
cd "$ROOT" || exit 1
mkdir "$WORK/tmp" # what tests and the programs they start leave in the temporary folder goes with them
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

step() { printf '\n=== %s (after %d s)\n' "$*" "$SECONDS"; }
add() { PASSED=$((PASSED + $1)); FAILED=$((FAILED + $2)); SKIPPED=$((SKIPPED + $3)); printf '    %d passed, %d failed, %d skipped\n' "$1" "$2" "$3"; }
fault() { FAILED=$((FAILED + 1)); printf 'FAILED    %s\n' "$*" >>"$WORK/told"; } # one failure that is no test's, named at the end too
three_times() { "$@" || { sleep 5; "$@"; } || { sleep 15; "$@"; }; } # what comes over the network may fail twice
service_script() { case $1 in odoo14) echo "odoo.sh $2 14" ;; odoo19) echo "odoo.sh $2 19" ;; postgres) echo "postgres.sh $2" ;; esac; }
service() { # service NAME COMMAND
  local words
  read -ra words <<<"$(service_script "$1" "$2")"
  bash "$HERE/services/${words[0]}" "${words[@]:1}"
}
finish() {
  trap - EXIT
  local name
  for name in "${!PIDS[@]}"; do kill "${PIDS[$name]}" 2>/dev/null && wait "${PIDS[$name]}" 2>/dev/null; done
  if [ "${COPILOT_TEST_KEEP:-}" != 1 ]; then
    for name in ${STARTED_SERVICES[@]+"${STARTED_SERVICES[@]}"}; do service "$name" stop >/dev/null 2>&1 || echo "$name did not stop"; done
  fi
  if [ -s "$WORK/told" ]; then echo; head -n 60 "$WORK/told"; fi
  rm -rf "$WORK"
  echo
  echo "$PASSED passed, $FAILED failed, $SKIPPED skipped"
  [ "$FAILED" -eq 0 ] && [ "$PASSED" -gt 0 ]
  exit $?
}
trap finish EXIT
trap 'FAILED=$((FAILED + 1)); echo "interrupted" >&2; exit 130' INT TERM

# ---- what has to be installed ---------------------------------------------------------------------------------------------
is_debian_root() { [ "$(id -u)" = 0 ] && [ -e /etc/debian_version ] && command -v apt-get >/dev/null; }
missing_packages() { # name of package and the program or file that shows it is there
  local pair
  for pair in chromium:chromium fonts-dejavu-core:/usr/share/fonts/truetype/dejavu poppler-utils:pdftotext tesseract-ocr:tesseract util-linux:prlimit curl:curl \
    debootstrap:debootstrap postgresql:/usr/lib/postgresql postgresql-server-dev-all:pg_config gcc:gcc make:make libc6-dev:/usr/include/stdio.h nodejs:node npm:npm; do
    case ${pair#*:} in /*) [ -e "${pair#*:}" ] || echo "${pair%%:*}" ;; *) command -v "${pair#*:}" >/dev/null || echo "${pair%%:*}" ;; esac
  done
  for pair in $LANGUAGES; do has_language "$pair" || echo "tesseract-ocr-$pair"; done
}
LANGUAGES="deu fra spa ita nld"
has_language() { compgen -G "/usr/share/tesseract-ocr/*/tessdata/$1.traineddata" >/dev/null; }
deliverable() { # the packages the source has: one language it lacks must not keep the others away
  local name
  for name in "$@"; do case $name in tesseract-ocr-*) [ -n "$(apt-cache show "$name" 2>/dev/null)" ] && echo "$name" ;; *) echo "$name" ;; esac; done
}
install_packages() {
  local packages try
  packages=$(missing_packages)
  if [ -z "$packages" ]; then return; fi
  step "installing:" $packages
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
  for try in 1 2 3; do
    if apt-get -qq -o DPkg::Lock::Timeout=300 update >"$WORK/apt.log" 2>&1 &&
      DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 install --no-install-recommends $(deliverable $packages) >>"$WORK/apt.log" 2>&1; then return; fi
    sleep $((try * 5))
  done
  grep '^E:' "$WORK/apt.log" | tail -n 3
  echo "!!! THE PACKAGE SOURCE DID NOT DELIVER: $(missing_packages | tr '\n' ' ') !!!"
}
excuse_chromium() { # the browser tests are skipped, and say why, where nothing may be installed
  if command -v chromium >/dev/null || [ -n "${COPILOT_TEST_CHROMIUM_MISSING:-}" ]; then return; fi
  excuse chromium "not installed, and the package source did not deliver it or nothing may be installed here"
}
excuse_programs() { # the same for what reads documents
  local pair
  for pair in pdftotext pdftoppm tesseract prlimit; do
    command -v $pair >/dev/null || excuse $pair "not installed, and the package source did not deliver it or nothing may be installed here"
  done
  for pair in $LANGUAGES; do
    has_language $pair || excuse "tesseract_$pair" "the package source did not deliver tesseract-ocr-$pair, or nothing may be installed here"
  done
}
excuse() { # excuse SERVICE REASON: the tests of this service are skipped and say why
  export "COPILOT_TEST_${1^^}_MISSING=$2"
  echo "$1: not there: $2"
}

# ---- services, in parallel with the build ---------------------------------------------------------------------------------
start_services() {
  local name url
  for name in postgres odoo14 odoo19; do
    url=COPILOT_TEST_${name^^}_URL
    if [ -n "${!url:-}" ]; then continue; fi
    case " ${COPILOT_TEST_SERVICES-postgres odoo14 odoo19} " in *" $name "*) ;; *) excuse $name "left out by COPILOT_TEST_SERVICES"; continue ;; esac
    if ! is_debian_root; then excuse $name "bringing it up needs root on Debian"; continue; fi
    if ! service $name status >/dev/null 2>&1; then STARTED_SERVICES+=($name); fi
    service $name up >"$WORK/$name.out" 2>"$WORK/$name.err" &
    PIDS[$name]=$!
  done
}
await_services() {
  local name rc
  for name in "${!PIDS[@]}"; do
    wait "${PIDS[$name]}"; rc=$?
    unset "PIDS[$name]"
    # Its first try ran beside the build and thousands of tests; what it had built is still there for a second one.
    if [ $rc -ne 0 ] && [ $rc -ne 75 ]; then
      cat "$WORK/$name.err"; step "$name: again, with nothing beside it"
      service "$name" stop >/dev/null 2>&1
      service "$name" up >"$WORK/$name.out" 2>"$WORK/$name.err"; rc=$?
    fi
    tail -n 1 "$WORK/$name.err"
    case $rc in
      0) export "COPILOT_TEST_${name^^}_URL=$(tail -n 1 "$WORK/$name.out")" ;;
      75) excuse "$name" "$(tail -n 1 "$WORK/$name.err")"; echo "!!! $name COULD NOT BE DELIVERED BY THE PACKAGE SOURCE !!!" ;;
      *) cat "$WORK/$name.err"; fault "$name did not come up: $(tail -n 1 "$WORK/$name.err")"; excuse "$name" "its script failed, which is counted as a failure of its own" ;;
    esac
  done
}

# ---- the parts --------------------------------------------------------------------------------------------------------------
test_widget() {
  local rc
  [ -f src/widget/package.json ] || return 0
  step "widget"
  if ! command -v npm >/dev/null; then fault "widget: npm is not there"; return; fi
  (cd src/widget && three_times npm ci --no-audit --no-fund && npm run build) >"$WORK/widget.log" 2>&1 || { tail -n 30 "$WORK/widget.log"; fault "widget: it did not build"; return; }
  (cd src/widget && npm test -- --reporter=default --reporter=json --outputFile.json="$WORK/widget.json"); rc=$?
  add $(count_vitest "$WORK/widget.json" $rc)
}
test_project() { # test_project NAME
  local rc counted
  [ -f "tests/$1/$1.csproj" ] || return 0
  step "$1"
  run_tests "$1" "$WORK/results/$1"; rc=$?
  counted=$(count_trx "$WORK/results/$1" $rc)
  look_again "$1" $counted
}
run_tests() { # run_tests NAME FOLDER [FILTER]
  TMPDIR=$WORK/tmp dotnet test "tests/$1" --no-build -c $CONFIGURATION --logger trx --results-directory "$2" --blame-hang-timeout 10m ${3:+--filter "$3"}
}
# Thousands of tests side by side on two cores now and then starve one that waits for an event. A few failures are therefore run
# once more by themselves: what fails again has failed; what passes is counted as passed and named at the end as unsteady, to be
# mended. Many failures are no accident and get no second look.
look_again() { # look_again NAME PASSED FAILED SKIPPED
  local again="$WORK/again/$1" first="$WORK/results/$1" rc unsteady=0 name
  failed_tests "$first" >"$WORK/$1.failed"
  if [ "$3" -ge 1 ] && [ "$3" -le 5 ] && [ "$(wc -l <"$WORK/$1.failed")" -eq "$3" ]; then
    step "$1: $3 failed, run again by themselves"
    run_tests "$1" "$again" "$(filter_of <"$WORK/$1.failed")"; rc=$?
    read -r _ still _ < <(count_trx "$again" $rc)
    failed_tests "$again" >"$WORK/$1.still"
    # A run that broke off says nothing of the tests it did not reach: then all of them have failed.
    if [ "$still" -eq "$(wc -l <"$WORK/$1.still")" ]; then
      while IFS= read -r name; do
        cut -f 1 "$WORK/$1.still" | grep -qxF -- "${name%%$'\t'*}" && continue
        unsteady=$((unsteady + 1))
        printf 'UNSTEADY  %s\n' "$name" >>"$WORK/told"
      done <"$WORK/$1.failed"
      cp "$WORK/$1.still" "$WORK/$1.failed"
    fi
  fi
  while IFS= read -r name; do printf 'FAILED    %s\n' "$name" >>"$WORK/told"; done <"$WORK/$1.failed"
  add $(($2 + unsteady)) $(($3 - unsteady)) "$4"
}
# Two runs side by side: each mostly keeps one core busy, and together they would be a fifth of the whole time.
run_evals() {
  local voices rc
  [ -n "$(find evals -mindepth 1 -maxdepth 1 -type d ! -name Copilot.Evals 2>/dev/null)" ] || return 0
  step "evaluation"
  evaluate voices safety >"$WORK/voices.log" 2>&1 &
  voices=$!
  evaluate golden routing retrieval answers forecasting documents matching; rc=$?
  if wait "$voices" && [ $rc -eq 0 ]; then cat "$WORK/voices.log"; echo "    every gate holds"; else cat "$WORK/voices.log"; fault "evaluation: a gate fell short"; fi
}
evaluate() { # evaluate SUITE…
  TMPDIR=$WORK/tmp dotnet run --project src/Copilot.Host --no-build -c $CONFIGURATION -- eval "$@"
}

if ! bash "$HERE/test-count-results.sh" >"$WORK/counting.log"; then grep WRONG "$WORK/counting.log"; fault "the counting of results: $(grep WRONG "$WORK/counting.log" | head -n 1)"; fi
if is_debian_root; then install_packages; fi
excuse_chromium
excuse_programs
start_services
test_widget
step "build"
if three_times dotnet restore Copilot.sln && dotnet build Copilot.sln --no-restore -c $CONFIGURATION -p:UseSharedCompilation=true -nodeReuse:false -v minimal; then
  test_project Copilot.Tests
  test_project Copilot.ThoroughTests
  step "services"
  await_services
  test_project Copilot.IntegrationTests
  test_project Copilot.BrowserTests
  run_evals
else
  fault "the solution did not build"
fi
exit
