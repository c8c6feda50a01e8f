#!/bin/bash
# mutt sends in a terminal and from cron, with the settings of the README.
. "$SOURCE/tests/clients/common.sh"
need mutt mutt
need tmux tmux

snippet muttrc >muttrc
cat >>muttrc <<'END'
set from = "mara@helpdesk.example"
set realname = "Mara"
set editor = "true"
set abort_unmodified = no
set record = ""
set folder = "$HOME"
set autoedit edit_headers
set fast_reply
set quit = yes
END
compose() {
  printf 'To: tom@customer.example\nSubject: Re: Licence\n\n' | cat - "$1.txt" >draft
  start "${2-}mutt -F muttrc -H draft"
  see 'y:Send'
}

step "a flawed mail is kept back and the findings are on the screen"
compose flawed
keys y
see 'tone-as-i-said'
see 'Reproach for not reading'
refused
keys q
see 'y:Send'

step "the override sends it"
keys Y
arrived flawed.txt

step "looking now shows the findings too"
compose flawed
keys L
see 'tone-as-i-said'
refused

step "a clean mail arrives"
compose clean
keys y
arrived clean.txt

step "a crash of deskside does not keep a mail"
compose flawed "LD_PRELOAD=$CRASH "
keys y
arrived flawed.txt
logged 'the check crashed'

step "from cron it arrives"
from_cron sh -c 'mutt -F muttrc -s "Re: Licence" tom@customer.example <flawed.txt'
arrived flawed.txt
