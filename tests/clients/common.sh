# shellcheck shell=bash
# What the tests of mail clients share: a home of their own, a transport that records, a terminal to
# type at, and the five things to find out: flawed, clean, overridden, crashed, cron.
#
# Sourced by bindings/*/test.sh, which ctest starts with SOURCE, DESKSIDE and CRASH (the folder of a
# deskside whose check crashes) in the environment.
set -Eeuo pipefail

: "${SOURCE:?}" "${DESKSIDE:?}" "${CRASH:?}"
client=$(basename "$(dirname "$(readlink -f "$0")")")
work=$(mktemp -d "/tmp/deskside-$client-XXXXXX")
export HOME=$work/home OUT=$work/out TERM=xterm-256color LC_ALL=C.UTF-8
export XDG_CONFIG_HOME=$HOME/.config XDG_STATE_HOME=$HOME/.local/state
export XDG_CACHE_HOME=$HOME/.cache XDG_RUNTIME_DIR=$work/run
export PATH=${DESKSIDE%/*}:$work/bin:$PATH
unset DESKSIDE_SKIP MAIL TMUX EMAIL
# Before a command: it finds the deskside that crashes.
# shellcheck disable=SC2034 # for who sources this
crashing="PATH=$CRASH:$PATH "
mkdir -p "$XDG_CONFIG_HOME/deskside" "$work/bin" "$OUT"
mkdir -m 700 "$XDG_RUNTIME_DIR"
cd "$work"

finish() {
  local status=$? job
  [ $status = 0 ] || [ $status = 77 ] || { echo "-- the screen:" && shown; } 2>/dev/null || true
  terminal kill-server 2>/dev/null || true
  # With what they started themselves: dbus-run-session leaves its program behind.
  for job in $(jobs -p); do pkill -P "$job" || true; done
  jobs -p | xargs -r kill 2>/dev/null || true
  rm -rf "$work" || true
  exit $status
}
trap finish EXIT
trap 'echo "line $LINENO failed: $BASH_COMMAND"' ERR

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

# wait_for WHAT COMMAND…: until the command is content; it is asked every 50 ms, for up to 15 s.
wait_for() {
  local waited=0 what=$1
  shift
  until "$@" 2>/dev/null; do
    sleep 0.05
    waited=$((waited + 1))
    [ $waited -lt 300 ] || { echo "waited in vain for $what" && return 1; }
  done
}

# The text of the mail that arrived is that of FILE, byte for byte.
arrived() {
  wait_for "the mail to arrive" test -e "$OUT/mail" || return 1
  if grep -i '^X-Deskside-' "$OUT/mail"; then return 1; fi
  sed '1,/^\r\{0,1\}$/d' "$OUT/mail" | undone | diff -u "$1" - || return 1
  mv "$OUT/mail" "$OUT/last"
}

refused() { [ ! -e "$OUT/mail" ] || { echo "it was sent" && return 1; }; }

logged() { grep -q "$1" "$XDG_STATE_HOME/deskside/sendmail.log"; }

# from_cron COMMAND…: cron itself starts it, at once and with a crontab of its own; where that cannot
# be, it is started as cron would: no terminal, hardly an environment.
from_cron() {
  local settings=("HOME=$HOME" "OUT=$OUT" "PATH=$PATH" "XDG_RUNTIME_DIR=$XDG_RUNTIME_DIR"
    "XDG_CONFIG_HOME=$XDG_CONFIG_HOME" "XDG_STATE_HOME=$XDG_STATE_HOME")
  {
    printf '#!/bin/bash\ncd %q\n' "$work"
    printf '%q ' "$@"
    printf '</dev/null >cron.said 2>&1\necho $? >cron.status\n'
  } >job
  chmod +x job
  rm -f cron.status
  if [ "$(id -u)" = 0 ] && command -v cron >/dev/null && unshare -m true 2>/dev/null; then
    printf '%s\n' "${settings[@]}" 'MAILTO=""' "@reboot $work/job" >"$work/crontab"
    # shellcheck disable=SC2016 # it is the other shell that expands
    unshare -m bash -c 'for folder in /run /etc/cron.d /var/spool/cron/crontabs; do
        mount -t tmpfs none $folder || exit 1
      done
      install -m 600 "$0" /var/spool/cron/crontabs/root
      exec cron -f -L 0' "$work/crontab" &
    wait_for "cron to do its job" test -s cron.status
    kill $!
    wait $! 2>/dev/null || true
  else
    echo "cron cannot be started here, so this is started as cron would"
    env -i "${settings[@]}" LOGNAME="$(id -un)" SHELL=/bin/sh setsid -w ./job
  fi
  [ "$(cat cron.status)" = 0 ] || { cat cron.said && return 1; }
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
see() { wait_for "the screen to show: $1" screen_has "$1"; }
screen_has() { shown | grep -E -- "$1" >/dev/null; }

# snippet LANGUAGE: the settings a README shows, so that what is tested is what people copy; what
# the package installs stands in the source.
snippet() {
  sed -n "/^\`\`\`$1\$/,/^\`\`\`\$/p" "$SOURCE/bindings/$client/README.md" |
    sed "/^\`\`\`/d; s|/usr/share/deskside|$SOURCE/bindings|"
}
