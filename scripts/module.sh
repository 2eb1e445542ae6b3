#!/usr/bin/env bash
# module.sh NAME FILE [OPTIONS of wasm-bindgen]: compiles the program NAME, behind a feature of its name, to a module for
# the browser, and prints the folder that holds it: FILE_bg.wasm, and FILE.js, a classic script that loads it. PROFILE names
# the profile of Cargo, else it is optimized. The folder is kept as long as Cargo makes the same of the sources.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/tools.sh
name=$1 file=$2
shift 2
profile=${PROFILE:-release}

<<<<<<< HEAD
# quietly COMMAND…: says what the command said only where it fails.
said=$(mktemp)
trap 'rm -f "$said"' EXIT
quietly() { "$@" >"$said" 2>&1 || { cat "$said" >&2; exit 1; }; }

# A target folder for such modules, as the page is compiled with other flags. Paths of this machine have no business in them.
root=${CARGO_TARGET_DIR:-target}/paper
sysroot=$(rustc --print sysroot)
RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=crates --remap-path-prefix=$sysroot=rust" \
  cargo build --quiet --locked --release --target wasm32-unknown-unknown --target-dir "$root" \
  --package pdf --bin "$name" >&2
wasm-bindgen --target no-modules --no-typescript --no-demangle --out-dir "$folder" --out-name "$file" \
  "$root/wasm32-unknown-unknown/release/$name.wasm"
# Named one by one, as in finish.sh.
features=(bulk-memory bulk-memory-opt reference-types nontrapping-float-to-int sign-ext mutable-globals multivalue call-indirect-overlong)
quietly wasm-opt -Oz "${features[@]/#/--enable-}" "$folder/${file}_bg.wasm" -o "$folder/${file}_bg.wasm"
# No format is named, so that the script stays a classic one and keeps its global name.
quietly esbuild --minify "$folder/$file.js" --outfile="$folder/$file.js" --allow-overwrite
=======
wasm_flags
say "building the module $name ($profile)"
cargo build --quiet --locked --profile "$profile" --target wasm32-unknown-unknown \
  --no-default-features --features "$name" --bin "$name" >&2
root=${CARGO_TARGET_DIR:-target}
compiled=$root/wasm32-unknown-unknown/$profile/$name.wasm
kept=$root/modules/$profile/$name-$(cat "$compiled" scripts/module.sh | sha256sum | cut -c1-16)

if [ ! -d "$kept" ]; then
  rm -rf "$root/modules/$profile/$name"-*
  mkdir -p "$root/modules/$profile"
  work=$(mktemp -d "$root/modules/making-XXXXXX")
  trap 'rm -rf "$work"' EXIT
  # quietly COMMAND…: says what the command said only where it fails.
  quietly() { "$@" >"$work.said" 2>&1 || { cat "$work.said" >&2; exit 1; }; }
  quietly wasm-bindgen --target no-modules --no-typescript --no-demangle "$@" --out-dir "$work" --out-name "$file" "$compiled"
  if [ "$profile" = release ]; then
    # Named one by one, as in index.html: with all features it would write sections that browsers do not read yet.
    features=(bulk-memory bulk-memory-opt reference-types nontrapping-float-to-int sign-ext mutable-globals multivalue call-indirect-overlong)
    quietly wasm-opt -Oz "${features[@]/#/--enable-}" "$work/${file}_bg.wasm" -o "$work/${file}_bg.wasm"
  fi
  # No format is named, so that the script stays a classic one and keeps its global name.
  quietly esbuild --minify "$work/$file.js" --outfile="$work/$file.js" --allow-overwrite
  chmod 755 "$work"
  mv "$work" "$kept"
  rm -f "$work.said"
fi
(cd "$kept" && pwd)
>>>>>>> 38f1dd2a691ce9efccbc3855d4d4f906d32b0ea2
