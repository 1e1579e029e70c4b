#!/bin/bash
# Installs the real servers that the tests talk to, when they are missing. Usage: scripts/install-debian-packages.sh
set -euo pipefail

# IMAP server, queue backend, SMTP server, browser with Chinese fonts, checker of docker-compose.yml.
packages=(dovecot-imapd redis-server exim4-daemon-light chromium fonts-noto-cjk docker-compose)

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  echo "all present: ${packages[*]}"
  exit 0
fi

if ! command -v apt-get >/dev/null; then
  echo "The tests need these Debian packages, or the same programs from elsewhere: ${packages[*]}" >&2
  exit 1
fi
if [ "$(id -u)" -eq 0 ]; then
  as_root=()
elif command -v sudo >/dev/null; then
  as_root=(sudo)
else
  echo "Run this as root: apt-get install ${missing[*]}" >&2
  exit 1
fi

# The tests start their own servers on their own ports; Debian must not start its own meanwhile (policy-rc.d says no).
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap '"${as_root[@]}" rm -f "$policy"' EXIT
  printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null
  "${as_root[@]}" chmod 755 "$policy"
fi

echo "installing: ${missing[*]}"
"${as_root[@]}" apt-get update -qq
# --no-remove: a mail server that is already here (they exclude one another) is never thrown out for the tests' sake.
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends --no-remove "${missing[@]}"
