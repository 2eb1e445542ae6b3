//! The activation proxy: testing the connection through it, and storing its password (ACT 4).

use crate::adapters::vendor_client::{Question, ask_once, status};
use crate::store::activation::engine::{engine, is_secure, protocol};
use crate::store::state::Store;
use exchange::vendor::{VendorError, address};
use licensing::activation::proxy::{ActivationProxy, BoundPassword};

/// The name of the viewer's preference that stores the password.
const PASSWORD: &str = "relay-password";

/// The result of testing an activation proxy (ACT 4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProxyTest {
    /// The activation service answers through it.
    Open,
    /// The activation service answers through it, but has nothing for the subscription yet.
    OpenUnknown,
    /// It requires a user name and password even for the browser's preflight request.
    Preflight,
    /// A server responds but does not let the page read the response.
    NoLeave,
    /// It cannot be reached, or it refuses.
    Unreached(VendorError),
}

impl Store {
    /// Tests the connection through a proxy step by step, to find out what is wrong (ACT 4). `typed` is the password
    /// that was just entered. Without it, the test sends the password that was stored for this very proxy.
    pub async fn test_relay(self, relay: ActivationProxy, typed: Option<String>) -> ProxyTest {
        let Some(now) = self.current() else {
            return ProxyTest::Unreached(VendorError::CalledOff);
        };
        let relay = ActivationProxy { enabled: true, ..relay };
        let active = now.account.activation().map(|it| it.grant.subscription_id);
        let id = active.unwrap_or(now.account.id());
        let url = match address::certificate(now.catalogue.activation.as_ref(), Some(&relay), protocol(), id) {
            Ok(url) => url,
            Err(why) => return ProxyTest::Unreached(why),
        };
        let bound = match typed {
            Some(password) => BoundPassword::new(&relay, is_secure(), password),
            None => self.password().await,
        };
        let authorization = bound.and_then(|it| it.authorization(&relay, is_secure()));
        if authorization.is_none() && relay.user.is_some() {
            return ProxyTest::Unreached(VendorError::NoPassword);
        }
        let question = |authorization| Question {
            url: &url,
            authorization,
            body: None,
        };
        let Err(why) = ask_once(&question(authorization.as_deref())).await else {
            return ProxyTest::Open;
        };
        let kept_back = matches!(why, VendorError::Hidden | VendorError::NoAnswer | VendorError::TimedOut);
        match why.reason() {
            VendorError::NotFound => ProxyTest::OpenUnknown,
            // Without the header there is no preflight.
            _ if kept_back && authorization.is_some() && status(&question(None)).await.is_ok() => ProxyTest::Preflight,
            VendorError::Hidden => ProxyTest::NoLeave,
            _ => ProxyTest::Unreached(why),
        }
    }

    /// The password that the viewer entered, with the proxy that it was entered for.
    pub async fn password(self) -> Option<BoundPassword> {
        let known = engine().password.borrow().clone();
        if known.is_some() {
            return known;
        }
        let kept = self.preference(PASSWORD).await;
        let kept = kept.and_then(|text| BoundPassword::read(&text));
        engine().password.replace(kept.clone());
        kept
    }

    /// Stores a password for one proxy: in Azure DevOps for the viewer, otherwise until the page is closed.
    pub fn keep_password(self, relay: &ActivationProxy, password: String) {
        if let Some(bound) = BoundPassword::new(relay, is_secure(), password) {
            // A password that cannot be serialized is kept until the page is closed.
            if let Ok(text) = bound.text() {
                self.set_preference(PASSWORD, text);
            }
            engine().password.replace(Some(bound));
        }
    }

    /// Where a password for a proxy would be sent, in readable form. `None` if the proxy has no user name.
    pub fn place_of(self, relay: &ActivationProxy) -> Option<String> {
        relay.place(is_secure())
    }

    /// Whether a password was entered for this very proxy.
    pub fn is_for(self, password: &BoundPassword, relay: &ActivationProxy) -> bool {
        password.is_for(relay, is_secure())
    }
}
