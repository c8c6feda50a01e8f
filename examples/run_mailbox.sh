#!/bin/bash
# run_mailbox.sh COMMAND…: an example program that reads an mbox names the mail with a reproach and
# leaves out the good answer.
set -euo pipefail
messages=$(dirname "$0")/messages
box=$(mktemp)
trap 'rm -f "$box"' EXIT
for mail in "$messages"/*.eml; do
  echo "From mara@helpdesk.example Wed Nov 18 09:05:00 2026" && cat "$mail" && echo
done >"$box"
out=$("$@" "$box")
echo "$out"
subject() { sed -n 's/^Subject: //p' "$messages/$1.eml"; }
grep -qF "$(subject 3-reproach): line " <<<"$out"
! grep -qF "$(subject 1-good-answer): line " <<<"$out"
