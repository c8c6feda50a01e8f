#!/bin/bash
# Emacs sends from message-mode, notmuch and mu4e, with the settings of the README.
. "$SOURCE/tests/clients/common.sh"
need emacs emacs-nox
need tmux tmux

{
  cat <<'END'
(setq user-mail-address "mara@helpdesk.example" user-full-name "Mara"
      mail-host-address "helpdesk.example" message-signature nil
      message-send-mail-function 'message-send-mail-with-sendmail
      message-fcc-handler-function #'ignore message-kill-buffer-on-exit t
      inhibit-startup-screen t make-backup-files nil auto-save-default nil
      message-auto-save-directory nil)
(defun compose (file &optional mail)
  (funcall (or mail #'message-mail) "tom@customer.example" "Re: Licence")
  (message-goto-body)
  (delete-region (point) (point-max))
  (insert-file-contents file)
  (message-goto-body))
END
  printf '(setq sendmail-program "%s/bin/transport")\n' "$work"
  snippet elisp
} >init.el
# kept_back: the findings show, and “no” leads back.
kept_back() {
  see 'tone-as-i-said'
  see 'send it as it is\?'
  keys no Enter
  see 'Not sent'
  refused
}
compose() { start "${3-}emacs -nw -Q -l init.el --eval '(compose \"$1.txt\" ${2-})'" && see 'Hi Tom'; }

step "a flawed mail is kept back and the findings are on the screen"
compose flawed
keys C-c C-c
kept_back

step "the override sends it"
keys C-c C-c
see 'send it as it is\?'
keys yes Enter
arrived flawed.txt

step "a clean mail arrives without a question"
compose clean
keys C-c C-c
arrived clean.txt

step "what is written is underlined"
compose flawed
see 'Flymake\[[0-9]+ [1-9]'
keys M-x 'flymake-goto-next-error' Enter
see 'can read as a reproach'

step "Flyspell takes it for ispell"
emacs -Q --batch --eval '(with-temp-buffer
  (setq ispell-program-name "deskside")
  (insert "I have recieved your mail, don’t worry.\n")
  (flyspell-mode 1)
  (flyspell-buffer)
  (dolist (mark (overlays-in (point-min) (point-max)))
    (when (flyspell-overlay-p mark)
      (princ (buffer-substring (overlay-start mark) (overlay-end mark))))))' >flyspell 2>log ||
  { cat log && exit 1; }
[ "$(cat flyspell)" = recieved ] || { cat flyspell log && exit 1; }

step "a crash of deskside does not keep a mail"
compose flawed '' "$crashing"
keys C-c C-c
see 'goes unchecked'
arrived flawed.txt

step "without deskside no file is left of the message that is answered"
mkdir tmp
emacs -Q --batch -L "$SOURCE/bindings/emacs" --eval '(progn
  (require (quote deskside))
  (setq deskside-program "there-is-none" temporary-file-directory (expand-file-name "tmp/"))
  (message-mail "tom@customer.example" "Re: Licence")
  (setq-local message-reply-buffer (get-buffer-create "question"))
  (insert "<#part filename=\"/there/my report.pdf\" disposition=attachment>\n<#/part>\n")
  (princ (list (car (deskside--check (current-buffer))) (deskside--attachments))))' >none 2>log ||
  { cat log && exit 1; }
[ "$(cat none)" = "(nil (my report.pdf))" ] && [ -z "$(ls -A tmp)" ] || { cat none log && exit 1; }

step "from cron it arrives"
from_cron emacs -Q --batch -l init.el --eval '(progn (compose "flawed.txt") (message-send))' 2>log ||
  { cat log && exit 1; }
arrived flawed.txt

step "notmuch asks too"
# -Q leaves out the folders that Debian adds.
folder() { compgen -G "/usr/share/emacs/site-lisp/elpa-src/$1-[0-9]*" || true; }
notmuch=$(folder notmuch)
if [ -n "$notmuch" ]; then
  echo "(add-to-list 'load-path \"$notmuch\") (require 'notmuch)" >>init.el
  mkdir -p "$HOME/mail"
  printf '[database]\npath=%s/mail\n[user]\nname=Mara\nprimary_email=mara@helpdesk.example\n' \
    "$HOME" >"$HOME/.notmuch-config"
  notmuch new >/dev/null
  compose flawed '(function notmuch-mua-mail)'
  keys C-c C-c
  kept_back
else
  echo "SKIPPED in part: notmuch is not installed (apt-get install elpa-notmuch)"
fi

step "mu4e asks too"
mu4e=$(folder mu4e)
if [ -n "$mu4e" ]; then
  echo "(add-to-list 'load-path \"$mu4e\") (require 'mu4e)" >>init.el
  start "emacs -nw -Q -l init.el --eval '(progn (compose \"flawed.txt\") (mu4e-compose-mode) (set-visited-file-name \"$work/draft\"))'"
  see 'Hi Tom'
  keys M-x message-send Enter
  kept_back
else
  echo "SKIPPED in part: mu4e is not installed (apt-get install mu4e)"
fi
