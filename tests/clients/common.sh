# shellcheck shell=bash
# What the tests of mail clients share: a home of their own, a transport that records, a terminal to
# type at, and the five things to find out: flawed, clean, overridden, crashed, cron.
#
# Sourced by bindings/*/test.sh, which ctest starts with SOURCE, DESKSIDE and CRASH (a library that
# makes the check crash) in the environment.
set -euo pipefail

: "${SOURCE:?}" "${DESKSIDE:?}" "${CRASH:?}"
client=$(basename "$(dirname "$(readlink -f "$0")")")
work=$(mktemp -d "/tmp/deskside-$client-XXXXXX")
export HOME=$work/home OUT=$work/out TERM=xterm-256color LC_ALL=C.UTF-8
export XDG_CONFIG_HOME=$HOME/.config XDG_STATE_HOME=$HOME/.local/state
export XDG_CACHE_HOME=$HOME/.cache XDG_RUNTIME_DIR=$work/run
export PATH=${DESKSIDE%/*}:$work/bin:$PATH
unset DESKSIDE_SKIP MAIL TMUX EMAIL
mkdir -p "$XDG_CONFIG_HOME/deskside" "$work/bin" "$OUT"
mkdir -m 700 "$XDG_RUNTIME_DIR"
cd "$work"

finish() {
  local status=$?
  [ $status = 0 ] || [ $status = 77 ] || { echo "-- the screen:" && shown; } 2>/dev/null
  terminal kill-server 2>/dev/null || true
  jobs -p | xargs -r kill 2>/dev/null || true
  rm -rf "$work"
  exit $status
}
trap finish EXIT

# need PROGRAM PACKAGE…: installs what is missing, or skips the test and says so.
need() {
  local program=$1
  shift
  command -v "$program" >/dev/null && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    (
      flock 9
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" \
        >"$work/apt.log" 2>&1 </dev/null
    ) 9>/tmp/deskside-apt.lock || true
  fi
  command -v "$program" >/dev/null && return
  echo "SKIPPED: $program is not installed (apt-get install $*)"
  exit 77
}

# The transport: records its words and the mail.
cat >"$work/bin/transport" <<'END'
#!/bin/sh
printf '%s\n' "$*" >>"$OUT/words"
cat >"$OUT/part"
mv "$OUT/part" "$OUT/mail"
END
chmod +x "$work/bin/transport"
cat >"$XDG_CONFIG_HOME/deskside/deskside.toml" <<END
format = 1
[sendmail]
senders = ["*@helpdesk.example"]
transport = "$work/bin/transport"
END

# body flawed|clean
body() {
  if [ "$1" = flawed ]; then
    printf 'Hi Tom,\n\nAs I already said, the licence is per device.\n\nKind regards,\nMara\n'
  else
    sed -e '1,/^$/d' -e '/^>/d' "$SOURCE/examples/messages/1-good-answer.eml" | sed -e '${/^$/d}'
  fi
}
body flawed >flawed.txt
body clean >clean.txt

step() { echo "$client: $*"; }

# What a client itself does to every mail is undone here; most do nothing.
undone() { cat; }

# The text of the mail that arrived is that of FILE, byte for byte.
arrived() {
  local waited=0
  until [ -e "$OUT/mail" ]; do
    sleep 0.1
    waited=$((waited + 1))
    [ $waited -lt 100 ] || { echo "nothing arrived" && return 1; }
  done
  if grep -i '^X-Deskside-' "$OUT/mail"; then return 1; fi
  sed '1,/^\r\{0,1\}$/d' "$OUT/mail" | undone | diff -u "$1" - || return 1
  mv "$OUT/mail" "$OUT/last"
}

refused() { [ ! -e "$OUT/mail" ] || { echo "it was sent" && return 1; }; }

logged() { grep -q "$1" "$XDG_STATE_HOME/deskside/sendmail.log"; }

# As cron starts it: no terminal, hardly an environment.
from_cron() {
  env -i HOME="$HOME" OUT="$OUT" PATH="$PATH" XDG_RUNTIME_DIR="$XDG_RUNTIME_DIR" \
    XDG_CONFIG_HOME="$XDG_CONFIG_HOME" XDG_STATE_HOME="$XDG_STATE_HOME" setsid -w "$@" </dev/null
}

# ---- a terminal --------------------------------------------------------------------------------

started=0
terminal() { tmux -L "$client-$$-$started" -f /dev/null "$@"; }
shown() { terminal capture-pane -p; }

# start COMMAND…: in a terminal of 100 by 40.
start() {
  terminal kill-server 2>/dev/null || true
  started=$((started + 1))
  terminal new-session -d -x 100 -y 40 "$*; printf 'exit status %s' \$?; sleep 60"
}

keys() { terminal send-keys "$@"; }

# see PATTERN: waits until the screen shows it.
see() {
  local waited=0
  until shown 2>/dev/null | grep -qE -- "$1"; do
    sleep 0.1
    waited=$((waited + 1))
    [ $waited -lt "${2:-100}" ] || { echo "not seen: $1" && return 1; }
  done
}

# snippet LANGUAGE [README]: the settings a README shows, so that what is tested is what people copy.
snippet() {
  sed -n "/^\`\`\`$1\$/,/^\`\`\`\$/p" "${2:-$SOURCE/bindings/$client/README.md}" | sed '/^```/d'
}
