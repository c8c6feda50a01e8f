#!/bin/bash
# Whole mails and everything Deskside says about them: NAME.eml, and NAME.findings as
# `deskside check --coach --format gcc` prints it, the exit status last. What somebody's mail once
# made it say wrongly stands here for good.
#
#   corpus.sh DESKSIDE [NAME]    one mail, or all, compared
#   corpus.sh DESKSIDE --accept  writes every NAME.findings anew; read the diff before you commit it
set -euo pipefail
deskside=$(realpath "$1")
cd "$(dirname "$0")"
# Nobody's own settings or words take part.
HOME=$(mktemp -d)
trap 'rm -rf "$HOME"' EXIT
export HOME XDG_CONFIG_HOME=$HOME XDG_CACHE_HOME=$HOME LC_ALL=C.UTF-8

findings() {
  local status=0
  "$deskside" check --coach --format gcc --now 2026-03-10T09:12:00+01:00 "$1.eml" || status=$?
  echo "exit $status"
}

all=(*.eml)
if [ "${2-}" = --accept ]; then
  for mail in "${all[@]}"; do findings "${mail%.eml}" >"${mail%.eml}.findings"; done
else
  status=0
  for name in ${2:-"${all[@]%.eml}"}; do
    diff -u "$name.findings" <(findings "$name") || status=1
  done
  exit "$status"
fi
