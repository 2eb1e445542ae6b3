//! Keys of the vendor: public ones, which the catalogue names, and the private one that signs.

use crate::activation::check::FailedCheck;
use crate::catalogue::Activation;
use crate::text::base64::{decode_exactly, encode};
use crate::value::digest::sha256;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};

/// What stands before every text that is signed, so that a signature for one thing is never one for another.
const PURPOSE: &str = "timetracker-licence-v1\n";

/// How many letters of the hash of a public key make its id.
const ID_LETTERS: usize = 12;

/// What is signed: the purpose, and the payload as it stands in the certificate.
fn signed_text(payload: &str) -> String {
    [PURPOSE, payload].concat()
}

/// A public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// Reads base64 of the 32 raw bytes; `None` for what is none, or no point of the curve.
    pub fn parse(text: &str) -> Option<Self> {
        VerifyingKey::from_bytes(&decode_exactly(text)?).ok().map(Self)
    }

    /// The key that the catalogue names so.
    ///
    /// # Errors
    /// `key_unknown`, also where what it names is no key.
    pub fn of_catalogue(activation: Option<&Activation>, kid: &str) -> Result<Self, FailedCheck> {
        let named = activation.and_then(|it| it.keys.get(kid));
        named.and_then(|text| Self::parse(text)).ok_or(FailedCheck::KeyUnknown)
    }

    /// Checks a signature strictly: what could have been signed by nobody, or in more than one way, is refused too.
    ///
    /// # Errors
    /// `signature`.
    pub fn verify(&self, payload: &str, signature: &str) -> Result<(), FailedCheck> {
        let bytes = decode_exactly(signature).ok_or(FailedCheck::Signature)?;
        self.verify_bytes(signed_text(payload).as_bytes(), &bytes)
            .ok_or(FailedCheck::Signature)
    }

    /// Whether these bytes are a strict signature of the message.
    pub fn verify_bytes(&self, message: &[u8], signature: &[u8; 64]) -> Option<()> {
        self.0.verify_strict(message, &Signature::from_bytes(signature)).ok()
    }
}

/// A private key. It can sign and be written into its own file, and nothing else shows it.
pub struct PrivateKey(SigningKey);

impl PrivateKey {
    /// A key from 32 random bytes.
    pub fn from_random(random: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(random))
    }

    /// Reads base64 of the 32 bytes; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        decode_exactly(text).map(|bytes| Self::from_random(&bytes))
    }

    /// Base64 of its 32 bytes, for the one file that holds it.
    pub fn secret(&self) -> String {
        encode(self.0.as_bytes())
    }

    /// Its public key, as the catalogue has it.
    pub fn public(&self) -> String {
        encode(self.0.verifying_key().as_bytes())
    }

    /// The id that a key gets of itself: the beginning of the hash of its public key.
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
