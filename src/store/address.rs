//! The address of the page: the path selects the page, and the parameters select what it shows.

use crate::adapters::browser;
use crate::store::state::Store;
use exchange::host::{Params, SessionChange, hash};
use leptos::prelude::*;

impl Store {
    /// The path of the address; tracked.
    pub fn path(self) -> String {
        self.path.get()
    }

    /// The parameters of the address; tracked.
    pub fn params(self) -> Params {
        self.params.get()
    }

    /// The parameters of the address; not tracked.
    pub fn params_now(self) -> Params {
        self.params.get_untracked()
    }

    /// The address of a path with the current parameters; tracked.
    pub fn href(self, path: &str) -> String {
        self.params.with(|params| hash::join(path, params))
    }

    /// Goes to a path and keeps the parameters.
    pub fn go_to(self, path: &str) {
        self.go_to_hash(&self.params.with_untracked(|params| hash::join(path, params)));
    }

    /// Changes named values in the address. An empty value removes its name. With `step`, Back undoes the change.
    /// Without it, the address is replaced, as while the viewer is typing.
    pub fn set_values(self, values: &[(&'static str, String)], step: bool) {
        let mut params = self.params.get_untracked();
        values.iter().for_each(|(name, value)| params.set(name, value));
        let hash = hash::join(&self.path.get_untracked(), &params);
        if step {
            self.go_to_hash(&hash);
        } else if params != self.params.get_untracked() {
            browser::replace_hash(&hash);
            self.params.set(params);
        }
    }

    /// The whole address, to be copied.
    pub fn address(self) -> String {
        self.params.track();
        self.path.track();
        browser::address()
    }

    /// Goes to another address. The browser announces it only later, so it is taken over at once: the next change must
    /// start from it.
    fn go_to_hash(self, hash: &str) {
        browser::go_to(hash);
        self.arrive(&browser::hash());
    }

    /// Applies a new address.
    pub(super) fn arrive(self, address: &str) {
        let (path, params) = hash::split(address);
        if self.path.get_untracked() != path {
            self.path.set(path);
        }
        if self.params.get_untracked() != params {
            self.params.set(params);
        }
        match self.params.with_untracked(|params| self.host().follow(params)) {
            SessionChange::None => {}
            SessionChange::Session => self.show(),
            SessionChange::Account => leptos::task::spawn_local(self.read_account()),
        }
    }
}
