# shellcheck shell=bash
# The test of mutt and of neomutt, which differ in nothing that matters here: sourced by both, after
# common.sh, with $client as the program's name.
# shellcheck disable=SC2154 # common.sh sets it
need "$client" "$client"
need tmux tmux

snippet toml >"$XDG_CONFIG_HOME/deskside/deskside.toml"
ln -s transport bin/msmtp
cat >muttrc <<'END'
set from = "mara@helpdesk.example"
set realname = "Mara"
set editor = "true"
set abort_unmodified = no
set record = ""
set folder = "$HOME"
set autoedit edit_headers
set fast_reply
set quit = yes
set smtp_url = "smtp://localhost:9"
END
snippet muttrc >>muttrc
compose() {
  printf 'To: tom@customer.example\nSubject: Re: Licence\n\n' | cat - "$1.txt" >draft
  start "${2-}$client -F muttrc -H draft"
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
compose flawed "$crashing"
keys y
arrived flawed.txt
logged 'the check crashed'

step "from cron it arrives"
from_cron sh -c "$client -F muttrc -s 'Re: Licence' tom@customer.example <flawed.txt"
arrived flawed.txt
