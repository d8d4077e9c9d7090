#!/bin/sh
# run.sh SOURCE BUILD stripped|any: installs the kiosk into a folder of its own and uses it there with the source tree, and so the build,
# out of sight: what it shows is what it showed where it was built, and the program is small ("stripped": under 30 MB).
set -eu
source=$1
build=$2
size=$3
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
prefix=$place/prefix
failed() {
  echo "install: $*" >&2
  exit 1
}

cmake --install "$build" --prefix "$prefix" --strip >/dev/null
program=$prefix/bin/kiosk
[ -x "$program" ] || failed "there is no $program"
if [ "$size" = stripped ]; then
  bytes=$(wc -c < "$program")
  [ "$bytes" -lt 30000000 ] || failed "the stripped program has $bytes bytes"
  if grep -qF "$source/" "$program"; then failed "the program names the folder it was built from"; fi
fi

"$build/bin/kiosk" shots "$place/built" --screen home --screen program --lang ar --size 1280x720 --content "$source/config" >/dev/null

cat > "$place/use.sh" <<'USE'
set -eu
[ ! -e "$1/CMakeLists.txt" ] || { echo "install: $1 is still to be seen" >&2; exit 1; }
cd /
"$2/prefix/bin/kiosk" check "$2/prefix/share/jusur/config" >"$2/check"
"$2/prefix/bin/kiosk" shots "$2/installed" --screen home --screen program --lang ar --size 1280x720 >/dev/null
USE
# A mount that only what runs in it sees: as root, else in a user namespace where the system allows one, else where it is hidden is CI.
hide="mount -t tmpfs none '$source' && exec sh '$place/use.sh' '$source' '$place'"
if unshare --mount true 2>/dev/null; then
  unshare --mount sh -c "$hide"
elif unshare --user --map-root-user --mount true 2>/dev/null; then
  unshare --user --map-root-user --mount sh -c "$hide"
else
  echo "install: neither root nor user namespaces here: the source folder cannot be hidden, so that part was not tried"
  exit 0
fi
for picture in "$place"/built/*.png; do
  cmp "$picture" "$place/installed/${picture##*/}" || failed "installed, ${picture##*/} differs from what was built"
done
echo "install: the installed kiosk, ${bytes:-unstripped} bytes, shows what the built one shows"
