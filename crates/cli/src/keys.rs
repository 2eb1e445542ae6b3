//! `keygen` and `revoke-key`: the vendor's keys. A private key stands in the one file it was made in, which only its
//! owner may read; nothing prints or copies it.

use crate::files::{about, catalogue, read, replace, say_json};
use licensing::activation::certificate::{Certificate, received};
use licensing::activation::key::PrivateKey;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;

/// The file of a private key.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    kid: String,
    alg: String,
    private_key: String,
}

/// A private key and the id by which the catalogue names its public one.
pub struct Key {
    pub kid: String,
    pub private: PrivateKey,
}

/// Makes a key into a new file, and prints what belongs into `activation.keys` of the catalogue.
pub fn keygen(file: &Path, kid: Option<&str>) -> Result<(), String> {
    let mut random = [0; 32];
    getrandom::fill(&mut random).map_err(|error| format!("this computer gives no random numbers: {error}"))?;
    let key = PrivateKey::from_random(&random);
    let kid = kid.map_or_else(|| key.id(), str::to_owned);
    if !is_kid(&kid) {
        return Err(format!(
            "`{kid}` is no id of a key: use 1 to 40 letters, digits, `-` and `_`"
        ));
    }
    let content = KeyFile {
        kid: kid.clone(),
        alg: "ed25519".into(),
        private_key: key.secret(),
    };
    let text = serde_json::to_string_pretty(&content).map_err(|error| error.to_string())? + "\n";
    let made = new_private_file().write(true).create_new(true).open(file);
    made.and_then(|mut open| open.write_all(text.as_bytes()).and_then(|()| open.sync_all()))
        .map_err(|error| match error.kind() {
            std::io::ErrorKind::AlreadyExists => {
                about(file, &"is there already: keys are never overwritten, name another file")
            }
            _ => about(file, &error),
        })?;
    eprintln!(
        "licensing: keep {} where only who issues certificates can read it, and put the line below into activation.keys of the catalogue",
        file.display()
    );
    say_json(&json!({ kid: key.public() }))
}

/// Whether an id of a key can stand in files and messages as it is.
fn is_kid(kid: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    (1..=40).contains(&kid.len()) && kid.bytes().all(letter)
}

/// Reads a private key out of its file, which nobody else may read.
pub fn read_key(file: &Path) -> Result<Key, String> {
    check_permissions(file)?;
    let content: KeyFile = serde_json::from_str(&read(file)?)
        .map_err(|_| about(file, &"is no private key: use the file that `licensing keygen` made"))?;
    let private = (content.alg == "ed25519")
        .then(|| PrivateKey::parse(&content.private_key))
        .flatten();
    Ok(Key {
        kid: content.kid,
        private: private.ok_or_else(|| {
            about(
                file,
                &"holds no sound private key: make a new one with `licensing keygen`",
            )
        })?,
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

/// Refuses a key that others may read or write: it may be known to them.
#[cfg(unix)]
fn check_permissions(file: &Path) -> Result<(), String> {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(file)
        .map_err(|error| about(file, &error))?
        .permissions()
        .mode()
        & 0o777;
    if mode & 0o077 == 0 {
        return Ok(());
    }
    let shown = file.display();
    Err(about(
        file,
        &format!(
            "others may read this private key (mode {mode:04o}). Run `chmod 600 {shown}`; if somebody may have seen it, make a new key and run `licensing revoke-key`"
        ),
    ))
}

#[cfg(not(unix))]
fn check_permissions(_: &Path) -> Result<(), String> {
    Ok(())
}

/// Takes a public key out of the catalogue, notes there that it is revoked, so that no page takes the catalogue for an older
/// one, and tells which certificates of a folder were signed with it.
pub fn revoke(kid: &str, file: &Path, issued: Option<&Path>) -> Result<(), String> {
    catalogue(file)?;
    let text = read(file)?;
    let place = format!("activation.keys.{kid}");
    let mut expected: Value = serde_json::from_str(&text).map_err(|error| about(file, &error))?;
    let keys = expected.pointer_mut("/activation/keys").and_then(Value::as_object_mut);
    let key = keys.and_then(|keys| keys.remove(kid));
    let key = key.ok_or_else(|| about(file, &format!("{place} is not there: nothing to revoke")))?;
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
        .ok_or_else(|| {
            about(
                file,
                &format!(
                    "take {place} out and add {kid} to activation.revoked by hand: their places are not to be told from others"
                ),
            )
        })?;
    replace(file, &rest)?;
    say_json(&json!({ "revoked": kid, "issue_again": again }))
}

/// A JSON text without this entry of an object, everything else as it was written.
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

/// A JSON text with this key first in the list of those revoked, everything else as it was written.
fn with_revoked(text: &str, kid: &str) -> Option<String> {
    let kid = Value::from(kid).to_string();
    // What follows the name and the opening bracket of its value.
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

/// The names of the certificates in a folder that say they were signed with this key.
fn signed_with(kid: &str, folder: &Path) -> Result<Vec<String>, String> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|error| about(folder, &error))? {
        let path = entry.map_err(|error| about(folder, &error))?.path();
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
