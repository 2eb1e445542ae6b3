//! Activation: applying a certificate, confirming it, the activation proxy and orders (ACT).

use crate::activation::certificate::examine;
use crate::activation::check::{CheckContext, FailedCheck};
use crate::activation::confirmation::{ActivationMode, Confirmation, ConfirmationStatus};
use crate::activation::delivery::Delivery;
use crate::activation::grant::Grant;
use crate::activation::proxy::ActivationProxy;
use crate::command::Command;
use crate::decide::context::DecisionContext;
use crate::decide::order::allocate_seats;
use crate::event::Event;
use crate::refusal::Refusal;
use crate::value::instance::InstanceId;

/// Activates a certificate. If the account has no paid subscription, the certificate becomes the subscription, and the
/// people who keep access are chosen as for a purchase (LIC 7). A superseded certificate cannot return.
pub(crate) fn activate(
    context: DecisionContext<'_>,
    mode: ActivationMode,
    instance: &InstanceId,
    certificate: &str,
) -> Result<Event, Refusal> {
    let DecisionContext { account, today, .. } = context;
    let grant = examined(context, instance, certificate)?;
    if let Some(active) = account.activation() {
        // A different subscription may follow if this one has ended or if the account's own purchase replaces it.
        let bought = account.paid().is_some() && grant.subscription_id == account.id();
        let over = bought || today > active.grant.last_day();
        if grant.subscription_id == active.grant.subscription_id || !over {
            check_follows(&active.grant, &grant)?;
        }
    }
    let own = account.paid().is_none() && !account.is_granted();
    let access = own.then(|| allocate_seats(context, grant.licenses, None)).transpose()?;
    Ok(Event::Activated {
        on: today,
        mode,
        grant,
        access,
    })
}

/// Checks that the new certificate may replace the active one: it has the same subscription and is not older.
fn check_follows(active: &Grant, grant: &Grant) -> Result<(), Refusal> {
    if grant.subscription_id != active.subscription_id {
        return Err(Refusal::OtherSubscription {
            id: grant.subscription_id,
        });
    }
    if grant.issued_at.is_before(&active.issued_at) {
        return Err(Refusal::OlderCertificate);
    }
    Ok(())
}

/// Confirms the activated certificate. The vendor has signed it, so anybody may confirm it. An older certificate, or
/// one for another subscription, is refused: it can only be a substitute.
pub(crate) fn confirm(
    context: DecisionContext<'_>,
    instance: &InstanceId,
    certificate: Option<&str>,
) -> Result<Event, Refusal> {
    let DecisionContext { account, today, .. } = context;
    let active = account.activation().ok_or(Refusal::NotActivated)?;
    match (active.mode, certificate) {
        (ActivationMode::Offline, None) => confirm_day(context, active),
        (ActivationMode::Online, Some(text)) => {
            let grant = examined(context, instance, text)?;
            check_follows(&active.grant, &grant)?;
            match (grant == active.grant, today > active.on) {
                (false, _) => Ok(Event::Activated {
                    on: today,
                    mode: ActivationMode::Online,
                    grant,
                    access: None,
                }),
                (true, true) => Ok(Event::Confirmed { on: today }),
                (true, false) => Err(Refusal::NothingChanged),
            }
        }
        (ActivationMode::Offline, Some(_)) | (ActivationMode::Online, None) => Err(Refusal::NothingChanged),
    }
}

/// Records a day on which the activation file is valid, to detect a clock that is set back later.
fn confirm_day(context: DecisionContext<'_>, active: &Confirmation) -> Result<Event, Refusal> {
    let DecisionContext { account, today, .. } = context;
    let back = account.last_booking().filter(|last| today < *last);
    match back {
        Some(_) => Err(failed(FailedCheck::ClockSetBack, None)),
        None if today > active.on && active.status(account.grace_policy().grace, today) == ConfirmationStatus::Good => {
            Ok(Event::Confirmed { on: today })
        }
        None => Err(Refusal::NothingChanged),
    }
}

/// Sets the activation proxy (ACT 4).
pub(crate) fn set_proxy(context: DecisionContext<'_>, proxy: &ActivationProxy) -> Result<Event, Refusal> {
    proxy.check().map_err(|error| Refusal::Field(error.into()))?;
    if context.account.proxy() == Some(proxy) {
        return Err(Refusal::NothingChanged);
    }
    Ok(Event::ProxySet {
        on: context.today,
        proxy: proxy.clone(),
    })
}

/// Records that an order was sent (ACT 9).
pub(crate) fn record_order(context: DecisionContext<'_>, position: u32, by: Delivery) -> Result<Event, Refusal> {
    let DecisionContext { account, today, .. } = context;
    if position <= account.ordered_up_to() {
        return Err(Refusal::UnknownOrder);
    }
    // A journal has at most as many lines as events. The journal knows the exact number and checks it
    // (`check_position`).
    if position > account.events() {
        return Err(Refusal::UnknownPosition { position });
    }
    Ok(Event::OrderRecorded {
        on: today,
        position,
        by,
    })
}

/// Refuses an order that refers to lines beyond the journal's end. It could not be distinguished from a later order.
///
/// # Errors
/// [`Refusal::UnknownPosition`] if the position is after `last`, the position of the last line.
pub fn check_position(command: &Command, last: u32) -> Result<(), Refusal> {
    match command {
        Command::RecordOrder { position, .. } if *position > last => {
            Err(Refusal::UnknownPosition { position: *position })
        }
        _ => Ok(()),
    }
}

/// The grant of a certificate that has passed every check.
fn examined(context: DecisionContext<'_>, instance: &InstanceId, certificate: &str) -> Result<Grant, Refusal> {
    let DecisionContext {
        account,
        catalogue,
        people,
        today,
        ..
    } = context;
    let at = CheckContext {
        product: &catalogue.product,
        instance: Some(instance),
        today,
        newest_day: account.last_booking(),
        active: account.granted(today),
        in_use: account.licenses_in_use(people),
    };
    let examined = examine(certificate, catalogue.activation.as_ref(), &at);
    match (examined.grant, examined.failed) {
        (Some(grant), None) => Ok(grant),
        (grant, check) => Err(failed(check.unwrap_or(FailedCheck::Framing), grant)),
    }
}

fn failed(check: FailedCheck, grant: Option<Grant>) -> Refusal {
    Refusal::Certificate {
        check,
        grant: grant.map(Box::new),
    }
}
