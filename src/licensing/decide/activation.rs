//! Activation: what a certificate grants, its confirmation, the way to the service, orders (ACT).

use super::Situation;
use super::order::settle;
use crate::licensing::activation::check;
use crate::licensing::activation::grace::{Confirmation, Standing};
use crate::licensing::activation::order::Delivery;
use crate::licensing::activation::{FailedCheck, Grant, InstanceId, Relay, Way};
use crate::licensing::event::Event;
use crate::licensing::plan::Deployment;
use crate::licensing::refusal::Refusal;

/// Activates what a certificate grants. Where nothing is paid for, the certificate is the subscription from then on, and
/// who keeps access is decided as with a purchase (LIC 7).
pub(super) fn activate(
    situation: Situation<'_>,
    way: Way,
    instance: &InstanceId,
    certificate: &str,
) -> Result<Event, Refusal> {
    let grant = examined(situation, instance, certificate)?;
    let account = situation.account;
    let own = account.paid().is_none() && !account.is_granted();
    let access = own.then(|| settle(situation, grant.licences, None)).transpose()?;
    Ok(Event::Activated {
        on: situation.today,
        way,
        grant,
        access,
    })
}

/// Confirms what is activated. The vendor has signed what is brought, so that anybody may bring it; what was issued
/// earlier, or for another subscription, they could only have swapped in.
pub(super) fn confirm(
    situation: Situation<'_>,
    instance: &InstanceId,
    certificate: Option<&str>,
) -> Result<Event, Refusal> {
    let Situation { account, today, .. } = situation;
    let active = account.activation.as_ref().ok_or(Refusal::NotActivated)?;
    match (active.way, certificate) {
        (Way::Offline, None) => confirm_day(situation, active),
        (Way::Online, Some(text)) => {
            let grant = examined(situation, instance, text)?;
            if grant.subscription_id != active.grant.subscription_id {
                return Err(Refusal::OtherSubscription {
                    id: grant.subscription_id,
                });
            }
            if grant.issued_at.is_before(&active.grant.issued_at) {
                return Err(Refusal::OlderCertificate);
            }
            match (grant == active.grant, today > active.on) {
                (false, _) => Ok(Event::Activated {
                    on: today,
                    way: Way::Online,
                    grant,
                    access: None,
                }),
                (true, true) => Ok(Event::Confirmed { on: today }),
                (true, false) => Err(Refusal::NothingChanged),
            }
        }
        (Way::Offline, Some(_)) | (Way::Online, None) => Err(Refusal::NothingChanged),
    }
}

/// Notes a day on which a file is good, so that a clock that is set back later is noticed.
fn confirm_day(situation: Situation<'_>, active: &Confirmation) -> Result<Event, Refusal> {
    let Situation { account, today, .. } = situation;
    let back = account.last_booking().filter(|last| today < *last);
    match back {
        Some(_) => Err(failed(FailedCheck::ClockSetBack, None)),
        None if today > active.on && active.standing(account.days.grace, today) == Standing::Good => {
            Ok(Event::Confirmed { on: today })
        }
        None => Err(Refusal::NothingChanged),
    }
}

/// Sets the relay (ACT 4).
pub(super) fn set_relay(situation: Situation<'_>, relay: &Relay) -> Result<Event, Refusal> {
    relay.check().map_err(Refusal::Invalid)?;
    if situation.account.relay.as_ref() == Some(relay) {
        return Err(Refusal::NothingChanged);
    }
    Ok(Event::RelaySet {
        on: situation.today,
        relay: relay.clone(),
    })
}

/// Records that an order has gone (ACT 9).
pub(super) fn record_order(situation: Situation<'_>, position: u32, by: Delivery) -> Result<Event, Refusal> {
    let Situation { account, today, .. } = situation;
    if account.deployment != Deployment::Server || position <= account.ordered_up_to {
        return Err(Refusal::UnknownOrder);
    }
    Ok(Event::OrderRecorded {
        on: today,
        position,
        by,
    })
}

/// What a certificate grants here, once it has passed every check.
fn examined(situation: Situation<'_>, instance: &InstanceId, certificate: &str) -> Result<Grant, Refusal> {
    let Situation {
        account,
        catalogue,
        people,
        today,
        ..
    } = situation;
    let at = check::Situation {
        product: &catalogue.product,
        instance: Some(instance),
        today,
        newest_day: account.last_booking(),
        active: account.granted(today),
        in_use: account.licences_in_use(people),
    };
    let (grant, check) = examine(situation, certificate, &at);
    match (grant, check) {
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

#[cfg(feature = "activation")]
fn examine(
    situation: Situation<'_>,
    certificate: &str,
    at: &check::Situation<'_>,
) -> (Option<Grant>, Option<FailedCheck>) {
    use crate::licensing::activation::certificate::{Examined, examine};
    let Examined { grant, failed } = examine(certificate, situation.catalogue.activation.as_ref(), at);
    (grant, failed)
}

/// Without what verifies signatures no key is known; nothing of that kind books anything.
#[cfg(not(feature = "activation"))]
fn examine(_: Situation<'_>, _: &str, _: &check::Situation<'_>) -> (Option<Grant>, Option<FailedCheck>) {
    (None, Some(FailedCheck::KeyUnknown))
}
