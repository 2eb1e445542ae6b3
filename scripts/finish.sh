#!/usr/bin/env bash
# Trunk's last step. It puts the compiled page, its glue and its scripts into a folder named by their content, optimizes
# the module in a release build, and makes one style sheet. The module that makes PDFs and its fonts have a folder of
# their own, so that another version of the page does not fetch them again. Everything that the page reads is there once
# more as scripts, for frames that load nothing else (assets/server.js). With QUICK=yes nothing is optimized, and the
# module that makes PDFs is left out unless PDF=yes asks for it: that takes minutes.
set -euo pipefail

stage=$TRUNK_STAGING_DIR
module=${CARGO_TARGET_DIR:-$TRUNK_SOURCE_DIR/target}/wasm32-unknown-unknown/$TRUNK_PROFILE/app.wasm
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
parts=$work/parts
mkdir "$parts"

# quietly COMMAND…: says what the command said only where it fails.
quietly() { "$@" >"$work/said" 2>&1 || { cat "$work/said" >&2; exit 1; }; }
small() { quietly esbuild --minify --format=esm "$1" --outfile="$1" --allow-overwrite; }

digest() { cat "$@" | sha256sum | cut -c1-16; }

level=-9
if [ "${QUICK:-}" = yes ]; then level=-1; fi

# packed BEFORE FILE BETWEEN: the name of a file and the file itself, as text that assets/server-fetch.js reads.
packed() {
  printf '%s"%s"%s"' "$1" "${2##*/}" "$3"
  gzip "$level" -nc "$2" | base64 | tr -d '\n'
  printf '"'
}

paper=paper-missing
if [ "${QUICK:-}" != yes ] || [ "${PDF:-}" = yes ]; then
  pdf=$("$TRUNK_SOURCE_DIR/scripts/paper.sh")
  cp -r "$pdf" "$work/paper"
  for file in "$pdf"/*.wasm "$pdf"/*.ttf; do
    packed 'timetrackerServer.files[' "$file" ']=' >"$work/paper/${file##*/}.js"
  done
  paper=paper-$(digest "$work"/paper/*)
  mv "$work/paper" "$stage/$paper"
fi
cp "$TRUNK_SOURCE_DIR/assets/host.js" "$parts/host.js"
sed "s#\.\./paper/#../$paper/#" "$TRUNK_SOURCE_DIR/assets/paper.js" >"$parts/paper.js"

wasm-bindgen --target web --no-typescript --no-demangle --out-dir "$parts" --out-name app "$module"

if [ "${QUICK:-}" != yes ]; then
  # Named one by one: with all features it would write sections that browsers do not read yet.
  features=(bulk-memory bulk-memory-opt reference-types nontrapping-float-to-int sign-ext mutable-globals multivalue call-indirect-overlong)
  quietly wasm-opt -Oz "${features[@]/#/--enable-}" "$parts/app_bg.wasm" -o "$parts/app_bg.wasm"
  for script in "$parts"/*.js "$stage/boot.js"; do small "$script"; done
fi

mkdir "$work/server"
cp "$TRUNK_SOURCE_DIR"/assets/server*.js "$parts/app.js" "$work/server/"
{
  packed '{' "$stage/catalogue.json" :
  packed , "$parts/app_bg.wasm" :
  printf '}'
} >"$work/server/files.json"
quietly esbuild "$work/server/server.js" --bundle --minify --format=iife --outfile="$parts/server.js" \
  --inject:"$work/server/server-fetch.js" --define:import.meta.url=document.baseURI

quietly esbuild "$TRUNK_SOURCE_DIR/style/main.css" --bundle --minify --outfile="$work/main.css"

program=app-$(digest "$parts"/*)
style=main-$(digest "$work/main.css").css
rm -f "$stage"/app-*.js "$stage"/app-*.wasm "$stage"/main-*.css
mv "$parts" "$stage/$program"
mv "$work/main.css" "$stage/$style"
sed -i.old -E "s#app-[0-9a-f]+(_bg\.wasm|\.js)#$program/app\1#g; s#main-[0-9a-f]+\.css#$style#g" "$stage/index.html"
rm "$stage/index.html.old"
