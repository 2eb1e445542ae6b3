//! Which activations of a journal are signed by a trusted key (ACT 7).
//!
//! A person who can write to the journal can add an activation, and a catalog with a key of their own. The ledger
//! therefore remembers which key proved each activation, and each reader of the account decides which keys to trust.
//! Revoking a key invalidates everything it has signed.

use crate::activation::certificate::Certificate;
use crate::activation::confirmation::{ActivationMode, Confirmation};
use crate::catalogue::Activation;
use crate::command::Command;
use crate::event::Event;

/// The proved activations of a journal, newest last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proofs(Vec<Proof>);

/// An activation and its proof.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Proof {
    confirmation: Confirmation,
    /// The certificate that was proved last, as text.
    certificate: String,
    /// The ID of the signing key, and the public key itself, because the same ID may later belong to another key.
    kid: String,
    key: String,
}

impl Proof {
    fn is_trusted(&self, trusted: Option<&Activation>) -> bool {
        trusted.and_then(|it| it.keys.get(&self.kid)) == Some(&self.key)
    }
}

impl Proofs {
    /// The newest activation with a trusted key.
    pub fn in_force(&self, trusted: Option<&Activation>) -> Option<Confirmation> {
        let newest = self.0.iter().rev().find(|it| it.is_trusted(trusted));
        newest.map(|it| it.confirmation.clone())
    }

    /// The newest activation, even if its key is no longer trusted.
    pub fn newest_of_all(&self) -> Option<&Confirmation> {
        self.0.last().map(|it| &it.confirmation)
    }

    /// Whether an event confirms the active certificate that is already proved. Daily confirmations are then verified
    /// only once.
    pub fn holds_again(&self, active: Option<&Confirmation>, event: &Event, command: &Command) -> bool {
        let (
            Some(active),
            Event::Confirmed { on },
            Command::Confirm {
                certificate: Some(text),
                ..
            },
        ) = (active, event, command)
        else {
            return false;
        };
        let by_it = |proof: &Proof| proof.confirmation == *active && proof.certificate == *text;
        active.mode == ActivationMode::Online
            && *on > active.on
            && *on <= active.grant.last_day()
            && self.0.iter().any(by_it)
    }

    /// Stores an event that one of these keys proved, and the command that contains its certificate.
    pub fn keep(&mut self, event: &Event, command: &Command, trusted: Option<&Activation>) {
        let (Command::Activate { certificate, .. }
        | Command::Confirm {
            certificate: Some(certificate),
            ..
        }) = command
        else {
            if let (Event::Confirmed { on }, Some(proof)) = (event, self.newest(trusted)) {
                proof.confirmation.on = *on;
            }
            return;
        };
        // A certificate that cannot be read proves nothing.
        let Ok(read) = Certificate::read(certificate) else {
            return;
        };
        let kid = read.kid().to_owned();
        let Some(key) = trusted.and_then(|it| it.keys.get(&kid)).cloned() else {
            return;
        };
        let confirmation = match (event, self.newest(trusted)) {
            (Event::Activated { on, mode, grant, .. }, _) => Confirmation {
                grant: grant.clone(),
                mode: *mode,
                on: *on,
            },
            (Event::Confirmed { on }, Some(proof)) => {
                proof.confirmation.on = *on;
                // A certificate with the same content may be signed again by another key.
                if proof.certificate == *certificate {
                    return;
                }
                proof.confirmation.clone()
            }
            _ => return,
        };
        self.0.push(Proof {
            confirmation,
            certificate: certificate.clone(),
            kid,
            key,
        });
    }

    fn newest(&mut self, trusted: Option<&Activation>) -> Option<&mut Proof> {
        self.0.iter_mut().rev().find(|it| it.is_trusted(trusted))
    }
}
