//! The house rules as tests: dependencies, purity, house rules, documents, and citations of every rule in the rule
//! book.
//!
//! Each check is a function from files to findings. Here, it runs on the whole project. In its own module, it also runs
//! on samples that it must reject, because a check that cannot fail is worthless.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod arrows;
mod citations;
mod component_words;
mod habits;
mod papers;
mod rooms;
mod source;

use source::{File, Finding};

/// Rules that the program does not implement yet. A rule that code and tests cite must be removed from the list.
const LATER: &[&str] = &[];

/// Runs one check on the whole project and lists all findings.
fn hold(check: impl Fn(&[File]) -> Vec<Finding>) {
    let files = source::project(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."));
    assert!(
        files.iter().any(|file| file.path == "src/lib.rs"),
        "the project was not found"
    );
    let findings: Vec<String> = check(&files).iter().map(ToString::to_string).collect();
    assert!(
        findings.is_empty(),
        "{} to mend:\n{}",
        findings.len(),
        findings.join("\n")
    );
}

#[test]
fn dependencies_follow_the_arrows() {
    hold(arrows::arrows);
}

#[test]
fn the_rooms_of_the_core_use_only_those_before_them() {
    hold(rooms::against_the_order);
}

#[test]
fn no_files_form_a_circle() {
    hold(rooms::circles);
}

#[test]
fn every_module_file_is_declared() {
    hold(arrows::orphans);
}

#[test]
fn no_floats_where_the_code_is_pure() {
    hold(habits::floats);
}

#[test]
fn no_clock_where_the_code_is_pure() {
    hold(habits::clocks);
}

#[test]
fn no_panicking_calls_outside_tests() {
    hold(habits::panics);
}

#[test]
fn whatever_is_waited_for_may_find_its_part_of_the_page_gone() {
    hold(habits::waits);
}

#[test]
fn no_words_in_components() {
    hold(component_words::words_in_components);
}

#[test]
fn no_file_is_too_long() {
    hold(habits::lengths);
}

#[test]
fn no_color_outside_the_tokens() {
    hold(habits::colors);
}

#[test]
fn nothing_that_the_content_policy_blocks() {
    hold(habits::inline);
}

#[test]
fn no_sleeps_in_tests() {
    hold(habits::sleeps);
}

#[test]
fn every_note_to_do_something_says_what() {
    hold(habits::todos);
}

#[test]
fn the_papers_name_the_commands_there_are() {
    hold(papers::commands);
}

#[test]
fn nothing_that_only_one_machine_has() {
    hold(papers::strays);
}

#[test]
fn the_rule_book_is_complete_and_in_order() {
    hold(citations::book);
}

#[test]
fn every_rule_is_cited_by_code_and_test() {
    hold(|files| citations::uncited(files, LATER));
}

#[test]
fn later_rules_are_not_kept_yet() {
    hold(|files| citations::not_later(files, LATER));
}

#[test]
fn no_rule_is_cited_that_does_not_exist() {
    hold(citations::unknown);
}

#[test]
fn rule_tests_say_which_rule_they_test() {
    hold(citations::unnumbered);
}
