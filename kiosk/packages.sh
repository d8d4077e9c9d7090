# What the two commands install, in one place. Sourced by kiosk/start.sh and tests/run.sh; installs only what is missing, as root or
# through sudo, so that a second run touches neither apt nor the network.

build_packages="build-essential cmake ninja-build ccache pkg-config python3-glad
  libimgui-dev libglfw3-dev libx11-dev libxi-dev libgl-dev libegl-dev libstb-dev libvorbis-dev libasound2-dev
  libfmt-dev libexpected-dev nlohmann-json3-dev libcli11-dev libtomlplusplus-dev libpugixml-dev
  libicu-dev libpango1.0-dev libcairo2-dev libfontconfig-dev librsvg2-dev libexif-dev libseccomp-dev
  libsqlite3-dev libsodium-dev libxlsxwriter-dev libzip-dev libphonenumber-dev libprotobuf-dev libqrencode-dev libmd4c-dev"
run_packages="tzdata fonts-noto-core libgl1-mesa-dri libegl1 libgl1"
test_packages="doctest-dev faketime unicode-data tesseract-ocr tesseract-ocr-ara tesseract-ocr-fra xvfb x11-xkb-utils libxtst-dev python3-openpyxl python3-vobject python3-icalendar poppler-utils zbar-tools zxing-cpp-tools vorbis-tools"

# install_missing PACKAGE...
install_missing() {
  missing=""
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  as_root=""
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
      echo "These packages are missing:$missing" >&2
      echo "Run this command as root once, or install sudo." >&2
      return 1
    }
    as_root="sudo"
  fi
  echo "Installing:$missing"
  $as_root apt-get update -qq
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# build PRESET ON|OFF [TARGET...]: whether with the tests, and what of it
build() {
  preset=$1
  cmake --preset "$preset" -DKIOSK_TESTS="$2" >/dev/null
  shift 2
  cmake --build --preset "$preset" ${1:+--target "$@"}
}
