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
# No options of another command are offered, which nobody can give here.
printf '\nYou must do it asap!! Actually, it is just a simple click. As per my last mail.\n' |
  cat <(mail flawed $'In-Reply-To: <q0@c>\n') - | send || true
grep -q 'smaller remark' said
grep -q 'deskside.toml says where to look' said
if grep -e '--' said; then exit 1; fi

step "a clean mail goes byte for byte and with the words the client gave"
mail clean | send -f mara@helpdesk.example -- tom@customer.example
[ ! -s said ]
grep -qx -- '-t -oi -f mara@helpdesk.example -- tom@customer.example' "$OUT/words"
whole clean
mail clean | sed 's/$/\r/' | tee crlf | send
cmp crlf "$OUT/mail"
{ mail clean 'Bcc: boss@helpdesk.example' && echo 'X-Deskside-Note: in the body' &&
  head -c 300000 /dev/urandom; } >binary
DESKSIDE_SKIP=1 send <binary
cmp binary "$OUT/mail"

step "a mail of 50 MB goes"
{ mail clean && head -c 50000000 /dev/zero | tr '\0' 'a' | fold -w 70; } >huge
send <huge
cmp huge "$OUT/mail"
rm huge "$OUT/mail"

step "an override is obeyed and leaves no trace"
mail flawed | DESKSIDE_SKIP=1 send
whole flawed
{ echo 'X-Deskside-Override: Tom asked for it' && mail flawed; } | send
whole flawed
logged 'sent as it is: Tom asked for it'

step "a rule that the mail sets aside is set aside and the field is taken out"
{ echo 'X-Deskside-Ignore: tone-as-i-said (agreed with Tom)' && mail flawed; } | send
whole flawed

step "a check that crashes or hangs or cannot be set up lets the mail go and says so"
mail flawed | env "PATH=$CRASH:$PATH" deskside sendmail --interactive -t -oi 2>said
whole flawed
grep -q 'the check crashed' said
mail flawed >hanging
SECONDS=0
HANG=1 "$CRASH/deskside" sendmail --interactive -t -oi <hanging 2>said
[ $SECONDS -le 9 ]
whole flawed
grep -q 'took more than 5 seconds' said
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

step "what the transport says is what the client hears and a mail from a pipe is kept"
rm -rf "$XDG_STATE_HOME/deskside/unsent"
kept() { cat "$XDG_STATE_HOME"/deskside/unsent/*.eml; }
printf '#!/bin/sh\necho no route >&2\nexit 68\n' >bin/failing
printf '#!/bin/sh\nkill -KILL $$\n' >bin/ended
chmod +x bin/failing bin/ended
[ "$(status_of send --transport failing <flawed.eml)" = 65 ]
[ "$(DESKSIDE_SKIP=1 status_of send --transport failing <flawed.eml)" = 68 ]
grep -q 'no route' said
[ ! -e "$XDG_STATE_HOME/deskside/unsent" ] # a file is still there
logged 'not sent: exit status 68'
[ "$(mail clean | status_of send --transport failing)" = 68 ]
grep -q "the mail is kept in $XDG_STATE_HOME/deskside/unsent/" said
diff <(mail clean) <(kept)
rm -r "$XDG_STATE_HOME/deskside/unsent"
[ "$(mail clean | status_of send --transport ended)" = 75 ]
[ "$(mail clean | status_of send --transport no-such-program)" = 69 ]
grep -q 'no-such-program' said
grep -q Subject <(kept)
rm -r "$XDG_STATE_HOME/deskside/unsent"
[ "$(mail flawed | status_of send)" = 65 ]
diff <(mail flawed) <(kept)
rm -r "$XDG_STATE_HOME/deskside/unsent"
# Of nothing there is nothing to keep.
: | send --transport failing || true
[ ! -e "$XDG_STATE_HOME/deskside/unsent" ]
refused

step "a transport need not read the mail and a full disk keeps none"
printf '#!/bin/sh\nexit 0\n' >bin/deaf
chmod +x bin/deaf
DESKSIDE_SKIP=1 send --transport deaf <binary
mail clean | XDG_STATE_HOME=/dev/null/full send
whole clean

step "what ends us ends the transport and no child stays behind"
printf '#!/bin/sh\ntrap "exit 9" TERM\necho >started\nwhile :; do sleep 0.05; done\n' >bin/slow
chmod +x bin/slow
deskside sendmail --transport slow -t <binary 2>said &
wait_for "the transport to start" test -e started
kill $!
ended=0
wait $! || ended=$?
[ $ended = 9 ]
HANG=1 "$CRASH/deskside" sendmail --interactive -t <hanging &
child_of() { child=$(pgrep -P "$1"); }
wait_for "the check to start" child_of $!
kill $!
wait $! || true
gone() { ! kill -0 "$1"; }
wait_for "the check to end" gone "$child"

step "what is no mail is the transport's alone"
echo 'HELO here' | deskside sendmail -bs
[ "$(cat "$OUT/mail")" = 'HELO here' ]
rm "$OUT/mail"

step "it never calls itself"
ln -s "$DESKSIDE" bin/sendmail
printf '#!/bin/sh\nexec transport "$@"\n' >bin/msmtp
chmod +x bin/msmtp
sed -i /transport/d "$XDG_CONFIG_HOME/deskside/deskside.toml"
mail clean | send
whole clean
[ "$(mail clean | status_of send --transport "$work/bin/sendmail")" = 69 ]
# Nor by way of a script that leads back to it; what stands behind that is found.
printf '#!/bin/sh\nexec deskside sendmail --transport back "$@"\n' >bin/back
chmod +x bin/back
[ "$(mail clean | status_of send --transport back)" = 69 ]
printf '#!/bin/sh\nexec deskside sendmail --interactive "$@"\n' >bin/back
{ echo 'X-Deskside-Override: Tom asked for it' && mail flawed; } | send --transport back
whole flawed

step "a line of the log is a line"
lines() { wc -l <"$XDG_STATE_HOME/deskside/sendmail.log"; }
before=$(lines)
{ printf 'X-Deskside-Override: he\n asked\n' && mail flawed; } | send
whole flawed
[ "$(lines)" = $((before + 1)) ]

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

step "a mailbox too big to look through in time holds nothing up"
python3 - Maildir/cur <<'END'
import sys
for number in range(20000):
    with open(f"{sys.argv[1]}/{10**9 + number}.b:2,S", "w") as mail:
        mail.write(f"From: x@y\nMessage-ID: <{number}@b>\n\n" + "Nothing of note.\n" * 50)
END
milliseconds() { echo $(($(date +%s%N) / 1000000)); }
mail clean $'In-Reply-To: <nowhere@c>\n' >answer.eml
began=$(milliseconds)
send <answer.eml
took=$(($(milliseconds) - began))
echo "20,000 mails: $took ms"
[ $took -lt 1500 ]
