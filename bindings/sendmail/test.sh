#!/bin/bash
# deskside sendmail, called as a mail client calls it.
. "$SOURCE/tests/clients/common.sh"

mail() {
  printf 'From: Mara <mara@helpdesk.example>\nTo: Tom <tom@customer.example>\n'
  printf 'Subject: Re: Licence\nMessage-ID: <r1@helpdesk.example>\n%s\n' "${2-}"
  cat "$1.txt"
}
send() { deskside sendmail --interactive -t -oi "$@" 2>said; }
status_of() {
  local status=0
  "$@" || status=$?
  echo $status
}
whole() { diff <(mail "$1") "$OUT/mail" && rm "$OUT/mail"; }

step "a flawed mail is kept back and its findings are told"
[ "$(mail flawed | status_of send)" = 65 ]
refused
grep -q 'tone-as-i-said' said
grep -q 'DESKSIDE_SKIP=1' said

step "a clean mail goes byte for byte and with the words the client gave"
mail clean | send -f mara@helpdesk.example -- tom@customer.example
[ ! -s said ]
grep -qx -- '-t -oi -f mara@helpdesk.example -- tom@customer.example' "$OUT/words"
whole clean
mail clean | sed 's/$/\r/' | tee crlf | send
cmp crlf "$OUT/mail"
{ mail clean && head -c 300000 /dev/urandom; } | tee binary | DESKSIDE_SKIP=1 send
cmp binary "$OUT/mail"

step "an override is obeyed and leaves no trace"
mail flawed | DESKSIDE_SKIP=1 send
whole flawed
{ echo 'X-Deskside-Override: Tom asked for it' && mail flawed; } | send
whole flawed
logged 'sent as it is: Tom asked for it'

step "a check that crashes or hangs or cannot be set up lets the mail go and says so"
mail flawed | LD_PRELOAD=$CRASH send
whole flawed
grep -q 'the check crashed' said
echo 'format = 1
[rules]
"no such thing' >deskside.toml
mail flawed | send
whole flawed
grep -q 'could not be done' said
rm deskside.toml

step "from cron it goes and is logged"
mail flawed >flawed.eml
from_cron sh -c 'deskside sendmail -t <flawed.eml'
whole flawed
logged 'nobody is there to read'

step "mail of senders that are not listed is none of its business"
mail flawed | sed s/helpdesk/private/ | send
rm "$OUT/mail"
{ echo 'Resent-From: mara@helpdesk.example' && mail flawed; } | send
rm "$OUT/mail"

step "the transport that is missing is named and the mail stays with the client"
[ "$(mail clean | status_of send --transport no-such-program)" = 69 ]
grep -q 'no-such-program' said

step "it never calls itself"
ln -s "$DESKSIDE" bin/sendmail
printf '#!/bin/sh\nexec transport "$@"\n' >bin/msmtp
chmod +x bin/msmtp
sed -i /transport/d "$XDG_CONFIG_HOME/deskside/deskside.toml"
mail clean | send
whole clean
[ "$(mail clean | status_of send --transport "$work/bin/sendmail")" = 69 ]

step "the message being answered is found in the mailbox"
mkdir -p Maildir/cur
printf 'From: Tom <tom@customer.example>\nMessage-ID: <q1@c>\n\n%s\n' \
  'Everything is down for the third time, I am desperate!! When will you call me back?' \
  >Maildir/cur/1.a:2,S
echo "mailbox = \"$work/Maildir\"" >>"$XDG_CONFIG_HOME/deskside/deskside.toml"
mail flawed $'In-Reply-To: <q1@c>\n' >answer.eml
deskside check --incoming Maildir/cur/1.a:2,S answer.eml | grep '\[' >expected || true
send <answer.eml || true
grep '\[' said | diff expected -
