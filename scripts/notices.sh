#!/usr/bin/env bash
# Prints the third-party notices: the crates with their licenses (cargo-about), Rust's standard library, the fonts, and
# the SDK that the extension's package adds. A crate without a license file gets the standard text of its license.
# Everything is read locally, after `cargo fetch` has downloaded it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# part NAME LICENSE FILE: prints one more part in the format of licenses/notices.hbs.
part() {
  printf -- '%.0s-' {1..80}
  printf '\n%s\n\n  %s\n\n' "$2" "$1"
  cat "$3"
  printf '\n'
}

{
  cargo about generate --offline --locked --all-features --workspace --config licenses/about.toml licenses/notices.hbs
  part "The standard library of Rust  https://github.com/rust-lang/rust" "MIT License" licenses/rust.txt
  part "Noto Sans, Noto Sans Arabic, Noto Sans Hebrew  https://github.com/notofonts" "SIL Open Font License 1.1" assets/fonts/OFL.txt
  part "azure-devops-extension-sdk  https://github.com/microsoft/azure-devops-extension-sdk" "MIT License" \
    node_modules/azure-devops-extension-sdk/LICENSE
} | tr -d '\r' | sed -E 's/<year> <(owner|copyright holders)>/the authors named above/; s/[[:space:]]+$//' | cat -s
