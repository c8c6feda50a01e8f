#!/bin/bash
# Claws Mail under Xvfb sends with the plugin loaded.
. "$SOURCE/tests/clients/common.sh"
need claws-mail claws-mail
need Xvfb xvfb
need xdotool xdotool
need dbus-run-session dbus
need openbox openbox
# Claws Mail ends a mail with an empty line.
undone() { sed '${/^$/d}'; }
plugin=${PLUGIN:-}
if [ ! -e "$plugin" ]; then
  echo "SKIPPED: the plugin was not built (apt-get install libclaws-mail-dev, then configure again)"
  exit 77
fi

mkdir -p claws "$HOME/Mail"/{inbox,sent,draft,queue,trash}
cat >claws/accountrc <<END
[Account: 1]
account_name=helpdesk
is_default=1
name=Mara
address=mara@helpdesk.example
protocol=5
use_mail_command=1
mail_command=$work/bin/transport -t
set_autosig=0
signature_type=0
auto_signature=0
END
cat >claws/folderlist.xml <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<folderlist>
  <folder type="mh" name="Mail" path="Mail">
    <folderitem type="inbox" name="inbox" path="inbox" />
    <folderitem type="outbox" name="sent" path="sent" />
    <folderitem type="draft" name="draft" path="draft" />
    <folderitem type="queue" name="queue" path="queue" />
    <folderitem type="trash" name="trash" path="trash" />
  </folder>
</folderlist>
END
printf '[Common]\nenable_aspell=0\nlinewrap_length=200\nautowrap=0\nlinewrap_before_sending=0\nsend_dialog_invisible=1\nwarn_queued_on_exit=0\n[Plugins_GTK3]\n%s\n' \
  "$plugin" >claws/clawsrc

# A display of its own; Xvfb finds a free number and says which.
Xvfb -displayfd 3 -screen 0 1024x768x24 3>display 2>/dev/null &
wait_for "the display" test -s display
DISPLAY=:$(cat display)
export DISPLAY GDK_BACKEND=x11 NO_AT_BRIDGE=1
openbox >/dev/null 2>&1 &

# window TITLE: waits for it and gives it the keys.
window() {
  wait_for "a window: $1" activated "$1"
  sleep 0.3
}
# The window manager may take longer to come up than the program.
activated() { visible "$1" && xdotool windowactivate --sync "$found"; }
visible() {
  found=$(xdotool search --onlyvisible --name "$1" | tail -1)
  [ -n "$found" ]
}
invisible() { ! visible "$1"; }
gone() { wait_for "the window to go: $1" invisible "$1"; }
compose() {
  printf 'To: tom@customer.example\nSubject: Re: Licence\n\n' | cat - "$1.txt" >draft
  # shellcheck disable=SC2086 # settings, a word each
  dbus-run-session -- env ${2-} claws-mail --alternate-config-dir "$work/claws" \
    --compose-from-file "$work/draft" >claws.log 2>&1 &
  running=$!
  window 'Compose message'
}
childless() { ! pgrep -P "$running" >/dev/null; }
# Not asked but ended: now and then Claws Mail does not come to an answer.
quit() {
  pkill -KILL -P "$running" || true
  wait_for "Claws Mail to end" childless
  kill "$running" 2>/dev/null || true
  wait "$running" 2>/dev/null || true
  rm -f claws/lock "$XDG_RUNTIME_DIR"/claws-mail/* /tmp/claws-mail-"$(id -u)"/*"$(basename "$work")"* || true
}

step "a flawed mail is kept back and a window tells why"
compose flawed
xdotool key ctrl+Return
window 'Worth another look'
refused
xdotool key Return
gone 'Worth another look'
refused

step "the override sends it"
window 'Compose message'
xdotool key ctrl+Return
window 'Worth another look'
xdotool key alt+s
arrived flawed.txt
quit

step "a clean mail arrives without a window"
compose clean
xdotool key ctrl+Return
arrived clean.txt
quit

step "a crash or a hang of deskside does not keep a mail"
compose flawed "LD_PRELOAD=$CRASH_EMBEDDED"
xdotool key ctrl+Return
arrived flawed.txt
quit
compose flawed "LD_PRELOAD=$CRASH_EMBEDDED HANG=1"
xdotool key ctrl+Return
arrived flawed.txt
quit
