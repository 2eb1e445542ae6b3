//! E-mail addresses and accounts: how they are compared, and which of them are no person's (LIC 1, LIC 2).

use crate::text::letters::comparable;

/// An e-mail or account as it is compared: without regard to case, to signs that cannot be seen, and to the way in which
/// marks are written; an empty one agrees with nothing (LIC 2).
pub fn account_key(text: &str) -> Option<String> {
    Some(comparable(text)).filter(|key| !key.is_empty())
}

/// The own address of a guest, of the account as it is compared: Entra writes `ada@example.com` of another directory as
/// `ada_example.com#ext#@tenant.onmicrosoft.com`. No domain has a `_`, so that the last one is the `@`.
pub fn own_address(key: &str) -> Option<String> {
    // By the first sign: preparing the search for a text takes longer than looking through an address.
    let mut marks = key.match_indices('#').map(|(at, _)| key.split_at(at));
    let (name, _) = marks.find(|(_, rest)| rest.starts_with("#ext#@"))?;
    let (name, domain) = name.rsplit_once('_')?;
    (!name.is_empty() && !domain.is_empty()).then(|| [name, "@", domain].concat())
}

/// Whether an account of Windows, `DOMAIN\\name`, is no person's: services and groups that every computer has, and computers
/// themselves, whose names end with a dollar sign (LIC 1).
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
