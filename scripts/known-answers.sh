#!/usr/bin/env bash
# Prepares tests/e2e/known-answers.test.mjs: the module of crates/pdf (known-answers), the page that loads it, and the
# answers with their native results. Prints the folder, which is in the target folder.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

folder=${CARGO_TARGET_DIR:-target}/known-answers
rm -rf "$folder"
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
cp "$(scripts/module.sh known-answers module)"/* "$folder/"
printf '<!doctype html>\n<link rel="icon" href="data:,">\n<script src="module.js"></script>\n' >"$folder/index.html"
KNOWN_ANSWERS=$folder/answers.json cargo test --quiet --locked --package licensing \
  --test licensing -- --ignored --exact activation_signatures::the_known_answers_are_written >"$folder/said" 2>&1 || { cat "$folder/said" >&2; exit 1; }
[ -s "$folder/answers.json" ] || { printf 'no answers were written\n' >&2; exit 1; }
printf '%s\n' "$folder"
