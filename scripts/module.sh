#!/usr/bin/env bash
# module.sh NAME FOLDER FILE: compiles the program NAME, behind a feature of its name, to a module for the browser, always
# optimised: FILE_bg.wasm in the folder, and FILE.js, a classic script that loads it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
name=$1 folder=$2 file=$3

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
