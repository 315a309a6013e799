#!/usr/bin/env bash
# A real Odoo Community with demo data on 127.0.0.1, from Debian's own packages, in a chroot.
#
#   odoo.sh up 14|19       build what is missing, start what is down; the address is the last line on stdout
#   odoo.sh stop 14|19     stop what this script started, by its pid
#   odoo.sh reset 14|19    put the database back to how it was after the installation
#   odoo.sh status 14|19   say what runs; exit code 3 when Odoo does not answer
#   odoo.sh destroy 14|19  stop and delete everything
#
# Database "distributor", admin/admin, accounts with few rights from odoo-users.py (password = login).
# Odoo 14 comes from Debian 11; Odoo 19 is the package of Debian unstable on Debian 13, where its libraries fit.
# Settings: COPILOT_TEST_ODOO14_PORT, COPILOT_TEST_ODOO19_PORT (first free from 8069 and 8079), COPILOT_TEST_STATE, COPILOT_TEST_DEBIAN_MIRROR.
set -Eeuo pipefail
umask 022
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
VERSION=${2:-}
MODULES=contacts,sale_management,purchase,stock,account,crm,sale_crm,sale_stock,purchase_stock,delivery,product_expiry,sale_margin,purchase_requisition
case $VERSION in
  14) SUITE=bullseye; FROM=bullseye; DEMO=(); COPY=''; FIRST_PORT=${COPILOT_TEST_ODOO14_PORT:-8069} ;;
  19) SUITE=trixie; FROM=sid; DEMO=(--with-demo); COPY='strategy file_copy'; MODULES=$MODULES,stock_delivery,rpc; FIRST_PORT=${COPILOT_TEST_ODOO19_PORT:-8079} ;;
  *) echo "usage: $0 up|stop|reset|status|destroy 14|19" >&2; exit 2 ;;
esac
NAME=odoo-$VERSION
. "$HERE/lib.sh"
STATE=$STATE_ROOT/$NAME
ROOT=$STATE/root
DB=distributor
SEED=${DB}_seed
DATA=/var/lib/postgresql/odoo
trap 'fail "line $LINENO: $BASH_COMMAND"' ERR

# /proc is mounted in a namespace of the process alone: nothing stays mounted behind.
inside() { # inside USER COMMAND...
  local user=$1; shift
  unshare -m -- /bin/sh -c '
    root=$1 user=$2; shift 2
    mount -t proc proc "$root/proc" || exit 125
    if [ "$user" = root ]; then exec chroot "$root" "$@"; fi
    exec chroot --userspec="$user:$user" --groups="$user" "$root" "$@"' "$NAME" "$ROOT" "$user" \
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 TZ=UTC HOME=/var/lib/odoo DEBIAN_FRONTEND=noninteractive PGHOST=/var/run/postgresql "$@"
}
sql() { inside postgres psql -X -q -A -t -v ON_ERROR_STOP=1 -d postgres "$@"; }
has_db() { [ "$(sql -c "select 1 from pg_database where datname = '$1'")" = 1 ]; }
pg() { inside postgres sh -c 'exec "$(ls -d /usr/lib/postgresql/*/bin | tail -n 1)/$0" "$@"' "$@"; }

build() {
  if [ -e "$STATE/built" ]; then return 0; fi
  need_mirror
  if ! command -v debootstrap >/dev/null; then three_tries "debootstrap" "$STATE/apt-host.log" sh -c 'apt-get update -qq; DEBIAN_FRONTEND=noninteractive apt-get install -y -qq debootstrap'; fi
  say "Debian $SUITE from $MIRROR"
  three_tries "the base system" "$STATE/debootstrap.log" fresh_base
  printf 'deb %s %s main\n' "$MIRROR" "$SUITE" >"$ROOT/etc/apt/sources.list"
  if [ "$FROM" != "$SUITE" ]; then # Odoo itself, and nothing else, from another suite
    printf 'deb %s %s main\n' "$MIRROR" "$FROM" >>"$ROOT/etc/apt/sources.list"
    printf 'Package: *\nPin: release n=%s\nPin-Priority: -10\n\nPackage: odoo-%s\nPin: release n=%s\nPin-Priority: 990\n' "$FROM" "$VERSION" "$FROM" >"$ROOT/etc/apt/preferences.d/odoo"
  fi
  printf '%s\n' 'APT::Install-Recommends "false";' 'Acquire::Check-Valid-Until "false";' 'Acquire::Languages "none";' 'Acquire::Retries "3";' 'Dpkg::Options { "--force-unsafe-io"; };' >"$ROOT/etc/apt/apt.conf.d/99tests"
  printf '%s\n' 'path-exclude=/usr/share/doc/*' 'path-include=/usr/share/doc/*/copyright' 'path-exclude=/usr/share/man/*' 'path-exclude=/usr/share/locale/*' 'path-exclude=/usr/lib/python3/dist-packages/odoo/addons/*/i18n/*.po' >"$ROOT/etc/dpkg/dpkg.cfg.d/99tests"
  printf '#!/bin/sh\nexit 101\n' >"$ROOT/usr/sbin/policy-rc.d"; chmod 755 "$ROOT/usr/sbin/policy-rc.d" # no daemon starts by itself
  mkdir -p "$ROOT/etc/postgresql-common"; echo 'create_main_cluster = false' >"$ROOT/etc/postgresql-common/createcluster.conf"
  cp -L /etc/resolv.conf /etc/hosts "$ROOT/etc/"
  say "installing odoo-$VERSION and PostgreSQL"
  three_tries "odoo-$VERSION" "$STATE/apt.log" install_packages
  inside root apt-get clean; rm -rf "$ROOT"/var/lib/apt/lists/*
  touch "$STATE/built"
}
fresh_base() { rm -rf --one-file-system "$ROOT"; mkdir -p "$ROOT"; debootstrap --variant=minbase "$SUITE" "$ROOT" "$MIRROR"; }
install_packages() { inside root apt-get update && inside root apt-get install -y postgresql "odoo-$VERSION"; }

pg_pid() { # PostgreSQL of this chroot, if it runs
  local p
  [ -s "$ROOT$DATA/postmaster.pid" ] || return 1
  p=$(head -n 1 "$ROOT$DATA/postmaster.pid")
  [ "$(readlink "/proc/$p/root")" = "$ROOT" ] && echo "$p"
}
pg_start() {
  if pg_pid >/dev/null; then return 0; fi
  if [ ! -s "$ROOT$DATA/PG_VERSION" ]; then
    pg initdb -D $DATA -E UTF8 --locale=C.UTF-8 -A trust >"$STATE/initdb.log" 2>&1 || fail "initdb, see $STATE/initdb.log"
    # Throw-away data: speed before durability. Only a socket inside the chroot.
    printf '%s\n' "listen_addresses = ''" "unix_socket_directories = '/var/run/postgresql'" 'fsync = off' 'synchronous_commit = off' 'full_page_writes = off' 'shared_buffers = 256MB' 'max_connections = 100' 'max_wal_size = 2GB' >>"$ROOT$DATA/postgresql.conf"
  fi
  rm -f "$ROOT$DATA/postmaster.pid" "$ROOT"/run/postgresql/.s.PGSQL.5432*
  inside root install -d -o postgres -g postgres -m 2775 /var/run/postgresql /var/log/postgresql
  pg pg_ctl -D $DATA -l /var/log/postgresql/tests.log -w -t 60 start >"$STATE/pg_ctl.log" 2>&1 9>&- || fail "PostgreSQL did not start: $(tail -n 3 "$ROOT/var/log/postgresql/tests.log")"
  sql -c "do \$\$ begin if not exists (select 1 from pg_roles where rolname = 'odoo') then create role odoo login createdb; end if; end \$\$"
}
pg_stop() { if pg_pid >/dev/null; then pg pg_ctl -D $DATA -m fast -w -t 60 stop >/dev/null || fail "PostgreSQL did not stop"; fi; }

configure() { # configure PORT
  printf '%s\n' '[options]' 'db_user = odoo' 'data_dir = /var/lib/odoo' 'http_interface = 127.0.0.1' "http_port = $1" "dbfilter = ^$DB\$" 'workers = 0' 'max_cron_threads = 0' >"$ROOT/etc/odoo/odoo.conf"
  chmod 644 "$ROOT/etc/odoo/odoo.conf"
}
install_database() {
  local missing
  if has_db "$SEED"; then return 0; fi
  configure "$FIRST_PORT"
  if has_db "$DB"; then sql -c "drop database $DB with (force)"; fi
  rm -rf "$ROOT/var/lib/odoo/filestore"
  sql -c "create database $DB owner odoo encoding 'UTF8' template template0"
  say "installing the applications with demo data (log $STATE/install.log)"
  inside odoo /usr/bin/odoo -c /etc/odoo/odoo.conf -d $DB "${DEMO[@]}" -i $MODULES --stop-after-init --no-http >"$STATE/install.log" 2>&1 || fail "the installation: $(grep -E ' (ERROR|CRITICAL) ' "$STATE/install.log" | head -n 3)"
  missing=$(inside odoo psql -X -A -t -d $DB -c "select string_agg(m, ' ') from unnest(string_to_array('$MODULES', ',')) m where not exists (select 1 from ir_module_module i where i.name = m and i.state = 'installed')")
  [ -z "$missing" ] || fail "not installed: $missing"
  inside odoo /usr/bin/odoo shell -c /etc/odoo/odoo.conf -d $DB --no-http <"$HERE/odoo-users.py" >"$STATE/users.log" 2>&1 || true
  grep -q 'accounts ready' "$STATE/users.log" || fail "the accounts, see $STATE/users.log"
  copy_database $DB $SEED
}
copy_database() { # copy_database FROM TO: rows and files
  sql -c "select pg_terminate_backend(pid) from pg_stat_activity where datname in ('$1', '$2')" >/dev/null
  sql -c "drop database if exists $2 with (force)" -c "create database $2 template $1 owner odoo $COPY"
  if [ -d "$ROOT/var/lib/odoo/filestore/$1" ]; then
    mkdir -p "$ROOT/var/lib/odoo/filestore/$2"
    cp -a "$ROOT/var/lib/odoo/filestore/$1/." "$ROOT/var/lib/odoo/filestore/$2/"
    inside root chown -R odoo:odoo /var/lib/odoo/filestore
  fi
}

odoo_pid() {
  local p
  [ -s "$STATE/pid" ] || return 1
  p=$(cat "$STATE/pid")
  [ "$(readlink "/proc/$p/root")" = "$ROOT" ] && tr '\0' ' ' <"/proc/$p/cmdline" | grep -q '/usr/bin/odoo' && echo "$p"
}
answers() { curl -sS -m 60 -H 'Content-Type: application/json' "http://127.0.0.1:$1/jsonrpc" -d "{\"params\":{\"service\":\"common\",\"method\":\"authenticate\",\"args\":[\"$DB\",\"admin\",\"admin\",{}]}}" 2>/dev/null | grep -Eq '"result": ?[0-9]+'; }
put_addon() { # our own addon, where this Odoo looks by itself; a test installs it
  local folder=$ROOT/var/lib/odoo/addons/$VERSION.0
  mkdir -p "$folder"; rm -rf "$folder/distribution_copilot"
  cp -r "$HERE/../../src/odoo_addon/distribution_copilot" "$folder/"; chmod -R a+rX "$ROOT/var/lib/odoo/addons"
}
hash_quickly() { # checking a password takes a third of a second, and thousands of tests sign in: how often it is hashed is not what they test
  local users=$ROOT/usr/lib/python3/dist-packages/odoo/addons/base/models/res_users.py
  sed -i 's/^MIN_ROUNDS = 600_000$/MIN_ROUNDS = 1_000/' "$users"
}
odoo_start() {
  local port until
  put_addon; hash_quickly
  if odoo_pid >/dev/null; then return 0; fi
  port=$(free_port "$FIRST_PORT"); configure "$port"; echo "$port" >"$STATE/port"
  # The exec chain keeps the pid; setsid keeps it alive after this shell.
  setsid bash -c 'echo $$ >"$1"; shift; exec "$@"' "$NAME" "$STATE/pid" \
    unshare -m -- /bin/sh -c 'mount -t proc proc "$0/proc" && exec chroot --userspec=odoo:odoo --groups=odoo "$0" "$@"' "$ROOT" \
    env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 TZ=UTC HOME=/var/lib/odoo PGHOST=/var/run/postgresql /usr/bin/odoo -c /etc/odoo/odoo.conf -d $DB \
    </dev/null >"$STATE/odoo.log" 2>&1 9>&- &
  until=$((SECONDS + 180))
  until answers "$port"; do
    [ $SECONDS -lt $until ] || fail "no answer on port $port within 180 s, see $STATE/odoo.log"
    if [ -s "$STATE/pid" ] && ! kill -0 "$(cat "$STATE/pid")" 2>/dev/null; then fail "Odoo ended while starting: $(tail -n 5 "$STATE/odoo.log")"; fi
    sleep 0.5
  done
}
odoo_stop() {
  local p n
  p=$(odoo_pid) || { rm -f "$STATE/pid"; return 0; }
  kill -TERM "$p"
  for n in $(seq 1 80); do kill -0 "$p" 2>/dev/null || break; [ "$n" != 80 ] || kill -KILL "$p"; sleep 0.25; done
  rm -f "$STATE/pid"
}

case ${1:-} in
  up)
    need_root "a chroot needs it"; lock
    build; pg_start; install_database
    if ! has_db $DB; then copy_database $SEED $DB; fi
    odoo_start; say "ready, pid $(odoo_pid)"
    echo "http://127.0.0.1:$(cat "$STATE/port")" ;;
  stop) need_root "to end its processes"; lock; if [ -e "$STATE/built" ]; then odoo_stop; pg_stop; fi; say "stopped" ;;
  reset)
    need_root "to reach its database"; lock
    [ -e "$STATE/built" ] || fail "nothing is built yet: $0 up $VERSION"
    pg_start; has_db $SEED || fail "nothing to go back to: $0 up $VERSION"
    copy_database $SEED $DB; say "database put back" ;;
  status) if odoo_pid >/dev/null && answers "$(cat "$STATE/port")"; then echo "http://127.0.0.1:$(cat "$STATE/port")"; else say "does not answer"; exit 3; fi ;;
  destroy) need_root "to delete its files"; lock; if [ -e "$STATE/built" ]; then odoo_stop; pg_stop; fi; rm -rf --one-file-system "$ROOT"; rm -f "$STATE"/built "$STATE"/*.log ;;
  *) echo "usage: $0 up|stop|reset|status|destroy 14|19" >&2; exit 2 ;;
esac
