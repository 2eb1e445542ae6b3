//! The vendor's keys: public keys in the catalog, and the private key that signs.

use crate::activation::check::FailedCheck;
use crate::catalogue::Activation;
use crate::text::base64::{decode_exactly, encode};
use crate::value::digest::sha256;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};

/// The prefix of every signed text. It prevents a signature from being reused for another purpose.
const PURPOSE: &str = "timetracker-licence-v1\n";

/// The length of a key ID: the first characters of the public key's hash.
const ID_LETTERS: usize = 12;

/// The signed text: the purpose, and the payload exactly as in the certificate.
fn signed_text(payload: &str) -> String {
    [PURPOSE, payload].concat()
}

/// A public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// Parses base64 of the 32 raw bytes. `None` for anything else, and for bytes that are not a point on the curve.
    pub fn parse(text: &str) -> Option<Self> {
        VerifyingKey::from_bytes(&decode_exactly(text)?).ok().map(Self)
    }

    /// The key with this ID in the catalog.
    ///
    /// # Errors
    /// `key_unknown`, also if the catalog's entry is not a valid key.
    pub fn of_catalogue(activation: Option<&Activation>, kid: &str) -> Result<Self, FailedCheck> {
        let named = activation.and_then(|it| it.keys.get(kid));
        named.and_then(|text| Self::parse(text)).ok_or(FailedCheck::KeyUnknown)
    }

    /// Verifies a signature strictly. It rejects weak keys and signatures with more than one valid form.
    ///
    /// # Errors
    /// `signature`.
    pub fn verify(&self, payload: &str, signature: &str) -> Result<(), FailedCheck> {
        let bytes = decode_exactly(signature).ok_or(FailedCheck::Signature)?;
        self.verify_bytes(signed_text(payload).as_bytes(), &bytes)
            .ok_or(FailedCheck::Signature)
    }

    /// Whether these bytes are a strictly valid signature of the message.
    pub fn verify_bytes(&self, message: &[u8], signature: &[u8; 64]) -> Option<()> {
        self.0.verify_strict(message, &Signature::from_bytes(signature)).ok()
    }
}

/// A private key. It can sign, and be written to its own file. Nothing else reveals it.
pub struct PrivateKey(SigningKey);

impl PrivateKey {
    /// A key from 32 random bytes.
    pub fn from_random(random: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(random))
    }

    /// Parses base64 of the 32 bytes. `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        decode_exactly(text).map(|bytes| Self::from_random(&bytes))
    }

    /// Base64 of the 32 bytes, for the key's own file.
    pub fn secret(&self) -> String {
        encode(self.0.as_bytes())
    }

    /// The public key as in the catalog.
    pub fn public(&self) -> String {
        encode(self.0.verifying_key().as_bytes())
    }

    /// The key ID: the first characters of the public key's hash.
    pub fn id(&self) -> String {
        sha256(&self.public()).as_str().chars().take(ID_LETTERS).collect()
    }

    /// The signature of a payload, base64.
    pub fn sign(&self, payload: &str) -> String {
        encode(&self.sign_bytes(signed_text(payload).as_bytes()))
    }

    /// The signature of a message.
    pub fn sign_bytes(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}
