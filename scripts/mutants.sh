#!/usr/bin/env bash
# Changes the rules one by one (cargo-mutants) and lists the changes that no test notices. It is not part of ./dev test,
# because it takes hours: about a minute for each of nearly a thousand changes.
# usage: [SHARD=K/N] scripts/mutants.sh [ROOM…]
# A ROOM is a folder of crates/licensing/src. SHARD=3/40 tries one change in forty, from the fourth on.
# scripts/mutants.toml lists survivors that no rule forbids, each with the reason.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/tools.sh

need_rust
need_crate cargo-mutants "$CARGO_MUTANTS_VERSION" cargo-mutants
export PATH

rooms=("$@")
[ $# != 0 ] || rooms=(value billing subscription decide seats)
files=()
for room in "${rooms[@]}"; do files+=(--file "crates/licensing/src/$room/**"); done

# Only the tests of the rules count. A change that only a page or a document notices is not tested as a rule.
exec cargo mutants --config scripts/mutants.toml --package licensing --test-package licensing "${files[@]}" \
  ${SHARD:+--shard "$SHARD"} --output target/mutants --timeout 300
