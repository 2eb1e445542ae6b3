//! Journals that earlier versions of the page exported. Every version of the program reads them and makes the same
//! decisions.

use std::process::Command;

const TEAM: &str = "proven: 17 bookings, 11 booked lines, 8 documents, credit balance 0.00";
const ULTIMATE: &str = "proven: 13 bookings, 5 booked lines, 3 documents, credit balance 2050.52";
const LEGACY: &str = "proven: 5 bookings, 1 booked lines, 0 documents, credit balance 120.00";

/// The output of `verify` must be the same as when the journals were exported.
#[test]
fn journals_of_pages_before_are_proven_as_they_were() {
    for (journal, said) in [
        ("team-monthly", TEAM),
        ("ultimate-annual", ULTIMATE),
        // From a Server.
        ("legacy", LEGACY),
    ] {
        let file = format!("{}/../../tests/journals/{journal}.jsonl", env!("CARGO_MANIFEST_DIR"));
        let output = Command::new(env!("CARGO_BIN_EXE_licensing"))
            .args(["verify", &file])
            .output();
        let output = output.unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stdout).trim_end(), said, "{journal}");
        assert!(output.status.success(), "{journal}");
    }
}
