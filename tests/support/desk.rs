//! The vendor's desk: a folder, a key, a catalog with that key, and the tool.
#![allow(dead_code, reason = "every test file is a crate of its own and uses a part of it")]

use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;

/// The path of the shipped catalog, from any folder.
pub const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../catalogue.json");

/// The result of a run.
pub struct Run {
    pub exit: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    /// The JSON answer of a run with this exit code.
    pub fn json(&self, exit: i32) -> Value {
        assert_eq!(self.exit, Some(exit), "{}{}", self.stdout, self.stderr);
        serde_json::from_str(&self.stdout).unwrap()
    }

    /// The subject of the error message of a run without an answer: the text before the first `: `.
    pub fn fails(&self, exit: i32) -> &str {
        assert_eq!((self.exit, self.stdout.as_str()), (Some(exit), ""), "{}", self.stderr);
        let message = self.stderr.trim_start_matches("licensing: ");
        message.split(": ").next().unwrap()
    }
}

/// A folder that is removed on drop.
pub struct Desk(PathBuf);

impl Desk {
    pub fn new(name: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("desk-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    pub fn write(&self, name: &str, text: &str) {
        self.write_bytes(name, text.as_bytes());
    }

    pub fn write_bytes(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.path(name), bytes).unwrap();
    }

    /// Runs the tool in the folder.
    pub fn run(&self, arguments: &[&str]) -> Run {
        let mut tool = Command::new(env!("CARGO_BIN_EXE_licensing"));
        let output = tool.args(arguments).current_dir(&self.0).output().unwrap();
        Run {
            exit: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Creates `vendor.key`, and `catalogue.json` with its public key. Returns the output.
    pub fn keygen(&self) -> Value {
        let made = self.run(&["keygen", "vendor.key"]).json(0);
        self.name_keys(&made);
        made
    }

    /// Writes the shipped catalog with these keys, otherwise unchanged.
    pub fn name_keys(&self, keys: &Value) {
        let shipped = std::fs::read_to_string(SHIPPED).unwrap();
        assert!(shipped.contains(r#""keys": {}"#));
        self.write(
            "catalogue.json",
            &shipped.replace(r#""keys": {}"#, &format!(r#""keys": {keys:#}"#)),
        );
    }

    pub fn catalogue(&self) -> Value {
        serde_json::from_str(&self.read("catalogue.json")).unwrap()
    }

    /// The ID of `vendor.key`.
    pub fn kid(&self) -> String {
        let key: Value = serde_json::from_str(&self.read("vendor.key")).unwrap();
        key["kid"].as_str().unwrap().to_owned()
    }

    /// Issues certificates into `out`.
    pub fn issue(&self, more: &[&str]) -> Run {
        let always = [
            "issue",
            "--key",
            "vendor.key",
            "--catalogue",
            "catalogue.json",
            "--out",
            "out",
        ];
        self.run(&[&always, more].concat())
    }

    pub fn inspect(&self, file: &str, more: &[&str]) -> Run {
        self.run(&[&["inspect", file, "--catalogue", "catalogue.json"], more].concat())
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}
