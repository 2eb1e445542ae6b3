//! The format of certificates: which texts are read, and which check refuses the others (ACT 3).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::certificates;
use base64ct::{Base64, Encoding};
use certificates::{KID, activation, grant, instance, key, on, text};
use licensing::activation::certificate::{Certificate, LONGEST, examine};
use licensing::activation::check::FailedCheck;
use licensing::activation::key::PrivateKey;
use serde_json::{Value, json};

const BEGIN: &str = "-----BEGIN ACTIVATION CERTIFICATE-----";
const END: &str = "-----END ACTIVATION CERTIFICATE-----";

/// The verdict on a text: the failed check, or `valid`.
fn verdict(text: &str) -> &'static str {
    let examined = examine(text, Some(&activation()), &on("2026-11-24"));
    assert!(examined.grant.is_some() || examined.failed.is_some());
    examined.failed.map_or("valid", FailedCheck::as_str)
}

/// Frames any bytes.
fn framed(bytes: &[u8]) -> String {
    let base64 = Base64::encode_string(bytes);
    let lines: Vec<&str> = base64
        .as_bytes()
        .chunks(64)
        .map(|it| std::str::from_utf8(it).unwrap())
        .collect();
    format!("{BEGIN}\n{}\n{END}\n", lines.join("\n"))
}

/// The fields of a valid certificate.
fn envelope() -> Value {
    signed(&serde_json::to_value(grant()).unwrap())
}

/// A correctly signed envelope around any content.
fn signed(content: &Value) -> Value {
    let payload = Base64::encode_string(content.to_string().as_bytes());
    json!({"v": 1, "kid": KID, "alg": "ed25519", "sig": key().sign(&payload), "payload": payload})
}

/// The verdict on a certificate with these fields changed. `null` removes a field.
fn changed(changes: &Value) -> &'static str {
    let mut envelope = envelope();
    let fields = envelope.as_object_mut().unwrap();
    for (name, value) in changes.as_object().unwrap() {
        if value.is_null() {
            fields.remove(name);
        } else {
            fields.insert(name.clone(), value.clone());
        }
    }
    verdict(&framed(envelope.to_string().as_bytes()))
}

#[test]
fn act_3_what_is_issued_is_read_back() {
    let whole = text(&grant());
    let read = Certificate::read(&whole).unwrap();
    assert_eq!(read.kid(), KID);
    assert_eq!(read.grant(Some(&activation())), Ok(grant()));
    let mut lines: Vec<&str> = whole.lines().collect();
    assert_eq!((lines.remove(0), lines.pop().unwrap()), (BEGIN, END));
    let last = lines.pop().unwrap();
    assert!(lines.iter().all(|line| line.len() == 64) && (1..=64).contains(&last.len()));
    // The format is fixed byte for byte.
    insta::assert_snapshot!("certificate", whole);
    let json = Base64::decode_vec(&(lines.concat() + last)).unwrap();
    let fields: Value = serde_json::from_slice(&json).unwrap();
    let payload = Base64::decode_vec(fields["payload"].as_str().unwrap()).unwrap();
    insta::assert_snapshot!("payload", String::from_utf8(payload).unwrap());
}

#[test]
fn act_3_order_and_blanks_of_json_do_not_matter() {
    let pretty = serde_json::to_string_pretty(&envelope()).unwrap();
    assert_eq!(verdict(&framed(pretty.as_bytes())), "valid");
    let windows = text(&grant()).replace('\n', "\r\n");
    assert_eq!(verdict(&windows), "valid");
    assert_eq!(verdict(windows.trim_end()), "valid");
}

#[test]
fn act_3_a_frame_that_is_not_the_frame_is_refused() {
    let whole = text(&grant());
    let line = whole.lines().nth(1).unwrap();
    for (wrong, what) in [
        (String::new(), "empty"),
        (format!("\u{feff}{whole}"), "a mark before it"),
        (format!("Hello\n{whole}"), "a line before it"),
        (format!("{whole}\n"), "an empty line after it"),
        (whole.clone() + &whole, "twice"),
        (whole.replace("-----BEGIN", "----BEGIN"), "a dash less"),
        (whole.replace("ACTIVATION", "Activation"), "small letters"),
        (whole.replacen('\n', "\r\n", 1), "line ends of two kinds"),
        (
            whole.replacen(line, &format!("{}\n{}", &line[..32], &line[32..]), 1),
            "a short line",
        ),
        (whole.replacen(&format!("{line}\n"), line, 1), "a long line"),
        (whole.replacen(line, &format!(" {}", &line[1..]), 1), "a blank in it"),
        (
            whole.replacen(&format!("\n{END}"), &format!("\n\n{END}"), 1),
            "an empty line in it",
        ),
        (format!("{BEGIN}\n{END}\n"), "nothing in it"),
        (format!("{BEGIN}\n\n{END}\n"), "nothing but a line in it"),
        (format!("{BEGIN}{END}"), "no lines"),
        (framed(b"{"), "no JSON"),
        (framed(b"[]"), "no object"),
        (framed(b"\xff"), "no text"),
        (framed(&b"[".repeat(2000)), "too deep"),
        (framed(&vec![b' '; LONGEST]), "too long"),
    ] {
        assert_eq!(verdict(&wrong), "framing", "{what}");
    }
}

#[test]
fn act_3_each_failed_check_is_told_and_the_earlier_first() {
    let other = PrivateKey::from_random(&[8; 32]);
    let payload = envelope()["payload"].as_str().unwrap().to_owned();
    let sig = envelope()["sig"].as_str().unwrap().to_owned();
    let foreign = other.sign(&payload);
    for (changes, check) in [
        (json!({}), "valid"),
        (json!({"v": null}), "framing"),
        (json!({"kid": null}), "framing"),
        (json!({"alg": null}), "framing"),
        (json!({"payload": null}), "framing"),
        (json!({"sig": null}), "framing"),
        (json!({"more": 1}), "framing"),
        (json!({"kid": 1}), "framing"),
        (json!({"v": 2}), "version"),
        (json!({"v": "1"}), "version"),
        (json!({"v": -1}), "version"),
        (json!({"v": 2, "alg": "none", "kid": "x", "sig": ""}), "version"),
        (json!({"v": 2, "sig": null, "more": 1}), "version"),
        (json!({"alg": "Ed25519"}), "algorithm"),
        (json!({"alg": "none", "sig": ""}), "algorithm"),
        (json!({"alg": "ed448", "kid": "x", "payload": ""}), "algorithm"),
        (json!({"alg": 1}), "algorithm"),
        (json!({"kid": "test-2"}), "key_unknown"),
        (json!({"kid": "", "sig": "", "payload": "?"}), "key_unknown"),
        (json!({"sig": ""}), "signature"),
        (json!({"sig": foreign}), "signature"),
        (json!({"sig": format!("{sig} ")}), "signature"),
        (json!({"sig": sig.trim_end_matches('=')}), "signature"),
        (json!({"payload": format!("{payload}\n")}), "signature"),
        (json!({"payload": ""}), "signature"),
    ] {
        assert_eq!(changed(&changes), check, "{changes}");
    }
}

#[test]
fn act_3_content_that_is_signed_must_have_the_form_of_a_grant() {
    let sound = serde_json::to_value(grant()).unwrap();
    for (pointer, wrong) in [
        ("/plan", json!("gold")),
        ("/licences", json!(-1)),
        ("/licences", json!("10")),
        ("/term/end", json!("2026-13-01")),
        ("/instances", json!([])),
        ("/issued_at", json!("yesterday")),
        ("/subscription_id", json!("7T4K-9QXM-2HRB")),
        ("/cancelled", Value::Null),
        ("/more", json!(1)),
    ] {
        let mut content = sound.clone();
        match content.pointer_mut(pointer) {
            Some(place) => *place = wrong,
            None => content["more"] = wrong,
        }
        assert_eq!(
            verdict(&framed(signed(&content).to_string().as_bytes())),
            "framing",
            "{pointer}"
        );
        // The content is not parsed before its signature is verified.
        let mut unsigned = signed(&content);
        unsigned["sig"] = envelope()["sig"].clone();
        assert_eq!(
            verdict(&framed(unsigned.to_string().as_bytes())),
            "signature",
            "{pointer}"
        );
    }
    let nothing = json!({"v": 1, "kid": KID, "alg": "ed25519", "payload": "?", "sig": key().sign("?")});
    assert_eq!(verdict(&framed(nothing.to_string().as_bytes())), "framing");
}

#[test]
fn act_3_a_signature_for_another_purpose_is_none() {
    let payload = envelope()["payload"].as_str().unwrap().to_owned();
    let bare = Base64::encode_string(&key().sign_bytes(payload.as_bytes()));
    assert_eq!(changed(&json!({"sig": bare})), "signature");
}

#[test]
fn act_3_a_key_that_is_none_is_not_known() {
    let whole = text(&grant());
    let mut keys = activation();
    for wrong in ["", "AAAA", &"A".repeat(44), &format!("{}=", "/".repeat(43))] {
        keys.keys.insert(KID.into(), wrong.to_owned());
        let examined = examine(&whole, Some(&keys), &on("2026-11-24"));
        assert_eq!(examined.failed, Some(FailedCheck::KeyUnknown), "{wrong}");
    }
    assert_eq!(
        examine(&whole, None, &on("2026-11-24")).failed,
        Some(FailedCheck::KeyUnknown)
    );
    // A small-order point is a valid key encoding, but must not verify anything.
    keys.keys.insert(KID.into(), Base64::encode_string(&[0; 32]));
    assert_eq!(
        examine(&whole, Some(&keys), &on("2026-11-24")).failed,
        Some(FailedCheck::Signature)
    );
}

#[test]
fn act_6_another_instance_is_refused_and_the_first_is_named() {
    let whole = text(&grant());
    let here = instance("server-2");
    let mut at = on("2026-11-24");
    at.instance = Some(&here);
    let examined = examine(&whole, Some(&activation()), &at);
    assert_eq!(examined.failed, Some(FailedCheck::Instance));
    let message = FailedCheck::Instance.message(examined.grant.as_ref());
    assert!(message.contains("server-1"), "{message}");
}

#[test]
fn act_3_every_failed_check_says_what_to_do() {
    for check in FailedCheck::ALL {
        for grant in [None, Some(&grant())] {
            let message = check.message(grant);
            assert!(
                message.ends_with('.') && message.matches(". ").count() >= 1,
                "{message}"
            );
        }
    }
    let all: Vec<String> = FailedCheck::ALL
        .iter()
        .map(|it| format!("{}: {}", it.as_str(), it.message(Some(&grant()))))
        .collect();
    insta::assert_snapshot!("messages", all.join("\n"));
}
