//! Certificates: a text format around a signed grant (docs/formats.md).
//!
//! A certificate is read from the outside in, and each layer is checked before the next one is parsed: size, frame,
//! version, algorithm, key, signature, and finally the signed content.

use crate::activation::check::{CheckContext, FailedCheck};
use crate::activation::grant::Grant;
use crate::activation::key::{PrivateKey, PublicKey};
use crate::catalogue::Activation;
use crate::json::line::to_json_line;
use crate::text::base64::{decode, encode, lines, unlined};
use crate::text::letters::{ends_line, trimmed, unended};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The first line.
pub const BEGIN: &str = "-----BEGIN ACTIVATION CERTIFICATE-----";
/// The last line.
const END: &str = "-----END ACTIVATION CERTIFICATE-----";
/// The longest text that is read, in bytes. A certificate with a hundred instances is a fifth of that.
pub const LONGEST: usize = 64 * 1024;
/// The only supported version.
const VERSION: u64 = 1;
/// The only permitted signature algorithm.
const ALGORITHM: &str = "ed25519";

/// The content between the first and the last line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Envelope<'a> {
    v: u64,
    kid: &'a str,
    alg: &'a str,
    payload: &'a str,
    sig: &'a str,
}

/// The parsed envelope. Version and algorithm may be anything, because they are checked separately.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    v: Value,
    kid: String,
    alg: Value,
    payload: String,
    sig: String,
}

/// A certificate in the right format. Its content is not verified yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    kid: String,
    payload: String,
    signature: String,
}

impl Certificate {
    /// Parses the text. All line breaks are LF, or all are CRLF. The last one may be missing.
    ///
    /// # Errors
    /// `framing`, `version` or `algorithm`.
    pub fn read(text: &str) -> Result<Self, FailedCheck> {
        let json = unframed(text).ok_or(FailedCheck::Framing)?;
        // A later version may have other fields, so the version is checked first.
        let open: Value = serde_json::from_slice(&json).map_err(|_| FailedCheck::Framing)?;
        let known = |version: &Value| version.as_u64() == Some(VERSION);
        if !open.get("v").map(known).ok_or(FailedCheck::Framing)? {
            return Err(FailedCheck::Version);
        }
        let read: Read = serde_json::from_slice(&json).map_err(|_| FailedCheck::Framing)?;
        if !known(&read.v) {
            return Err(FailedCheck::Version);
        }
        if read.alg.is_null() {
            return Err(FailedCheck::Framing);
        }
        if read.alg.as_str() != Some(ALGORITHM) {
            return Err(FailedCheck::Algorithm);
        }
        Ok(Self {
            kid: read.kid,
            payload: read.payload,
            signature: read.sig,
        })
    }

    /// Issues a certificate and returns its text.
    ///
    /// # Errors
    /// If the grant cannot be written.
    pub fn issue(grant: &Grant, kid: &str, key: &PrivateKey) -> serde_json::Result<String> {
        let payload = encode(to_json_line(grant)?.as_bytes());
        let envelope = Envelope {
            v: VERSION,
            kid,
            alg: ALGORITHM,
            sig: &key.sign(&payload),
            payload: &payload,
        };
        Ok([BEGIN, "\n", &lines(to_json_line(&envelope)?.as_bytes()), END, "\n"].concat())
    }

    /// The ID of the key that it claims to be signed with.
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// The verified grant, if a key of the catalog has signed it.
    ///
    /// # Errors
    /// `key_unknown` or `signature`. `framing` if the signed content is not a grant.
    pub fn grant(&self, activation: Option<&Activation>) -> Result<Grant, FailedCheck> {
        PublicKey::of_catalogue(activation, &self.kid)?.verify(&self.payload, &self.signature)?;
        let content = decode(&self.payload).ok_or(FailedCheck::Framing)?;
        serde_json::from_slice(&content).map_err(|_| FailedCheck::Framing)
    }
}

/// Cleans up a certificate from a file, an email or a form: removes blank lines, and the whitespace and invisible
/// characters around lines that transmission adds, and unifies line breaks. The checks handle everything else.
pub fn received(text: &str) -> String {
    let lines = unended(text).split(ends_line).map(trimmed);
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// The result of examining a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Examined {
    /// The grant, if its signature is valid.
    pub grant: Option<Grant>,
    /// The first check that failed. `None` if the certificate may be used.
    pub failed: Option<FailedCheck>,
}

/// Runs all checks in order.
pub fn examine(text: &str, activation: Option<&Activation>, at: &CheckContext<'_>) -> Examined {
    match Certificate::read(text).and_then(|it| it.grant(activation)) {
        Ok(grant) => Examined {
            failed: grant.check(at).err(),
            grant: Some(grant),
        },
        Err(check) => Examined {
            grant: None,
            failed: Some(check),
        },
    }
}

/// The bytes between the first and the last line.
fn unframed(text: &str) -> Option<Vec<u8>> {
    if text.len() > LONGEST {
        return None;
    }
    let line_end = if text.contains('\r') { "\r\n" } else { "\n" };
    let text = text.strip_suffix(line_end).unwrap_or(text);
    let body = text.strip_prefix(BEGIN)?.strip_suffix(END)?;
    let body = body.strip_prefix(line_end)?.strip_suffix(line_end)?;
    unlined(body.split(line_end))
}
