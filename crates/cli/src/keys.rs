//! `keygen` and `revoke-key`: the keys of the vendor. A private key stays in the file that `keygen` wrote, and only the
//! owner may read that file. No command prints or copies the key.

use crate::error::{CliError, FileProblem};
use crate::files::{catalogue, read, replace, say_json};
use licensing::activation::certificate::{Certificate, received};
use licensing::activation::key::PrivateKey;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// The format of a private key file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    kid: String,
    alg: String,
    private_key: String,
}

/// A private key, and the ID of its public key in the catalog.
pub struct Key {
    pub kid: String,
    pub private: PrivateKey,
}

/// Writes a new key to a new file, and prints the entry for `activation.keys` of the catalog.
pub fn keygen(file: &Path, kid: Option<&str>) -> Result<(), CliError> {
    let mut random = [0; 32];
    getrandom::fill(&mut random)?;
    let key = PrivateKey::from_random(&random);
    let kid = kid.map_or_else(|| key.id(), str::to_owned);
    if !is_kid(&kid) {
        return Err(CliError::KeyId(kid));
    }
    let content = KeyFile {
        kid: kid.clone(),
        alg: "ed25519".into(),
        private_key: key.secret(),
    };
    let text = serde_json::to_string_pretty(&content)? + "\n";
    let made = new_private_file().write(true).create_new(true).open(file);
    made.and_then(|mut open| open.write_all(text.as_bytes()).and_then(|()| open.sync_all()))
        .map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => CliError::file(file, FileProblem::KeyExists),
            _ => CliError::file(file, error),
        })?;
    eprintln!(
        "licensing: keep {} where only the people who issue certificates can read it, and add the line below to activation.keys in the catalog",
        file.display()
    );
    say_json(&json!({ kid: key.public() }))
}

/// Whether a key ID needs no escaping in files and messages.
fn is_kid(kid: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    (1..=40).contains(&kid.len()) && kid.bytes().all(letter)
}

/// Reads a private key from its file. Other users must not have permission to read it.
pub fn read_key(file: &Path) -> Result<Key, CliError> {
    check_permissions(file)?;
    let content: KeyFile = serde_json::from_str(&read(file)?).map_err(|_| CliError::file(file, FileProblem::NoKey))?;
    let private = (content.alg == "ed25519")
        .then(|| PrivateKey::parse(&content.private_key))
        .flatten();
    Ok(Key {
        kid: content.kid,
        private: private.ok_or_else(|| CliError::file(file, FileProblem::DamagedKey))?,
    })
}

#[cfg(unix)]
fn new_private_file() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    options.mode(0o600);
    options
}

#[cfg(not(unix))]
fn new_private_file() -> OpenOptions {
    OpenOptions::new()
}

/// Refuses a key that other users may read or write, because they might know it.
#[cfg(unix)]
fn check_permissions(file: &Path) -> Result<(), CliError> {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(file)
        .map_err(|error| CliError::file(file, error))?
        .permissions()
        .mode()
        & 0o777;
    if mode & 0o077 == 0 {
        return Ok(());
    }
    let path = file.to_owned();
    Err(CliError::file(file, FileProblem::PublicKeyFile { mode, path }))
}

#[cfg(not(unix))]
fn check_permissions(_: &Path) -> Result<(), CliError> {
    Ok(())
}

/// Removes a public key from the catalog and adds its ID to the revoked keys, so that pages do not consider the new
/// catalog older than the previous one. Prints the certificates in a folder that were signed with the key.
pub fn revoke(kid: &str, file: &Path, issued: Option<&Path>) -> Result<(), CliError> {
    catalogue(file)?;
    let text = read(file)?;
    let mut expected: Value = serde_json::from_str(&text).map_err(|error| CliError::file(file, error))?;
    let keys = expected.pointer_mut("/activation/keys").and_then(Value::as_object_mut);
    let key = keys.and_then(|keys| keys.remove(kid));
    let key = key.ok_or_else(|| CliError::file(file, FileProblem::NothingToRevoke(kid.to_owned())))?;
    if let Some(activation) = expected.pointer_mut("/activation").and_then(Value::as_object_mut) {
        let revoked = activation.entry("revoked").or_insert_with(|| json!([]));
        if let Some(revoked) = revoked.as_array_mut() {
            revoked.insert(0, json!(kid));
        }
    }
    let again = issued.map(|folder| signed_with(kid, folder)).transpose()?;
    let rest = without_entry(&text, kid, key.as_str().unwrap_or_default())
        .and_then(|rest| with_revoked(&rest, kid))
        .filter(|rest| serde_json::from_str::<Value>(rest).is_ok_and(|rest| rest == expected))
        .ok_or_else(|| CliError::file(file, FileProblem::RevokeByHand(kid.to_owned())))?;
    replace(file, &rest)?;
    say_json(&json!({ "revoked": kid, "issue_again": again }))
}

/// Removes an entry of an object from a JSON text. Everything else is kept unchanged.
fn without_entry(text: &str, name: &str, value: &str) -> Option<String> {
    let literal = |text: &str| Value::from(text).to_string();
    let (name, value) = (literal(name), literal(value));
    text.match_indices(&name).find_map(|(at, _)| {
        let after = text.get(at + name.len()..)?.trim_start().strip_prefix(':')?;
        let after = after.trim_start().strip_prefix(&value)?;
        let before = text.get(..at)?;
        Some(match after.trim_start().strip_prefix(',') {
            Some(after) => [before, after.trim_start()].concat(),
            None => [before.trim_end().trim_end_matches(','), after].concat(),
        })
    })
}

/// Adds a key to the start of the list of revoked keys in a JSON text. Everything else is kept unchanged.
fn with_revoked(text: &str, kid: &str) -> Option<String> {
    let kid = Value::from(kid).to_string();
    // The position after the name and the opening bracket of its value.
    let opened = |name: &str, bracket: char| {
        let named = text.match_indices(name).map(|(at, _)| at + name.len());
        named.into_iter().find_map(|at| {
            let value = text.get(at..)?.trim_start().strip_prefix(':')?.trim_start();
            let inside = value.strip_prefix(bracket)?;
            Some(text.len() - inside.len())
        })
    };
    let (at, first) = match opened("\"revoked\"", '[') {
        Some(at) => (at, kid),
        None => (opened("\"activation\"", '{')?, format!("\"revoked\": [{kid}]")),
    };
    let (before, after) = text.split_at_checked(at)?;
    let blank = after.get(..after.len() - after.trim_start().len())?;
    let empty = after.trim_start().starts_with([']', '}']);
    let comma = if empty { "" } else { "," };
    Some([before, blank, &first, comma, after].concat())
}

/// The names of the certificates in a folder that were signed with this key.
fn signed_with(kid: &str, folder: &Path) -> Result<Vec<String>, CliError> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|error| CliError::file(folder, error))? {
        let path = entry.map_err(|error| CliError::file(folder, error))?.path();
        if path.extension().is_none_or(|it| it != "lic") {
            continue;
        }
        let certificate = Certificate::read(&received(&read(&path)?));
        if certificate.is_ok_and(|it| it.kid() == kid) {
            names.extend(path.file_stem().map(|it| it.to_string_lossy().into_owned()));
        }
    }
    names.sort_unstable();
    Ok(names)
}
