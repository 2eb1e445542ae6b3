//! What of a journal's activations is signed by a key that is trusted (ACT 7).
//!
//! Whoever can write into the journal can write an activation into it, and a catalogue with a key of their own. So the
//! book keeps, of every activation that it has proved, which key it was proved by, and whoever reads the account says
//! which keys they trust. A key that is revoked takes with it what it has signed.

use crate::activation::certificate::Certificate;
use crate::activation::confirmation::{ActivationMode, Confirmation};
use crate::catalogue::Activation;
use crate::command::Command;
use crate::event::Event;

/// The activations of a journal that were proved, the newest last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proofs(Vec<Proof>);

/// An activation and what proves it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Proof {
    confirmation: Confirmation,
    /// The text of the certificate that was proved last.
    certificate: String,
    /// The id of the key that has signed it, and the public key itself: an id may be given to another one.
    kid: String,
    key: String,
}

impl Proof {
    fn is_trusted(&self, trusted: Option<&Activation>) -> bool {
        trusted.and_then(|it| it.keys.get(&self.kid)) == Some(&self.key)
    }
}

impl Proofs {
    /// The newest activation whose key is among those that are trusted.
    pub fn in_force(&self, trusted: Option<&Activation>) -> Option<Confirmation> {
        let newest = self.0.iter().rev().find(|it| it.is_trusted(trusted));
        newest.map(|it| it.confirmation.clone())
    }

    /// The newest activation, whether or not its key is still trusted.
    pub fn newest_of_all(&self) -> Option<&Confirmation> {
        self.0.last().map(|it| &it.confirmation)
    }

    /// Whether an event confirms what is active by the very certificate that has proved it: what comes every day is
    /// verified once.
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
        active.way == ActivationMode::Online
            && *on > active.on
            && *on <= active.grant.last_day()
            && self.0.iter().any(by_it)
    }

    /// Keeps an event that was proved by one of these keys, with the command that has brought its certificate.
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
        // What cannot be read has proved nothing.
        let Ok(read) = Certificate::read(certificate) else {
            return;
        };
        let kid = read.kid().to_owned();
        let Some(key) = trusted.and_then(|it| it.keys.get(&kid)).cloned() else {
            return;
        };
        let confirmation = match (event, self.newest(trusted)) {
            (Event::Activated { on, way, grant, .. }, _) => Confirmation {
                grant: grant.clone(),
                way: *way,
                on: *on,
            },
            (Event::Confirmed { on }, Some(proof)) => {
                proof.confirmation.on = *on;
                // The same may have been signed anew, by another key.
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
