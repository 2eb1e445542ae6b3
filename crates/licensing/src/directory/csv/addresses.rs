//! The addresses of a mailbox, which Exchange and the Microsoft 365 admin center export in one cell.

/// The prefix of a mail address. The capitalized prefix marks the primary one.
const MAIL: &str = "SMTP:";

/// The addresses of a cell, primary first. For `smtp:a@x.org SMTP:b@x.org`, the mail addresses. Otherwise the cell
/// itself.
pub fn addresses(cell: &str) -> Vec<String> {
    let text = blank_between(cell);
    let pieces = text.split(|sign: char| sign.is_whitespace() || matches!(sign, ',' | ';'));
    let mails = pieces.filter_map(|piece| {
        let (kind, address) = piece.split_at_checked(MAIL.len())?;
        (kind.eq_ignore_ascii_case(MAIL) && !address.is_empty()).then_some((kind == MAIL, address))
    });
    let mut mails: Vec<(bool, &str)> = mails.collect();
    mails.sort_by_key(|(is_primary, _)| !is_primary);
    if mails.is_empty() {
        return vec![cell.to_owned()];
    }
    mails.into_iter().map(|(_, address)| address.to_owned()).collect()
}

/// Replaces each plus sign between two addresses by a space. The text after such a plus begins with an address type.
fn blank_between(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    for (at, part) in cell.split('+').enumerate() {
        let kind = part.split_once(':').map_or("", |(kind, _)| kind);
        let begins = !kind.is_empty() && kind.chars().all(|it| it.is_ascii_alphanumeric());
        if at > 0 {
            text.push(if begins { ' ' } else { '+' });
        }
        text.push_str(part);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_primary_address_comes_first_and_a_plus_of_an_address_stays() {
        for (cell, expected) in [
            ("ada@x.org", &["ada@x.org"][..]),
            ("", &[""]),
            (
                "smtp:a+b@x.org+SMTP:ada@x.org+X500:/o=Org/cn=a",
                &["ada@x.org", "a+b@x.org"],
            ),
            ("SIP:ada@x.org; SMTP:b@x.org", &["b@x.org"]),
            ("Smtp:", &["Smtp:"]),
        ] {
            assert_eq!(addresses(cell), expected, "{cell}");
        }
    }
}
