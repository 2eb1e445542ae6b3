//! The relay to the activation service: a test of the way through it, and its password (ACT 4).

use super::{engine, is_secure, protocol};
use crate::store::Store;
use crate::vendor::VendorError;
use crate::vendor::address;
use crate::vendor::request::{Question, ask_once, status};
use licensing::activation::proxy::{ActivationProxy, BoundPassword};

/// The name under which the password is kept for who looks.
const PASSWORD: &str = "relay-password";

/// What a test of the relay has found out (ACT 4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tested {
    /// The whole way is open.
    Open,
    /// The whole way is open; the service has nothing for the subscription yet.
    OpenUnknown,
    /// It asks for user name and password before it answers the browser's preflight.
    Preflight,
    /// Something answers there that does not let a page read.
    NoLeave,
    /// Not to be reached, or refused.
    Unreached(VendorError),
}

impl Store {
    /// Tries the way through a relay, step by step, so that what is wrong can be told (ACT 4). `typed` is the password
    /// as it was entered just now; without one, that is sent which was kept for this very relay.
    pub async fn test_relay(self, relay: ActivationProxy, typed: Option<String>) -> Tested {
        let Some(now) = self.current() else {
            return Tested::Unreached(VendorError::CalledOff);
        };
        let relay = ActivationProxy { enabled: true, ..relay };
        let active = now.account.activation().map(|it| it.grant.subscription_id);
        let id = active.unwrap_or(now.account.id());
        let url = match address::certificate(now.catalogue.activation.as_ref(), Some(&relay), protocol(), id) {
            Ok(url) => url,
            Err(why) => return Tested::Unreached(why),
        };
        let bound = match typed {
            Some(password) => BoundPassword::new(&relay, is_secure(), password),
            None => self.password().await,
        };
        let authorization = bound.and_then(|it| it.authorization(&relay, is_secure()));
        if authorization.is_none() && relay.user.is_some() {
            return Tested::Unreached(VendorError::NoPassword);
        }
        let question = |authorization| Question {
            url: &url,
            authorization,
            body: None,
        };
        let Err(why) = ask_once(&question(authorization.as_deref())).await else {
            return Tested::Open;
        };
        let kept_back = matches!(why, VendorError::Hidden | VendorError::NoAnswer | VendorError::TimedOut);
        match why.reason() {
            VendorError::NotFound => Tested::OpenUnknown,
            // Without the header there is no preflight.
            _ if kept_back && authorization.is_some() && status(&question(None)).await.is_ok() => Tested::Preflight,
            VendorError::Hidden => Tested::NoLeave,
            _ => Tested::Unreached(why),
        }
    }

    /// The password that who looks has entered, with the relay that it was entered for.
    pub async fn password(self) -> Option<BoundPassword> {
        let known = engine().password.borrow().clone();
        if known.is_some() {
            return known;
        }
        let kept = self.kept(PASSWORD).await;
        let kept = kept.and_then(|text| BoundPassword::read(&text));
        engine().password.replace(kept.clone());
        kept
    }

    /// Keeps a password for one relay: for who looks in Azure DevOps, else until the page is closed.
    pub fn keep_password(self, relay: &ActivationProxy, password: String) {
        if let Some(bound) = BoundPassword::new(relay, is_secure(), password) {
            // What could not be written is kept until the page is closed.
            if let Ok(text) = bound.text() {
                self.keep(PASSWORD, text);
            }
            engine().password.replace(Some(bound));
        }
    }

    /// Where a password for a relay would go, for people; none where it asks for no user.
    pub fn place_of(self, relay: &ActivationProxy) -> Option<String> {
        relay.place(is_secure())
    }

    /// Whether a password was entered for this very relay.
    pub fn is_for(self, password: &BoundPassword, relay: &ActivationProxy) -> bool {
        password.is_for(relay, is_secure())
    }
}
