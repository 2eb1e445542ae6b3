//! The format of commands and events in files (docs/formats.md): every kind byte for byte, and which texts are refused.
#![allow(clippy::unwrap_used, reason = "tests say what they expect")]

use licensing::account::access::Membership;
use licensing::activation::check::FailedCheck;
use licensing::activation::confirmation::ActivationMode;
use licensing::activation::delivery::Delivery;
use licensing::billing::credit::Reason;
use licensing::billing::details::Detail;
use licensing::billing::document::DocumentKind;
use licensing::billing::line::LineKind;
use licensing::json::duplicate_key;
use licensing::json::read::from_value;
use licensing::subscription::OfferError;
use licensing::value::role::FreeingReason;
use licensing::value::setting::Setting;
use licensing::{AccountState, BillingInterval, Command, Deployment, Event, Person, PlanKey, Role};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

const COMMANDS: &[&str] = &[
    r#"{"kind":"start_trial"}"#,
    r#"{"kind":"buy","plan":"team","length":"monthly","licences":10,"keep":["a","b"]}"#,
    r#"{"kind":"adjust","plan":null,"length":null,"licences":50}"#,
    r#"{"kind":"adjust","plan":null,"length":null,"licences":50,"drop_scheduled":true}"#,
    r#"{"kind":"undo"}"#,
    r#"{"kind":"schedule","plan":"ultimate","length":"annual","licences":null}"#,
    r#"{"kind":"unschedule"}"#,
    r#"{"kind":"cancel","reason":"too \"dear\""}"#,
    r#"{"kind":"resume"}"#,
    r#"{"kind":"renew_now"}"#,
    r#"{"kind":"choose_free","keep":null}"#,
    r#"{"kind":"set_role","people":["a"],"role":"default","reason":"stopped_using","licences":null}"#,
    r#"{"kind":"set_role","people":{"on":"none","except":["a"]},"role":"team","reason":null,"licences":12}"#,
    r#"{"kind":"set_roles","changes":[{"people":["a","b"],"role":"budget"},{"people":{"on":"team","except":[]},"role":"none"}],"reason":"left","licences":12}"#,
    r#"{"kind":"set_default_role","role":"budget"}"#,
    r#"{"kind":"reassign","from":"a","to":"b","reason":"left"}"#,
    r#"{"kind":"free_inactive","days":90,"keep":["a"]}"#,
    r#"{"kind":"set_setting","setting":"license_new_people","on":true}"#,
    r#"{"kind":"request_access","why":"a project"}"#,
    r#"{"kind":"answer_request","person":"a","grant":true,"role":"budget","word":"welcome","licences":null}"#,
    r#"{"kind":"import","plan":"legacy_server","length":"annual","licences":5,"start":"2026-05-01","credit":"1.00"}"#,
    r#"{"kind":"set_billing","name":"Muster GmbH","street":"a","postal_code":"b","city":"c","country":"DE","vat_id":"d","po_number":"e","email":"f","contact":"g","recipients":"h","payment":"i"}"#,
    r#"{"kind":"set_billing","city":"Wien"}"#,
    r#"{"kind":"set_billing"}"#,
    r#"{"kind":"record_payment","document":"INV-0001","paid_on":"2026-07-14","reference":"4711"}"#,
    r#"{"kind":"record_payment","document":"INV-0001","paid_on":null,"reference":null}"#,
];

/// The kinds of events with their fields, except the date.
const EVENTS: &[&str] = &[
    r#""trial_started","end":"2026-07-29","administrator":"a""#,
    r#""purchased",HOLDING,TERM,ORDER,ACCESS"#,
    r#""imported",HOLDING,TERM,"opening_line":LINE,"credit":"1.00",ACCESS"#,
    r#""adjusted",HOLDING,"order":{"lines":[],"document":null}"#,
    r#""adjusted",HOLDING,"order":{"lines":[],"document":null},"dropped":CHANGE"#,
    r#""undone",REVERSING"#,
    r#""length_changed",HOLDING,TERM,ORDER"#,
    r#""renewed",HOLDING,TERM,ORDER,"not_fitting":{"change":CHANGE,"reason":"licences_in_use"}"#,
    r#""renewed_now",HOLDING,TERM,ORDER"#,
    r#""change_scheduled","change":CHANGE"#,
    r#""change_unscheduled""#,
    r#""cancelled","reason":null"#,
    r#""resumed""#,
    r#""free_chosen","keep":["a"]"#,
    r#""free_started","licences":3,ACCESS"#,
    r#""expired""#,
    r#""roles_set","people":["a","b"],"role":"none","reason":"left""#,
    r#""roles_set","people":{"on":"default","except":[]},"role":"team","reason":null"#,
    r#""default_role_set","role":"product""#,
    r#""reassigned","from":"a","to":"b","role":"default","reason":"stopped_using""#,
    r#""new_people_licensed","people":["a"]"#,
    r#""setting_changed","setting":"administrators_manage_users","enabled":false"#,
    r#""access_requested","person":"a","why":null"#,
    r#""request_answered","person":"a","granted":false,"word":"not now""#,
    r#""billing_set","billing":{"name":"Muster GmbH","payment":"bank_transfer"}"#,
    r#""payment_recorded","document":"INV-0001","paid_on":"2026-07-14","reference":null"#,
];

/// The full JSON of an event.
fn event(short: &str) -> String {
    let (kind, rest) = short.split_once(',').unwrap_or((short, ""));
    let comma = if rest.is_empty() { "" } else { "," };
    let line = r#"{"kind":"remaining","plan":"team","length":"monthly","licences":10,"from":"2026-07-01","to":"2026-08-01","days":31,"term_days":31,"amount":"-160.00","tax":{"rate":"de","percent":"19"},"price_list":"2026-07-01","gives_back":{"document":"INV-0001","line":1}}"#;
    let document = r#"{"number":"CN-0001","kind":"credit_note","due_date":"2026-07-15","net":"-160.00","tax":"0.00","total":"-160.00","credit_applied":"0.00","due":"0.00"}"#;
    let reversing = document.replace("}", r#","reverses":"INV-0001"}"#);
    format!(r#"{{"kind":{kind},"on":"2026-07-01"{comma}{rest}}}"#)
        .replace(
            "HOLDING",
            r#""holding":{"plan":"team","length":"monthly","licences":10,"price_list":"2026-07-01"}"#,
        )
        .replace("TERM", r#""term":{"start":"2026-07-01","end":"2026-08-01"}"#)
        .replace(
            "REVERSING",
            &format!(r#""order":{{"lines":[LINE],"document":{reversing}}}"#),
        )
        .replace("ORDER", &format!(r#""order":{{"lines":[LINE],"document":{document}}}"#))
        .replace("LINE", line)
        .replace("ACCESS", r#""access":{"on_default":["a"],"none":[]}"#)
        .replace("CHANGE", r#"{"plan":null,"length":"annual","licences":null}"#)
}

/// Reads a value and writes it again.
fn again<T: DeserializeOwned + Serialize>(text: &str) -> String {
    let value: T = serde_json::from_str(text).unwrap();
    serde_json::to_string(&value).unwrap()
}

/// The error for an unreadable text in a file that people write.
fn refused<T: DeserializeOwned>(text: &str) -> String {
    let value: Value = serde_json::from_str(text).unwrap();
    from_value::<T>(&value).err().unwrap().to_string()
}

/// The error for a text with a duplicate field. Every file is checked for these before it is read.
fn twice(text: &str) -> String {
    duplicate_key::check(text).unwrap_err().to_string()
}

#[test]
fn every_kind_is_read_and_written_byte_for_byte() {
    for command in COMMANDS {
        assert_eq!(again::<Command>(command), *command);
    }
    for event in EVENTS.iter().map(|short| event(short)) {
        assert_eq!(again::<Event>(&event), event);
    }
}

#[test]
fn fields_may_stand_in_any_order() {
    for text in COMMANDS {
        // A map of serde_json is sorted by key, so `credit` comes before `kind`.
        let sorted = serde_json::from_str::<serde_json::Value>(text).unwrap().to_string();
        assert_eq!(again::<Command>(&sorted), *text);
    }
}

#[test]
fn what_may_be_missing_may_be_null() {
    let same = [
        (
            r#"{"kind":"adjust"}"#,
            r#"{"kind":"adjust","plan":null,"length":null,"licences":null}"#,
        ),
        (r#"{"kind":"cancel"}"#, r#"{"kind":"cancel","reason":null}"#),
    ];
    for (short, long) in same {
        assert_eq!(
            (again::<Command>(short), again::<Command>(long)),
            (long.into(), long.into())
        );
    }
    let nobody = r#"{"id":"a","name":"","email":null,"last_access":null}"#;
    assert_eq!(again::<Person>(r#"{"id":"a"}"#), nobody);
    assert_eq!(
        refused::<Person>(r#"{"id":"a","name":null}"#),
        "name: invalid type: null, expected a string"
    );
}

#[test]
fn what_is_missing_is_named() {
    let buy = r#"{"kind":"buy","length":"monthly","licences":1}"#;
    assert_eq!(refused::<Command>(buy), "missing field `plan`");
    let buy = r#"{"kind":"buy","plan":null,"length":"monthly","licences":1}"#;
    assert_eq!(refused::<Command>(buy), "plan: invalid type: null, expected a string");
    assert_eq!(refused::<Command>(r#"{"licences":1}"#), "missing field `kind`");
    assert_eq!(refused::<Event>(r#"{"kind":"resumed"}"#), "missing field `on`");
    let inside = event(EVENTS[1]).replace(r#""start":"2026-07-01","#, "");
    assert_eq!(refused::<Event>(&inside), "term: missing field `start`");
    assert_eq!(refused::<Person>("{}"), "missing field `id`");
}

#[test]
fn what_does_not_belong_is_named_with_what_does() {
    let none = "plan: unknown field `plan`, there are no fields";
    assert_eq!(refused::<Command>(r#"{"kind":"resume","plan":"team"}"#), none);
    assert_eq!(refused::<Command>(r#"{"plan":null,"kind":"resume"}"#), none);
    let licenses = "unknown field `licenses`, expected one of `plan`, `length`, `licences`, `drop_scheduled`";
    for adjust in [r#"{"kind":"adjust","licenses":5}"#, r#"{"licenses":5,"kind":"adjust"}"#] {
        assert_eq!(refused::<Command>(adjust), format!("licenses: {licenses}"));
    }
    let end = "end: unknown field `end`, expected `on` or `change`";
    let event = r#"{"kind":"change_scheduled","on":"2026-07-01","end":"2026-07-02","change":{}}"#;
    assert_eq!(refused::<Event>(event), end);
    assert_eq!(
        refused::<Person>(r#"{"id":"a","age":7}"#),
        "age: unknown field `age`, expected one of `id`, `name`, `email`, `last_access`, `account`, `state`"
    );
}

#[test]
fn what_stands_twice_or_is_something_else_is_refused() {
    for (text, key) in [
        (r#"{"kind":"adjust","licences":5,"licences":6}"#, "licences"),
        (r#"{"licences":5,"licences":6,"kind":"adjust"}"#, "licences"),
        (r#"{"kind":"adjust","kind":"resume"}"#, "kind"),
        (r#"{"id":"a","id":"a"}"#, "id"),
    ] {
        assert_eq!(twice(text), format!("`{key}` appears twice: keep only one"));
    }
    assert_eq!(
        refused::<Person>(r#"["a","Ada",null,null]"#),
        "invalid length 4, expected an object"
    );
    assert_eq!(refused::<Person>("7"), "invalid type: integer `7`, expected an object");
    assert_eq!(refused::<Command>("[]"), "invalid type: sequence, expected an object");
    assert!(
        refused::<Command>(r#"{"kind":"steal"}"#)
            .starts_with("kind: unknown variant `steal`, expected one of `start_trial`, `buy`, ")
    );
    assert_eq!(
        refused::<Command>(r#"{"kind":"adjust","licences":1.5}"#),
        "licences: invalid type: floating point `1.5`, expected u32"
    );
    assert_eq!(
        refused::<Command>(r#"{"kind":"adjust","length":12}"#),
        "length: invalid type: integer `12`, expected a string"
    );
    assert_eq!(
        refused::<Command>(r#"{"kind":"set_billing","colour":"red"}"#),
        "colour: unknown field `colour`, expected one of `name`, `street`, `postal_code`, `city`, `country`, `vat_id`, `po_number`, `email`, `contact`, `recipients`, `payment`"
    );
}

#[test]
fn a_word_that_is_none_is_told_the_words_there_are() {
    assert_eq!(
        refused::<Command>(r#"{"kind":"reassign","from":"a","to":"b","reason":"bored"}"#),
        "reason: unknown variant `bored`, expected `left` or `stopped_using`"
    );
    assert_eq!(
        refused::<Command>(r#"{"kind":"set_default_role","role":"default"}"#),
        "role: unknown variant `default`, expected one of `none`, `team`, `product`, `budget`, `administrator`"
    );
    assert_eq!(
        refused::<Command>(r#"{"kind":"set_role","people":[],"role":"boss"}"#),
        "role: unknown variant `boss`, expected one of `none`, `team`, `product`, `budget`, `administrator`, `default`"
    );
    let changes =
        r#"{"changes":[{"people":[],"role":"team"},{"people":{"on":"boss"},"role":"team"}],"kind":"set_roles"}"#;
    assert!(
        refused::<Command>(changes)
            .starts_with("changes[1].people.on: unknown variant `boss`, expected one of `none`, ")
    );
}

/// Every word of an enum is the same in the program and in files.
macro_rules! words_are_those_of_files {
    ($($word:ty),* $(,)?) => {
        $(for word in <$word>::ALL {
            let written = serde_json::to_string(&word).unwrap();
            assert_eq!(written, format!("\"{}\"", word.as_str()), stringify!($word));
            assert_eq!(serde_json::from_str::<$word>(&written).unwrap(), word);
        })*
    };
}

#[test]
fn the_words_of_the_program_are_those_of_files() {
    words_are_those_of_files!(
        AccountState,
        ActivationMode,
        BillingInterval,
        Delivery,
        Deployment,
        Detail,
        DocumentKind,
        FailedCheck,
        FreeingReason,
        LineKind,
        Membership,
        OfferError,
        PlanKey,
        Reason,
        Role,
        Setting,
    );
}
