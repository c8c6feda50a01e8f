#!/bin/bash
# Vim and Neovim show the findings of the mail they edit, with the settings of the README.
. "$SOURCE/tests/clients/common.sh"
need vim vim
need nvim neovim
need tmux tmux

{
  echo 'set nocompatible noswapfile nomore'
  snippet vim
} >vimrc
mail() { printf 'From: mara@helpdesk.example\nSubject: Re: Licence\n\n' | cat - "$1.txt" >"mutt-$1-1"; }

for vim in vim nvim; do
  mail flawed
  mail clean
  step "$vim shows what there is to say and goes to it"
  start "$vim -u vimrc mutt-flawed-1"
  see 'As I already said'
  keys :w Enter
  see 'mutt-flawed-1\|6 col 1 warning\| .As I already said'
  keys :cc Enter
  keys ':exe "normal! iHERE"' Enter
  see '^HEREAs I already said'
  keys ':wq' Enter
  see 'exit status 0'

  step "$vim shows no list where there is nothing to say"
  start "$vim -u vimrc mutt-clean-1"
  see 'Hi Tom'
  keys :w Enter
  see 'written'
  keys ':echo "windows: " . winnr("$")' Enter
  see 'windows: 1'
  keys ':wq' Enter
  see 'exit status 0'
  diff clean.txt <(sed '1,/^$/d' mutt-clean-1)

  step "$vim is not kept from writing by a crash of deskside"
  start "$crashing$vim -u vimrc mutt-flawed-1"
  see 'As I already said'
  keys 'Go' 'one line more' Escape :w Enter
  see 'written|shell returned'
  keys ':wq' Enter
  see 'exit status 0'
  grep -q 'one line more' mutt-flawed-1
done
