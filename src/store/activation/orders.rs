//! Orders to the vendor (ACT 9).

use crate::store::activation::engine::{ActivationError, Applied, booked, engine, protocol};
use crate::store::attempt::BookingOutcome;
use crate::store::state::Store;
use exchange::vendor::{VendorError, address};
use licensing::activation::delivery::Delivery;
use licensing::command::Command;
use licensing::ledger::order_file::OrderFile;
use licensing::ledger::order_file::excerpt::unsent;

impl Store {
    /// The order at the end of the journal that has not been sent yet (ACT 9).
    pub fn order(self) -> Option<OrderFile> {
        let now = self.current()?;
        Some(OrderFile::of_ledger(&now.ledger, &now.instance()?))
    }

    /// Sends the order and records that it was sent (ACT 9).
    pub async fn post_order(self) -> Result<Applied, ActivationError> {
        let engine = engine();
        if engine.posting.replace(true) {
            return Ok(Applied::Current);
        }
        let outcome = self.try_post().await;
        let outcome = self.post_again(outcome).await;
        engine.posting.set(false);
        outcome
    }

    /// Sends what was booked while an order was being sent, until nothing is left or something fails.
    async fn post_again(self, mut outcome: Result<Applied, ActivationError>) -> Result<Applied, ActivationError> {
        while matches!(outcome, Ok(Applied::Booked(_))) {
            match self.try_post().await {
                Ok(Applied::Current) => break,
                next => outcome = next,
            }
        }
        outcome
    }

    /// Sends the order once. If the vendor already has everything, there is nothing to send.
    async fn try_post(self) -> Result<Applied, ActivationError> {
        let now = self.shown()?;
        if unsent(&now.ledger, &now.account).next().is_none() {
            return Ok(Applied::Current);
        }
        let via_relay = now.relay().is_some();
        let unreached = |why| ActivationError::Unreached(why, via_relay);
        let url = address::orders(now.catalogue.activation.as_ref(), now.relay(), protocol());
        let url = url
            .and_then(|url| url.ok_or(VendorError::NoService))
            .map_err(unreached)?;
        let order = self.order().ok_or(unreached(VendorError::NoService))?;
        let unwritten = |error: serde_json::Error| ActivationError::NotBooked(BookingOutcome::Failed(error.into()));
        let text = order.text().map_err(unwritten)?;
        let run = engine().orders.begin();
        let sent = self.question(&url, Some(&text), &now, &|_| ());
        let sent = engine().orders.unless_canceled(run, sent).await;
        sent.unwrap_or(Err(VendorError::CalledOff)).map_err(unreached)?;
        let recorded = Command::RecordOrder {
            position: order.position,
            by: Delivery::Posted,
        };
        // Books it only in the account that the order was made from.
        let account = Some(now.session.account.clone());
        booked(self.book_silently(account, recorded).await)
    }

    /// Records that an order was sent.
    pub async fn record_order(self, position: u32, by: Delivery) -> Result<Applied, ActivationError> {
        booked(
            self.book_silently(self.account(), Command::RecordOrder { position, by })
                .await,
        )
    }
}
