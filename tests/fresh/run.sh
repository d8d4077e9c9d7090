#!/bin/sh
# run.sh [bookworm|trixie] [start|tests|both] [root|user|either]: makes a bare Debian with debootstrap, clones what is committed into it and
# runs the README's two commands there, as root without sudo and as a user with sudo, then looks at what they made. Needs root, the network
# and some 4 GB. The bare system is kept as a tar under ~/.cache and unpacked afresh for each run; KIOSK_FRESH_CACHE names another place.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
release=${1:-bookworm}
commands=${2:-both}
users=${3:-either}
cache=${KIOSK_FRESH_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/kiosk-fresh}
mirror=${KIOSK_DEBIAN_MIRROR:-http://deb.debian.org/debian}
case "$release/$commands/$users" in
  bookworm/*/* | trixie/*/*) ;;
  *) echo "run.sh: $release is neither bookworm nor trixie" >&2; exit 2 ;;
esac
[ "$(id -u)" -eq 0 ] || { echo "run.sh: making a bare Debian needs root" >&2; exit 2; }
command -v debootstrap >/dev/null || { apt-get update -qq; DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends debootstrap >/dev/null; }

mkdir -p "$cache"
bare=$cache/$release.tar
if [ ! -s "$bare" ]; then
  echo "fresh: making a bare $release"
  making=$(mktemp -d "$cache/making.XXXXXX")
  if ! debootstrap --variant=minbase --include=git,ca-certificates,sudo "$release" "$making" "$mirror" >"$cache/debootstrap.log" 2>&1; then
    tail -20 "$cache/debootstrap.log" >&2
    rm -rf "$making"
    exit 1
  fi
  rm -f "$making"/var/cache/apt/archives/*.deb
  tar -C "$making" -cf "$bare.part" .
  mv "$bare.part" "$bare"
  rm -rf "$making"
fi

root=
clean() {
  [ -n "$root" ] || return 0
  rm -rf --one-file-system "$root"
  root=
}
trap clean EXIT
trap 'exit 130' INT TERM

# What is mounted in the bare root is seen by what runs there alone. It is a root of its own, not a chroot: a process in a chroot gets no
# user namespace, and several tests mount a stick or a small disk in one.
enter='mount --bind "$1" "$1"; cd "$1"; shift
mount --rbind /dev dev; mount -t proc proc proc
mkdir .host; pivot_root . .host; cd /; umount -l /.host; rmdir /.host
exec "$@"'

# one USER COMMAND: the command in a bare root of its own, from a fresh clone in the user's home.
one() {
  user=$1
  command=$2
  root=$(mktemp -d "$cache/root.XXXXXX")
  tar -C "$root" -xf "$bare"
  chmod 755 "$root"
  # An image's own proxy and name servers are the network's, not what is tried here.
  cp /etc/resolv.conf "$root/etc/resolv.conf"
  cp -a /etc/apt/apt.conf.d/*proxy* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
  home=/root
  if [ "$user" = user ]; then
    home=/home/visitor
    chroot "$root" useradd --create-home --shell /bin/sh visitor
    echo 'visitor ALL=(ALL) NOPASSWD: ALL' > "$root/etc/sudoers.d/visitor"
    as="sudo -u visitor -H"
  else
    rm -f "$root/usr/bin/sudo"
    as="env HOME=/root"
  fi
  git clone --quiet --no-hardlinks "file://$here" "$root$home/jusur"
  chroot "$root" chown -R "$([ "$user" = user ] && echo visitor || echo root)" "$home/jusur"
  began=$(date +%s)
  status=0
  # shellcheck disable=SC2086
  unshare --mount --propagation private sh -ec "$enter" enter "$root" $as sh -c "cd '$home/jusur' && unset DISPLAY && LC_ALL=C.UTF-8 sh $command" >"$cache/$release-$user.log" 2>&1 || status=$?
  seconds=$(($(date +%s) - began))
  if [ "$status" -ne 0 ]; then
    tail -60 "$cache/$release-$user.log" >&2
    echo "fresh: $release, $user: sh $command failed after $seconds s" >&2
    exit 1
  fi
  made=$root$home/jusur/build
  case $command in
    kiosk/start.sh)
      pictures=$(find "$made/shots" -name '*.png' -size +2k | wc -l)
      [ "$pictures" -gt 100 ] && [ -s "$made/shots/index.html" ] || { echo "fresh: $release, $user: only $pictures pictures in build/shots" >&2; exit 1; }
      first=$(find "$made/shots" -name '*.png' -printf '%T@\n' | sort -n | head -1 | cut -d. -f1)
      echo "fresh: $release, $user: sh $command made its first picture after $((first - began)) s, all $pictures in $seconds s"
      ;;
    *)
      grep '100% tests passed' "$cache/$release-$user.log" || { echo "fresh: $release, $user: no summary of passed tests" >&2; exit 1; }
      echo "fresh: $release, $user: sh $command passed in $seconds s"
      ;;
  esac
  clean
}

for user in root user; do
  [ "$users" = either ] || [ "$users" = "$user" ] || continue
  [ "$commands" = tests ] || one "$user" kiosk/start.sh
  [ "$commands" = start ] || one "$user" tests/run.sh
done
