//! The relay to the activation service: a test of the way through it, and its password (ACT 4).

use super::{engine, protocol};
use crate::licensing::activation::Relay;
use crate::store::Store;
use crate::vendor::Unreached;
use crate::vendor::address;
use crate::vendor::request::{Question, answers, status};

/// The name under which the password is kept for who looks.
const PASSWORD: &str = "relay-password";

/// What a test of the relay has found out (ACT 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    Unreached(Unreached),
}

impl Store {
    /// Tries the way through a relay, step by step, so that what is wrong can be told (ACT 4).
    pub async fn test_relay(self, relay: Relay, password: String) -> Tested {
        let Some(now) = self.current() else {
            return Tested::Unreached(Unreached::CalledOff);
        };
        let relay = Relay { enabled: true, ..relay };
        let active = now.account.activation.as_ref().map(|it| it.grant.subscription_id);
        let id = active.unwrap_or(now.account.id);
        let url = match address::certificate(now.catalogue.activation.as_ref(), Some(&relay), protocol(), id) {
            Ok(url) => url,
            Err(why) => return Tested::Unreached(why),
        };
        let authorization = relay.authorization(&password);
        let question = |authorization| Question {
            url: &url,
            authorization,
            body: None,
        };
        match status(&question(authorization.as_deref())).await {
            Ok(200..300) => Tested::Open,
            Ok(404 | 410) => Tested::OpenUnknown,
            Ok(401 | 407) => Tested::Unreached(Unreached::Denied),
            Ok(502 | 504) => Tested::Unreached(Unreached::BehindRelay),
            Ok(other) => Tested::Unreached(Unreached::Status(other)),
            // Without the header there is no preflight.
            Err(_) if authorization.is_some() && status(&question(None)).await.is_ok() => Tested::Preflight,
            Err(_) if answers(&url).await => Tested::NoLeave,
            Err(why) => Tested::Unreached(why),
        }
    }

    /// The relay's password, where who looks has entered one.
    pub async fn password(self) -> Option<String> {
        let known = engine().password.borrow().clone();
        if known.is_some() {
            return known;
        }
        let kept = self.kept(PASSWORD).await;
        engine().password.replace(kept.clone());
        kept
    }

    /// Keeps the relay's password: for who looks in Azure DevOps, else until the page is closed.
    pub fn keep_password(self, password: String) {
        engine().password.replace(Some(password.clone()));
        self.keep(PASSWORD, password);
    }
}
