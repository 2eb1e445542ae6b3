//! A PDF rendered from a journal, as in the page's PDF module, has the same bytes as the one that the tool writes.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use documents::render::{FontFiles, RenderError, RenderRequest, pdf};
use licensing::catalogue::read::SHIPPED;
use licensing::decide::advance;
use licensing::decide::context::Surroundings;
use licensing::json::line::to_json_line;
use licensing::ledger::Ledger;
use licensing::value::digest::sha256;
use licensing::value::subscription_id::SubscriptionId;
use licensing::{Catalogue, Date, Deployment, Directory};
use sample::seed::SeedContext;
use sample::settings::{Org, present};
use sample::stories::seed;
use serde_json::{Value, json};
use skrifa::{FontRef, MetadataProvider};
use std::collections::{BTreeMap, BTreeSet};
use std::process::{Command, Stdio};

const LATIN: &[u8] = include_bytes!("../../../../assets/fonts/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../../../assets/fonts/NotoSans-Bold.ttf");
const ARABIC: &[u8] = include_bytes!("../../../../assets/fonts/NotoSansArabic-Regular.ttf");
const HEBREW: &[u8] = include_bytes!("../../../../assets/fonts/NotoSansHebrew-Regular.ttf");

const ALL: FontFiles<'_> = FontFiles {
    text: LATIN,
    emphasis: BOLD,
    others: &[ARABIC, HEBREW],
};

/// An organization on a day: its journal, and the events that are due but not stored.
struct Story {
    journal: String,
    due: String,
    today: Date,
    /// The commands of the journal and the day, as steps of a scenario.
    steps: Vec<Value>,
}

fn story(org: Org, today: Date) -> Story {
    let catalogue = Catalogue::shipped().unwrap();
    let context = SeedContext {
        deployment: Deployment::Services,
        catalogue: &catalogue,
        catalogue_value: &serde_json::from_str(SHIPPED).unwrap(),
    };
    let lines = of_the_sample(&seed(org, context).unwrap());
    let ledger = Ledger::read(lines.iter().map(String::as_str)).unwrap();
    let mut account = ledger.account().clone();
    let people = Directory::new(sample::people::people(org.people(), today));
    let due = advance(&mut account, Surroundings::unchanged(&catalogue, &people, today));
    let commands = ledger.records().iter();
    let steps = commands.map(|it| json!({"on": it.today, "command": it.command}));
    Story {
        journal: lines.iter().flat_map(|line| [line, "\n"]).collect(),
        due: to_json_line(&due).unwrap(),
        today,
        steps: steps.chain([json!({"on": today})]).collect(),
    }
}

/// The same journal with the subscription ID of scenarios and a recalculated chain of hashes.
fn of_the_sample(lines: &[String]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for line in lines {
        let mut value: Value = serde_json::from_str(line).unwrap();
        match out.last() {
            None => value["subscription_id"] = json!(SubscriptionId::SAMPLE),
            Some(before) => value["previous_sha256"] = json!(sha256(before)),
        }
        out.push(value.to_string());
    }
    out
}

impl Story {
    fn make(&self, number: &str, fonts: FontFiles<'_>) -> Result<Vec<u8>, RenderError> {
        let today = self.today.to_string();
        let request = RenderRequest {
            journal: &self.journal,
            due: &self.due,
            catalogue: SHIPPED,
            number,
            today: &today,
        };
        pdf(request, fonts)
    }
}

/// The PDFs that `licensing replay --documents` writes for a story, by number.
fn written(story: &Story, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let scenario = folder.join("scenario.json");
    let text = json!({"deployment": "services", "steps": story.steps}).to_string();
    std::fs::write(&scenario, text).unwrap();
    let ended = Command::new(env!("CARGO_BIN_EXE_licensing"))
        .arg("replay")
        .arg(&scenario)
        .arg("--documents")
        .arg(&folder)
        .stdout(Stdio::null())
        .status();
    assert!(ended.unwrap().success());
    let files = std::fs::read_dir(&folder).unwrap().map(|it| it.unwrap().path());
    let pdfs = files.filter(|path| path.extension().is_some_and(|it| it == "pdf"));
    let name = |path: &std::path::Path| path.file_stem().unwrap().to_str().unwrap().to_owned();
    pdfs.map(|path| (name(&path), std::fs::read(&path).unwrap())).collect()
}

#[test]
fn inv_3_the_module_makes_the_bytes_that_the_tool_writes() {
    let later = present().plus_days(70);
    for (org, today, due_too, folder) in [
        (Org::UltimateAnnual, present(), false, "made-annual"),
        // Two renewals are due and not stored (SUB 2).
        (Org::TeamMonthly, later, true, "made-monthly"),
    ] {
        let story = story(org, today);
        let written = written(&story, folder);
        assert!(!written.is_empty());
        let stored = story.journal.matches("\"number\":\"INV-").count();
        let due = story.due.matches("\"number\":\"INV-").count();
        assert_eq!(stored + due, written.keys().filter(|it| it.starts_with("INV")).count());
        assert_eq!(due >= 2, due_too, "{folder}: {due} due");
        for (number, bytes) in written {
            assert!(bytes.starts_with(b"%PDF-1.7"));
            assert!(story.make(&number, ALL).unwrap() == bytes, "{folder}/{number} differs");
        }
    }
}

#[test]
fn inv_3_fonts_that_no_letter_needs_change_nothing() {
    let story = story(Org::UltimateAnnual, present());
    let few = FontFiles { others: &[], ..ALL };
    assert!(story.make("INV-0001", few).unwrap() == story.make("INV-0001", ALL).unwrap());
}

/// A request for the first invoice of a journal.
fn journal(journal: &str) -> RenderRequest<'_> {
    RenderRequest {
        journal,
        due: "[]",
        catalogue: SHIPPED,
        number: "INV-0001",
        today: "2026-11-24",
    }
}

#[test]
fn what_cannot_be_made_says_why() {
    let good = story(Org::UltimateAnnual, present());
    let said = |answer: Result<Vec<u8>, RenderError>| answer.unwrap_err().to_string();
    assert_eq!(said(good.make("INV-9999", ALL)), "document INV-9999 doesn't exist");
    let broken = FontFiles {
        emphasis: b"no font",
        ..ALL
    };
    assert_eq!(said(good.make("INV-0001", broken)), "a font file is damaged");
    for (request, words) in [
        (journal(""), "the history is damaged: line 0: is missing"),
        (journal("{}"), "the history is damaged: line 0: can't be read: "),
        (
            journal(&good.journal.replacen("\"licences\":", "\"licences\": ", 1)),
            "the history is damaged: line ",
        ),
        (
            RenderRequest {
                due: "[1]",
                ..journal(&good.journal)
            },
            "the due events can't be read: ",
        ),
        (
            RenderRequest {
                catalogue: "{}",
                ..journal(&good.journal)
            },
            "the catalog can't be used: ",
        ),
        (
            RenderRequest {
                today: "24.11.2026",
                ..journal(&good.journal)
            },
            "`24.11.2026` isn't a date",
        ),
    ] {
        let words_said = said(pdf(request, ALL));
        assert!(words_said.starts_with(words), "{words_said}");
    }
}

/// The characters of a font.
fn letters(font: &[u8]) -> BTreeSet<u32> {
    let font = FontRef::new(font).unwrap();
    font.charmap().mappings().map(|(letter, _)| letter).collect()
}

/// The characters of a pattern in web/pdf-worker.js, such as `/[\u0590-\u05ff\ufb1d-\ufb4f]/`.
fn pattern(name: &str) -> BTreeSet<u32> {
    let script = include_str!("../../../../web/pdf-worker.js");
    let (_, rest) = script.split_once(&format!("const {name} = /[")).unwrap();
    let (ranges, _) = rest.split_once("]/").unwrap();
    let ends: Vec<u32> = ranges
        .split("\\u")
        .skip(1)
        .map(|it| u32::from_str_radix(it.trim_end_matches('-'), 16).unwrap())
        .collect();
    ends.chunks(2).flat_map(|range| range[0]..=range[1]).collect()
}

#[test]
fn inv_4_the_page_fetches_each_font_whose_letters_no_other_has() {
    let latin = letters(LATIN);
    assert_eq!(latin, letters(BOLD));
    for (font, name) in [(ARABIC, "ARABIC"), (HEBREW, "HEBREW")] {
        let only_here: BTreeSet<u32> = letters(font).difference(&latin).copied().collect();
        let asked = pattern(name);
        assert!(!only_here.is_empty(), "{name}");
        assert!(only_here.is_subset(&asked), "{name}");
    }
}
