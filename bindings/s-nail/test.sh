#!/bin/bash
# s-nail sends at a terminal and from cron, with the settings of the README.
. "$SOURCE/tests/clients/common.sh"
need s-nail s-nail
need tmux tmux

snippet toml >"$XDG_CONFIG_HOME/deskside/deskside.toml"
ln -s transport bin/msmtp
ln -s "$DESKSIDE" bin/deskside-sendmail
# s-nail takes root's own home whatever HOME says.
export MAILRC=$HOME/.mailrc DEAD=$HOME/dead.letter
snippet mailrc | sed "s|/usr|$work|" >"$MAILRC"
echo 'set from="Mara <mara@helpdesk.example>"' >>"$HOME/.mailrc"
compose="s-nail -s 'Re: Licence' tom@customer.example"

step "a flawed mail is kept back and the findings are on the screen"
start "$compose <flawed.txt"
see 'tone-as-i-said'
see 'message not sent'
see 'exit status [1-9]'
refused
grep -q 'As I already said' "$HOME/dead.letter"

step "a mail typed at the terminal is kept back too and the override sends it"
start "$compose"
keys -l 'As I already said, it is per device.'
keys Enter C-d
see 'Send this message'
keys yes Enter
see 'tone-as-i-said'
refused
start "DESKSIDE_SKIP=1 $compose <flawed.txt"
arrived flawed.txt

step "a clean mail arrives"
start "$compose <clean.txt"
see 'exit status 0'
arrived clean.txt

step "a crash of deskside does not keep a mail"
ln -sf "$CRASH/deskside" "bin/deskside-sendmail"
start "$compose <flawed.txt"
see 'the check crashed'
arrived flawed.txt
ln -sf "$DESKSIDE" "bin/deskside-sendmail"

step "from cron it arrives"
from_cron env MAILRC="$MAILRC" DEAD="$DEAD" sh -c "$compose <flawed.txt"
arrived flawed.txt
