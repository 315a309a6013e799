#!/usr/bin/env bash
# PostgreSQL with pgvector on 127.0.0.1: the server from this Debian's packages, the extension built from Debian's source package.
#
#   postgres.sh up|stop|reset|status|destroy     `up` prints the connection string as its last line on stdout
#
# Database "copilot", postgres/postgres. Settings: COPILOT_TEST_POSTGRES_PORT (first free from 54329), COPILOT_TEST_STATE.
set -Eeuo pipefail
umask 022
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
NAME=postgres
. "$HERE/lib.sh"
STATE=$STATE_ROOT/$NAME
DATA=$STATE/data
LOG=$STATE/build.log
trap 'fail "line $LINENO: $BASH_COMMAND"' ERR

major() { ls /usr/lib/postgresql 2>/dev/null | sort -n | tail -n 1; }
bin() { echo "/usr/lib/postgresql/$(major)/bin"; }
as_postgres() { runuser -u postgres -- env LC_ALL=C.UTF-8 "$@"; }
running() { [ -f "$DATA/postmaster.pid" ] && as_postgres "$(bin)/pg_ctl" status -D "$DATA" >/dev/null 2>&1; }
connection() { echo "Host=127.0.0.1;Port=$(cat "$STATE/port");Username=postgres;Password=postgres;Database=copilot"; }
sql() { local db=$1; shift; PGPASSWORD=postgres "$(bin)/psql" -h 127.0.0.1 -p "$(cat "$STATE/port")" -U postgres -X -q -A -t -d "$db" -c "$*"; }

install_server() {
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql postgresql-server-dev-all gcc make libc6-dev
}
fetch_vector() { # from the signed source packages of Debian 13; its own lists, so that this machine's stay as they are
  local w=$STATE/source o
  rm -rf "$w"; mkdir -p "$w/lists/partial" "$w/cache/archives/partial" "$w/tree"
  echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $MIRROR trixie main" >"$w/sources.list"
  o=(-o "Dir::Etc::sourcelist=$w/sources.list" -o Dir::Etc::sourceparts=/dev/null -o "Dir::State::lists=$w/lists" -o "Dir::Cache=$w/cache" -o APT::Sandbox::User=root)
  (cd "$w" && apt-get "${o[@]}" update && apt-get "${o[@]}" source --download-only pgvector && tar xf pgvector_*.orig.tar.gz -C tree --strip-components=1)
}
build() {
  if [ -n "$(major)" ] && [ -f "/usr/share/postgresql/$(major)/extension/vector.control" ]; then return 0; fi
  need_mirror; : >"$LOG"
  say "installing PostgreSQL"; three_tries "PostgreSQL" "$LOG" install_server
  say "building pgvector"; three_tries "pgvector's source" "$LOG" fetch_vector
  make -C "$STATE/source/tree" -j"$(nproc)" with_llvm=no OPTFLAGS= PG_CONFIG="$(bin)/pg_config" >>"$LOG" 2>&1 &&
    make -C "$STATE/source/tree" install with_llvm=no PG_CONFIG="$(bin)/pg_config" >>"$LOG" 2>&1 || fail "pgvector did not build, see $LOG"
  rm -rf "$STATE/source"
}
init() {
  local word
  if [ -f "$DATA/PG_VERSION" ]; then return 0; fi
  chmod 755 "$STATE_ROOT" "$STATE"; install -d -o postgres -g postgres -m 700 "$DATA"
  word=$(mktemp); echo postgres >"$word"; chown postgres "$word"
  as_postgres "$(bin)/initdb" -D "$DATA" -U postgres -E UTF8 --locale=C.UTF-8 -A scram-sha-256 --pwfile="$word" >>"$LOG" 2>&1 || { rm -rf "$DATA" "$word"; fail "initdb, see $LOG"; }
  rm -f "$word"
  printf '%s\n' "listen_addresses = '127.0.0.1'" "unix_socket_directories = ''" 'fsync = off' 'synchronous_commit = off' 'full_page_writes = off' 'maintenance_work_mem = 256MB' 'max_connections = 60' >>"$DATA/postgresql.conf"
}
start() {
  if running; then return 0; fi
  free_port "${COPILOT_TEST_POSTGRES_PORT:-54329}" >"$STATE/port"
  as_postgres "$(bin)/pg_ctl" start -w -t 60 -D "$DATA" -l "$DATA/server.log" -o "-p $(cat "$STATE/port")" >>"$LOG" 2>&1 9>&- || fail "the server did not start: $(tail -n 5 "$DATA/server.log")"
}
stop() { if running; then as_postgres "$(bin)/pg_ctl" stop -w -m fast -D "$DATA" >&2; fi; }

case ${1:-} in
  up)
    need_root "PostgreSQL's files belong to another user"; lock
    build; init; start
    [ "$(sql postgres "select 1 from pg_database where datname = 'copilot'")" = 1 ] || sql postgres "create database copilot"
    sql copilot "set client_min_messages = warning; create extension if not exists vector"
    say "ready: PostgreSQL $(sql copilot 'show server_version'), pgvector $(sql copilot "select extversion from pg_extension where extname = 'vector'")"
    connection ;;
  stop) need_root "to end its processes"; lock; stop; say "stopped" ;;
  reset) need_root "to delete its data"; lock; stop; rm -rf "$DATA"; say "data deleted; up starts afresh" ;;
  status) if running; then connection; else say "does not run"; exit 3; fi ;;
  destroy) need_root "to delete its data"; lock; stop; rm -rf "$DATA" "$STATE/source"; rm -f "$LOG" ;;
  *) echo "usage: $0 up|stop|reset|status|destroy" >&2; exit 2 ;;
esac
