//! E-mail addresses and accounts: how they are compared, and which of them are no person's (LIC 1, LIC 2).

/// An e-mail or account as it is compared: without regard to case; an empty one agrees with nothing (LIC 2).
pub fn account_key(text: &str) -> Option<String> {
    let account = text.trim();
    // Letter by letter: the rule for a sigma at the end of a word is one of spelling, and asks for large tables.
    let lower = account.chars().flat_map(char::to_lowercase);
    (!account.is_empty()).then(|| lower.map(|it| if it == 'ς' { 'σ' } else { it }).collect())
}

/// Whether an account of Windows, `DOMAIN\\name`, is no person's: services and groups that every computer has, and computers
/// themselves, whose names end with a dollar sign (LIC 1).
pub fn is_no_person(account: &str) -> bool {
    const DOMAINS: [&str; 7] = [
        "NT AUTHORITY",
        "NT SERVICE",
        "BUILTIN",
        "IIS APPPOOL",
        "NT VIRTUAL MACHINE",
        "WINDOW MANAGER",
        "FONT DRIVER HOST",
    ];
    account.trim().split_once('\\').is_some_and(|(domain, name)| {
        name.ends_with('$') || DOMAINS.iter().any(|it| it.eq_ignore_ascii_case(domain.trim()))
    })
}
