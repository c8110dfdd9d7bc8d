#!/usr/bin/env bash
# Makes a Debian package of the tools, coach-up_VERSION_ARCHITECTURE.deb, in the directory named (by
# default here), and writes its path. Builds first, as install.sh does. Needs dpkg-dev.
#
#     packaging/deb.sh ~/packages
set -euo pipefail
directory=$(realpath "${1:-.}")
cd "$(dirname "$0")/.."

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
root=$stage/root
DESTDIR=$root PREFIX=/usr ./install.sh >&2

# Where Debian has things other than elsewhere.
mv "$root/usr/share/zsh/site-functions" "$root/usr/share/zsh/vendor-completions"
documentation=$root/usr/share/doc/coach-up
gzip -9n "$root"/usr/share/man/man?/* "$documentation/CHANGELOG.md"
mv "$documentation/CHANGELOG.md.gz" "$documentation/changelog.gz"
{
  echo "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/"
  echo
  echo "Files: *"
  sed -n 's/^Copyright (c) /Copyright: /p' LICENSE
  echo "License: Expat"
  sed '1,/^Copyright/d; s/^$/./; s/^/ /' LICENSE
  echo
  echo "Files: Sources/CWordSequences/sequences.bin"
  sed -n 's/^Copyright (c) /Copyright: /p' Sources/CWordSequences/COPYING
  echo "License: BSD-2-clause-CMU"
  sed '1,/^reserved/d; s/^$/./; s/^/ /' Sources/CWordSequences/COPYING
} >"$documentation/copyright"
rm "$documentation/LICENSE"

# The libraries that the tools are linked with, as Debian's packages; libcurl and libedit they load
# themselves.
mkdir "$stage/debian"
printf 'Source: coach-up\n\nPackage: coach-up\nArchitecture: any\n' >"$stage/debian/control"
depends=$(cd "$stage" && dpkg-shlibdeps -O root/usr/lib/coach-up/coach | sed -n 's/^shlibs:Depends=//p')

version=$("$root/usr/bin/coach-level" --version)
architecture=$(dpkg --print-architecture)
mkdir "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<CONTROL
Package: coach-up
Version: $version
Architecture: $architecture
Maintainer: ${MAINTAINER:-$(git log -1 --format='%an <%ae>')}
Installed-Size: $(du --apparent-size -sk "$root/usr" | cut -f 1)
Section: education
Priority: optional
Depends: $depends, libcurl4
Recommends: ca-certificates, hunspell-en-us, jq, libedit2
Suggests: parallel
Description: coach people in how they communicate, in the shell
 Six tools, joined by pipes of JSON Lines: one talks with a learner, one picks
 the turns that are worth a closer look, one finds the errors in them and scores
 the skills that the learner chose, one moves levels, one reviews each session,
 and one keeps it all in an SQLite database.
CONTROL
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)

package=$directory/coach-up_${version}_$architecture.deb
dpkg-deb --root-owner-group --build "$root" "$package" >&2
echo "$package"
