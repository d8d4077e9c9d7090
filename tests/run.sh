#!/bin/sh
# Installs what is missing, builds, runs every test and closes with ctest's summary. `sh tests/run.sh dev` does the same under
# AddressSanitizer and UndefinedBehaviorSanitizer.
set -eu
cd "$(dirname "$0")/.."
. kiosk/packages.sh
preset=${1:-release}
# shellcheck disable=SC2086
install_missing $build_packages $run_packages $test_packages
build "$preset" ON
ctest --preset "$preset" --parallel "$(nproc)"
