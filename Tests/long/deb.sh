#!/usr/bin/env bash
# The Debian package, in a Debian that has nothing else: installed by apt with what it depends on, run,
# and removed. Needs root, debootstrap, and the network for Debian's packages.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(id -u)" -eq 0 ] || {
  echo "deb: left out, for debootstrap needs root" >&2
  exit 0
}

directory=$(mktemp -d)
debian=$directory/debian
trap 'umount -q "$debian/proc" || true; rm -rf "$directory"' EXIT
package=$(packaging/deb.sh "$directory")
dpkg-deb --info "$package" | sed -n '/Package:/,$p'

# The mirror that this machine uses, where it says.
mirror=$(
  cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
    awk '/^deb / && / main/ { sub(/^deb +(\[[^]]*\] +)?/, ""); print $1; exit }
         /^URIs:/ { print $2; exit }' || true
)
debootstrap --variant=minbase bookworm "$debian" "${mirror:-http://deb.debian.org/debian}" >/dev/null
mount -t proc proc "$debian/proc"
cp "$package" "$debian/coach-up.deb"

inside() { chroot "$debian" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 "$@"; }
before=$(inside find /usr /etc /opt -xdev -name '*coach*')
inside env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq /coach-up.deb >/dev/null
for tool in chat filter assess summarize level store; do
  inside "coach-$tool" --version >/dev/null
done
inside /usr/share/doc/coach-up/examples/week.sh 2>/dev/null | sed -n 1,5p
said=$(inside sh -c "echo 'Yesterday I go to the office.' | coach-chat --user u_1 | coach-filter |
  coach-assess --only --focus focus_grammar | jq -r 'select(.category == \"error\").errors[].key'")
[ "$said" = grammar.past_time_present ] || {
  echo "deb: the installed tools found: $said" >&2
  exit 1
}
inside apt-get purge -y -qq coach-up >/dev/null
[ "$(inside find /usr /etc /opt -xdev -name '*coach*')" = "$before" ] || {
  echo "deb: something is left after purge" >&2
  exit 1
}
echo "deb: ok"
