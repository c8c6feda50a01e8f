#!/bin/bash
# packages.sh BUILD: the Debian packages are made, lintian finds no error in them, and the command
# runs from what they hold.
set -euo pipefail
build=$(realpath "$1")
for tool in cpack dpkg-shlibdeps lintian fakeroot; do
  command -v $tool >/dev/null || { echo "skipped: there is no $tool" && exit 77; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cpack --config "$build/CPackConfig.cmake" -B "$work" >cpack.log || { cat cpack.log && exit 1; }
ls ./*.deb
lintian --fail-on error --suppress-tags bad-distribution-in-changes-file \
  --allow-root ./*.deb | tee lintian.log
for package in ./*.deb; do dpkg-deb -x "$package" root; done
export LD_LIBRARY_PATH
LD_LIBRARY_PATH=$(dirname "$(find root -name 'libdeskside.so.0')")
status=0
said=$(echo "As I already said, the licence is per device." | root/usr/bin/deskside check -) || status=$?
[ $status = 1 ] && [[ $said == *tone-as-i-said* ]]
test -s root/usr/share/man/man1/deskside.1.gz
test -s root/usr/share/bash-completion/completions/deskside
# What the pages under bindings/ tell people to load is where they say, and the other name works.
for file in $(grep -rhoE '/usr/share/deskside/[a-z./-]+' "$(dirname "$0")"/../../bindings/*/README.md | sort -u); do
  test -e "root$file" || { echo "$file is in no package" && exit 1; }
done
[ "$(echo | root/usr/bin/deskside-sendmail --transport cat)" = '' ]
