#!/bin/sh
# Installs what is missing, builds the kiosk and runs it on the sample content. Without a display it renders every screen to
# build/shots instead. Arguments are handed to `kiosk run`.
set -eu
cd "$(dirname "$0")/.."
. kiosk/packages.sh
# shellcheck disable=SC2086
install_missing $build_packages $run_packages
build release OFF kiosk

if [ -n "${DISPLAY:-}" ]; then
  exec build/release/bin/kiosk run --content config "$@"
fi
echo "There is no display (DISPLAY is not set): rendering every screen to build/shots instead."
build/release/bin/kiosk shots build/shots --content config
echo "Open build/shots/index.html in a browser."
