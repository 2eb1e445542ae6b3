//! Commands of every kind, for permission tests.

use crate::world::TODAY;
use serde_json::{Value, json};

/// One command of every kind that the state allows.
pub fn commands(state: &str) -> Vec<Value> {
    let buy = json!({"kind": "buy", "plan": "team", "length": "monthly", "licences": 10});
    let import =
        json!({"kind": "import", "plan": "legacy_server", "length": "annual", "licences": 10, "start": "2026-03-01"});
    let free = json!({"kind": "choose_free"});
    let take = json!({"kind": "set_role", "people": ["p1"], "role": "none"});
    let takes = json!({"kind": "set_roles", "changes": [{"people": ["p1"], "role": "none"}]});
    let inactive = json!({"kind": "free_inactive", "days": 1});
    let setting = json!({"kind": "set_setting", "setting": "license_new_people", "on": true});
    let ask = json!({"kind": "request_access"});
    let answer = json!({"kind": "answer_request", "person": "p4", "grant": false});
    let default = json!({"kind": "set_default_role", "role": "none"});
    let reassign = json!({"kind": "reassign", "from": "p1", "to": "p4", "reason": "left"});
    let [trial, unschedule, cancel, resume, renew, undo] =
        ["start_trial", "unschedule", "cancel", "resume", "renew_now", "undo"].map(|kind| json!({"kind": kind}));
    let adjust = json!({"kind": "adjust", "licences": 12});
    let schedule = json!({"kind": "schedule", "licences": 12});
    let billing = json!({"kind": "set_billing", "name": "Muster"});
    let payment = json!({"kind": "record_payment", "document": "INV-0001", "paid_on": TODAY});
    // These are booked or refused depending on more than the state: no certificate is active here, and there is no
    // order.
    let certificate = json!({"kind": "activate", "way": "offline", "instance": "here", "certificate": "-"});
    let confirm = json!({"kind": "confirm", "instance": "here"});
    let proxy = json!({"kind": "set_relay", "relay": {"enabled": true, "address": "relay", "port": 8443}});
    let order = json!({"kind": "record_order", "position": 1, "by": "sent"});
    let anywhere = [setting, ask, answer, billing, certificate, confirm, proxy, order];
    let here = match state {
        "none" => vec![trial, buy, free, import],
        "trial" | "trial_ended" | "expired" => vec![buy, free, take, takes, default, inactive],
        "active" => vec![
            undo, adjust, schedule, unschedule, cancel, renew, take, takes, default, reassign, inactive, payment,
        ],
        "cancelling" => vec![
            adjust, unschedule, resume, free, take, takes, default, reassign, inactive,
        ],
        _ => vec![buy, cancel, take, takes, default, reassign, inactive],
    };
    here.into_iter().chain(anywhere).collect()
}
