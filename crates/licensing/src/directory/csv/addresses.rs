//! The addresses of one mailbox, as Exchange and the admin center of Microsoft 365 write them into one cell.

/// The kind of an address by which mail is sent; in capitals it is the primary one.
const MAIL: &str = "SMTP:";

/// The addresses of a cell, the primary one first: of `smtp:a@x.org SMTP:b@x.org` those that are for mail, else the cell as
/// it is.
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

/// A blank in place of each plus that stands between two addresses: what follows begins with its kind.
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
