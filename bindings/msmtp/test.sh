#!/bin/bash
# msmtp sends what deskside lets go, with the settings of the README, to an SMTP server on loopback.
. "$SOURCE/tests/clients/common.sh"
need msmtp msmtp
need tmux tmux
need python3 python3

python3 "$SOURCE/tests/clients/smtp_sink.py" "$OUT" >port &
sink=$!
wait_for "the server" test -s port
snippet msmtprc | sed "s/smtp.helpdesk.example/127.0.0.1/; \$aport $(cat port)" >"$HOME/.msmtprc"
chmod 600 "$HOME/.msmtprc"
{
  snippet toml
  grep -o 'transport = \[[^]]*\]' "$SOURCE/bindings/msmtp/README.md"
} >"$XDG_CONFIG_HOME/deskside/deskside.toml"
# msmtp as root reads root's own file.
printf '#!/bin/sh\nexec /usr/bin/msmtp --file="%s" "$@"\n' "$HOME/.msmtprc" >bin/msmtp
chmod +x bin/msmtp
for kind in flawed clean; do
  { printf 'From: mara@helpdesk.example\nTo: tom@customer.example\nSubject: Re\n\n'; cat $kind.txt; } >$kind.eml
done

step "a flawed mail is kept back and the findings are on the screen"
start "deskside sendmail -t <flawed.eml"
see 'tone-as-i-said'
see 'exit status 65'
refused

step "the override sends it"
start "DESKSIDE_SKIP=1 deskside sendmail -t <flawed.eml"
arrived flawed.txt

step "a clean mail arrives"
start "deskside sendmail -t <clean.eml"
see 'exit status 0'
arrived clean.txt

step "a crash of deskside does not keep a mail"
start "${crashing}deskside sendmail -t <flawed.eml"
see 'the check crashed'
arrived flawed.txt

step "from cron it arrives"
from_cron sh -c 'deskside sendmail -t <flawed.eml'
arrived flawed.txt

step "what msmtp says of a server that is gone is what the client hears"
kill $sink
wait $sink 2>/dev/null || true
start "deskside sendmail -t <clean.eml"
see 'cannot connect|Connection refused'
see 'exit status 7[0-9]|exit status 6[0-9]'
