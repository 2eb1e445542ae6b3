//! Reads a pasted list of people: from an email, a chat, a document, or a bulleted list. It returns everyone whom the
//! list names, and also the remaining pieces, so the report can show that they match nobody.

use licensing::directory::csv;
use licensing::directory::csv::headings::key;
use licensing::directory::csv::preface::Preface;
use licensing::text::letters::{comparable, ends_line, is_invisible, trimmed, visible};

/// The labels in front of names in email headers and lists, in the normalized form of headings.
const LABELS: [&str; 18] = [
    "to", "cc", "bcc", "from", "an", "von", "kopie", "a", "de", "para", "cco", "mailto", "smtp", "email", "mail",
    "user", "account", "id",
];

/// The words before the last item of an enumeration.
const AND: [&str; 9] = ["and", "or", "und", "oder", "et", "ou", "y", "e", "&"];

/// The highest number of characters in brackets around an address.
const LONGEST: usize = 330;

/// The names in a list, with their lines.
pub(super) fn names(text: &str) -> impl Iterator<Item = (usize, String)> {
    let preface = Preface::of(text);
    let text = preface.rest.replace("\r\n", "\n");
    let lines: Vec<String> = text.split(ends_line).map(str::to_owned).collect();
    (1 + preface.lines..).zip(lines).flat_map(|(number, line)| {
        let found = of_line(without_bullet(&line));
        found.into_iter().map(move |name| (number, name))
    })
}

/// The names in a line: those in angle brackets, before them, and after the last ones.
fn of_line(line: &str) -> Vec<String> {
    let (mut found, mut rest) = (Vec::<String>::new(), line);
    while let Some((before, inside, after)) = next_angled(rest) {
        let inside = called(inside);
        let again = trimmed(before).is_empty() && found.last() == inside.last();
        found.extend(before_angles(before, inside.is_empty()));
        found.extend(inside.into_iter().filter(|_| !again));
        rest = without_remark(after);
    }
    found.extend(separated(rest).into_iter().flat_map(called));
    found
}

/// The first angle brackets of a line, or other brackets around an address: the text before, in, and after them.
fn next_angled(line: &str) -> Option<(&str, &str, &str)> {
    let mut quoted = Quotes::of(line);
    let last_close = line.rfind('>').unwrap_or_default();
    for (at, letter) in line.char_indices() {
        if quoted.holds(letter) {
            continue;
        }
        let (before, rest) = line.split_at_checked(at)?;
        let found = match letter {
            '<' if at < last_close => in_angles(rest),
            '(' => around_address(rest, ')'),
            '[' => around_address(rest, ']'),
            _ => None,
        };
        if let Some((inside, after)) = found {
            return Some((before, inside, after));
        }
    }
    None
}

/// The text in the angle brackets at the start of a text, and the text after them. An angle bracket that is not closed
/// is an ordinary character.
fn in_angles(text: &str) -> Option<(&str, &str)> {
    let (inside, after) = text.strip_prefix('<')?.split_once('>')?;
    let inside = inside.rsplit_once('<').map_or(inside, |(_, last)| last);
    Some((inside, after))
}

/// The address or account in the brackets at the start of a text, and the text after them.
fn around_address(text: &str, close: char) -> Option<(&str, &str)> {
    let (end, _) = text.char_indices().take(LONGEST).find(|(_, letter)| *letter == close)?;
    let (open, after) = text.split_at_checked(end)?;
    let inside = trimmed(open.get(1..)?);
    let is_one = !inside.contains(char::is_whitespace) && (inside.contains('\\') || address(inside).is_some());
    is_one.then_some((inside, after.get(1..)?))
}

/// Removes a remark in parentheses directly after an address.
fn without_remark(text: &str) -> &str {
    let remark = text.trim_start().strip_prefix('(').and_then(|it| it.split_once(')'));
    remark
        .filter(|(inside, _)| !inside.contains(['@', '<']))
        .map_or(text, |(_, after)| after)
}

/// The names before angle brackets, without the display name that belongs to the brackets. A display name may contain
/// separators, so a piece that looks like a person's name counts only if a semicolon ends it.
fn before_angles(text: &str, is_alone: bool) -> Vec<String> {
    let mut entries = entries(text);
    let last = entries.pop().unwrap_or_default();
    let mut found: Vec<String> = entries.into_iter().flat_map(of_entry).collect();
    let mut parts = separated(last);
    let name = parts.pop().unwrap_or_default();
    found.extend(
        parts
            .into_iter()
            .filter(|it| is_account(trimmed(it)) || holds_address(it))
            .flat_map(called),
    );
    let begins = name
        .split_whitespace()
        .next()
        .is_some_and(|word| address(word).is_some() && word != name.trim());
    if is_alone || begins {
        found.extend(called(name));
    }
    found
}

/// The names in an entry that a semicolon ends: several accounts, or one name that may contain commas.
fn of_entry(entry: &str) -> Vec<String> {
    let parts = separated(entry);
    let are_names = parts.iter().all(|it| is_account(trimmed(it)) || holds_address(it));
    if are_names {
        parts.into_iter().flat_map(called).collect()
    } else {
        called(entry)
    }
}

/// Splits a text at semicolons, except within quotes, apostrophes, or parentheses.
fn entries(text: &str) -> Vec<&str> {
    let mut quoted = Quotes::of(text);
    let (mut found, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, letter) in text.char_indices() {
        let piece = text.get(start..at).unwrap_or_default();
        match letter {
            _ if quoted.holds(letter) => {}
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ';' | '；' if depth == 0 && !is_open(trimmed(piece)) => {
                found.push(piece);
                start = at + letter.len_utf8();
            }
            _ => {}
        }
    }
    found.push(text.get(start..).unwrap_or_default());
    found
}

/// Whether a piece starts with an apostrophe that it does not close.
fn is_open(piece: &str) -> bool {
    piece.strip_prefix('\'').is_some_and(|rest| !rest.ends_with('\''))
}

/// Splits a text at separators, except within quotes.
fn separated(text: &str) -> Vec<&str> {
    let mut quoted = Quotes::of(text);
    text.split(|letter| !quoted.holds(letter) && matches!(letter, ',' | ';' | '\t' | '，' | '；' | '、' | '،' | '؛'))
        .collect()
}

/// The names in a piece: the addresses in it, or the whole piece if there are none.
pub(super) fn called(piece: &str) -> Vec<String> {
    let seen = visible(piece);
    let text = without_label(csv::unguarded(&seen)).trim();
    let found = addressed(text);
    if !found.is_empty() {
        return found;
    }
    let account = text.strip_suffix(')').and_then(|text| text.split_once('('));
    let account = account.map(|(account, _)| account.trim()).filter(|it| is_account(it));
    let text = account.unwrap_or(text);
    let text = text.trim_matches(|it: char| it.is_whitespace() || matches!(it, '"' | '\'' | '<' | '>'));
    let is_word = !text.contains(char::is_whitespace);
    let text = text.trim_matches(|it| is_word && ".[]()*`。".contains(it));
    Some(text.to_owned()).filter(|it| !it.is_empty()).into_iter().collect()
}

/// The addresses in a text, without duplicates. If the text is a row that starts with an address or contains several,
/// also the accounts in it.
fn addressed(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split(separates_words).filter(|word| !word.is_empty()).collect();
    let count = words.iter().filter(|word| address(word).is_some()).count();
    let begins = words.first().is_some_and(|word| address(word).is_some());
    let is_row = words.len() > 1 && !text.contains(['(', '[', '<', '{']);
    let all_named = is_row && words.iter().all(|word| address(word).is_some() || word.contains('\\'));
    let has_accounts = is_row && (begins || count > 1);
    let mut found: Vec<String> = Vec::new();
    for word in words {
        let is_named = all_named || (has_accounts && is_account(word) && !AND.contains(&word));
        let Some(name) = address(word).or_else(|| is_named.then_some(word)) else {
            continue;
        };
        if !found.iter().any(|other| comparable(other) == comparable(name)) {
            found.push(name.to_owned());
        }
    }
    found
}

/// Whether a character separates words and does not occur in addresses.
fn separates_words(sign: char) -> bool {
    sign.is_whitespace() || "<>()[]{}|\"→“”„«»‹›＜＞（）［］【】〈〉《》「」".contains(sign)
}

fn holds_address(text: &str) -> bool {
    !addressed(&visible(text)).is_empty()
}

/// The address in a word, without a prefix such as `mailto:` and surrounding punctuation.
fn address(word: &str) -> Option<&str> {
    let word = word
        .rsplit_once(':')
        .filter(|(_, rest)| rest.contains('@'))
        .map_or(word, |(_, rest)| rest);
    let word = word
        .split_once('?')
        .filter(|(start, _)| start.contains('@'))
        .map_or(word, |(start, _)| start);
    let word = word.trim_matches(|it| ".,;:!?'’‘`*-–—•·…。".contains(it));
    let (local, domain) = word.rsplit_once('@')?;
    (!local.is_empty() && !local.contains('@') && !domain.is_empty()).then_some(word)
}

/// Whether a text looks like an account or an ID, and not like a person's name.
fn is_account(text: &str) -> bool {
    let text = visible(text);
    let says = text.chars().any(char::is_alphanumeric);
    let is_part = |it: char| it.is_alphanumeric() || matches!(it, '.' | '_' | '-' | '\\' | '@' | '#' | '$');
    let is_mark = |it: char| it.is_numeric() || matches!(it, '_' | '\\' | '@' | '#' | '$');
    says && text.chars().all(is_part) && (text.chars().any(is_mark) || !text.chars().any(char::is_uppercase))
}

/// Removes a label such as `To:`.
fn without_label(text: &str) -> &str {
    let label = text
        .split_once(':')
        .filter(|(label, _)| LABELS.contains(&key(label).as_str()));
    label.map_or(text, |(_, rest)| rest)
}

/// Removes a bullet, number, or checkbox at the start of a line.
fn without_bullet(line: &str) -> &str {
    let text = trimmed_start(line);
    let text = trimmed_start(text.trim_start_matches(|it| "•◦▪▫■□●○‣·⁃∙➢►✓✔\u{f0b7}\u{f0a7}\u{f0d8}".contains(it)));
    let dash = text
        .strip_prefix(['-', '–', '—', '*', '+', '§'])
        .filter(|rest| rest.starts_with(char::is_whitespace));
    let text = dash
        .or_else(|| text.strip_prefix('o').filter(|rest| rest.starts_with('\t')))
        .map_or(text, trimmed_start);
    let ticked = ["[ ]", "[x]", "[X]", "☐", "☑", "☒"]
        .iter()
        .find_map(|box_| text.strip_prefix(box_));
    let text = ticked.map_or(text, trimmed_start);
    without_number(text).map_or(text, trimmed_start)
}

/// The text after a number such as `1.`, `(2)`, or `c)`.
fn without_number(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('(').unwrap_or(text);
    let end = inside.find(['.', ')'])?;
    let (number, rest) = inside.split_at_checked(end)?;
    let is_number = (1..=6).contains(&number.len()) && number.bytes().all(|it| it.is_ascii_digit());
    let is_letter = number.len() == 1 && number.bytes().all(|it| it.is_ascii_alphabetic());
    let rest = rest.get(1..).filter(|rest| rest.starts_with(char::is_whitespace))?;
    // Initials have a period, too: `J. Smith`.
    let is_letter = is_letter && inside.get(end..).is_some_and(|it| it.starts_with(')'));
    (is_number || is_letter).then_some(rest)
}

fn trimmed_start(text: &str) -> &str {
    text.trim_start_matches(|sign: char| sign.is_whitespace() || is_invisible(sign))
}

/// Tells whether characters are within quotes, when called for each character of a line in order. A quote that is not
/// closed is ignored.
struct Quotes {
    are_pairs: bool,
    open: bool,
}

impl Quotes {
    fn of(line: &str) -> Self {
        Self {
            are_pairs: line.matches('"').count().is_multiple_of(2),
            open: false,
        }
    }

    fn holds(&mut self, letter: char) -> bool {
        self.open ^= letter == '"' && self.are_pairs;
        self.open
    }
}
