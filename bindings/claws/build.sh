#!/bin/sh
# Builds the plugin and puts it where Claws Mail looks: build.sh [FOLDER]
set -eu
folder=${1:-$HOME/.claws-mail/plugins}
mkdir -p "$folder"
# shellcheck disable=SC2046 # flags, a word each
cc -O2 -shared -fPIC "$(dirname "$0")/deskside_claws.c" -o "$folder/deskside_claws.so" \
  $(pkg-config --cflags --libs claws-mail gtk+-3.0 gnutls deskside)
echo "Now load $folder/deskside_claws.so in Configuration > Plugins > Load..."
