#!/bin/bash
# aerc sends in a terminal, with the settings of the README.
. "$SOURCE/tests/clients/common.sh"
need aerc aerc
need tmux tmux
# aerc ends lines as SMTP does and wraps long ones as quoted-printable.
undone() { python3 -c 'import quopri, sys
sys.stdout.buffer.write(quopri.decodestring(sys.stdin.buffer.read().replace(b"\r", b"")))'; }

mkdir -p "$XDG_CONFIG_HOME/aerc" "$HOME/Mail"/{INBOX,Sent}/{cur,new,tmp}
snippet ini >"$XDG_CONFIG_HOME/aerc/aerc.conf"
cat >"$XDG_CONFIG_HOME/aerc/accounts.conf" <<END
[helpdesk]
source = maildir://$HOME/Mail
default = INBOX
from = Mara <mara@helpdesk.example>
outgoing = $work/bin/transport
END
chmod 600 "$XDG_CONFIG_HOME/aerc/accounts.conf"

# The editor of these tests puts the text into the mail that aerc made.
cat >bin/edit <<'END'
#!/bin/sh
cat "$TEXT" >"$1"
END
chmod +x bin/edit
compose() {
  start "${2-}env DESKSIDE_EDITOR=edit TEXT=$work/$1.txt aerc"
  # Keys that come before it listens are lost.
  see '\[helpdesk\] Connected'
  keys ':compose -H "To: tom@customer.example" -H "Subject: Re: Licence"' Enter
  # Past the three header fields, into the editor.
  see 'To: <tom'
  keys Tab Tab Tab
}

step "the findings of a flawed mail are on the screen before it can be sent"
compose flawed
see 'tone-as-i-said'
see 'dit again, \[k\]eep'
refused
step "editing again asks again"
keys e Enter
see 'dit again, \[k\]eep'
step "the override sends it"
keys k Enter
see 'Send this message|\by\b.*[Ss]end'
keys y
arrived flawed.txt

step "a clean mail arrives without a question"
compose clean
see 'Send this message|\by\b.*[Ss]end'
keys y
arrived clean.txt

step "a crash of deskside does not keep a mail"
compose flawed "$crashing"
see 'Send this message|\by\b.*[Ss]end'
keys y
arrived flawed.txt
