//! Email addresses and account names: how they are compared, and which of them are not people (LIC 1, LIC 2).

use crate::text::letters::comparable;

/// The normalized form of an email address or account name. It ignores case, invisible characters and the encoding of
/// accents. `None` for an empty text, which never matches (LIC 2).
pub fn account_key(text: &str) -> Option<String> {
    Some(comparable(text)).filter(|key| !key.is_empty())
}

/// A guest's own address, from a normalized account name. Entra writes `ada@example.com` of another directory as
/// `ada_example.com#ext#@tenant.onmicrosoft.com`. A domain has no `_`, so the last `_` stands for the `@`.
pub fn own_address(key: &str) -> Option<String> {
    // Search by the first character, because setting up a substring search takes longer than scanning an address.
    let mut marks = key.match_indices('#').map(|(at, _)| key.split_at(at));
    let (name, _) = marks.find(|(_, rest)| rest.starts_with("#ext#@"))?;
    let (name, domain) = name.rsplit_once('_')?;
    (!name.is_empty() && !domain.is_empty()).then(|| [name, "@", domain].concat())
}

/// Whether a Windows account, `DOMAIN\\name`, is not a person: built-in services and groups, and computers, whose names
/// end with a dollar sign (LIC 1).
pub fn is_no_person(account: &str) -> bool {
    const DOMAINS: [&str; 7] = [
        "nt authority",
        "nt service",
        "builtin",
        "iis apppool",
        "nt virtual machine",
        "window manager",
        "font driver host",
    ];
    let account = comparable(account);
    let parts = account.split_once('\\');
    parts.is_some_and(|(domain, name)| name.ends_with('$') || DOMAINS.contains(&domain.trim()))
}
