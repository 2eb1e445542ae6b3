//! The first line of a table: which column holds what, by the headings that people and Microsoft's exports write, in
//! English, German, French and Spanish. Case, marks, blanks and dashes make no difference.

use super::Line;
use crate::licensing::letters::{folded, visible};

/// So many headings are named in a message; the rest is counted.
const NAMED: usize = 12;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// E-mail addresses.
    Email,
    /// Accounts: names to sign in with.
    Account,
    /// Ids of the directory.
    Id,
    /// Display names.
    Name,
    /// Roles.
    Role,
    /// Days of the last access.
    LastAccess,
    /// Whether the account is active.
    State,
}

/// The headings of each, as [`key`] writes them.
const HEADINGS: [(Column, &[&str]); 7] = [
    (
        Column::Email,
        &[
            "email",
            "mail",
            "emails",
            "emailaddress",
            "mailaddress",
            "emailoraccount",
            "primaryemail",
            "primaryemailaddress",
            "primarysmtpaddress",
            "workemail",
            "emailadresse",
            "mailadresse",
            "emailoderkonto",
            "primaresmtpadresse",
            "geschaftlicheemail",
            "adresseemail",
            "adressemail",
            "adressedemessagerie",
            "adresseelectronique",
            "courriel",
            "adressecourriel",
            "courrierelectronique",
            "emailoucompte",
            "correo",
            "correoelectronico",
            "direcciondecorreo",
            "direcciondecorreoelectronico",
            "direccionemail",
            "direccionelectronica",
            "correoocuenta",
        ],
    ),
    (
        Column::Account,
        &[
            "account",
            "accountname",
            "user",
            "username",
            "useraccount",
            "userprincipalname",
            "principalname",
            "uniquename",
            "upn",
            "login",
            "loginname",
            "logonname",
            "userlogonname",
            "samaccountname",
            "signin",
            "signinname",
            "konto",
            "kontoname",
            "benutzer",
            "benutzername",
            "benutzerkonto",
            "benutzerprinzipalname",
            "anmeldename",
            "benutzeranmeldename",
            "anmeldung",
            "nutzername",
            "compte",
            "nomdecompte",
            "comptedutilisateur",
            "compteutilisateur",
            "utilisateur",
            "nomdutilisateur",
            "nomprincipaldutilisateur",
            "nomprincipaldelutilisateur",
            "nomdutilisateurprincipal",
            "nomdouverturedesession",
            "nomdeconnexion",
            "cuenta",
            "nombredecuenta",
            "cuentadeusuario",
            "usuario",
            "nombredeusuario",
            "nombreprincipaldeusuario",
            "nombreprincipaldelusuario",
            "nombredeiniciodesesion",
            "iniciodesesion",
        ],
    ),
    (
        Column::Id,
        &[
            "id",
            "userid",
            "personid",
            "objectid",
            "identityid",
            "storagekey",
            "objektid",
            "benutzerid",
            "personenid",
            "kennung",
            "iddobjet",
            "iddelobjet",
            "identifiantdobjet",
            "identifiantdelobjet",
            "iddutilisateur",
            "identifiantdutilisateur",
            "identifiantutilisateur",
            "identifiant",
            "iddeobjeto",
            "iddelobjeto",
            "iddeusuario",
            "iddelusuario",
            "identificador",
            "identificadordeobjeto",
            "identificadordeusuario",
        ],
    ),
    (
        Column::Name,
        &[
            "name",
            "displayname",
            "fullname",
            "anzeigename",
            "vollstandigername",
            "nom",
            "nomcomplet",
            "nomaffiche",
            "nomdaffichage",
            "nombre",
            "nombrecompleto",
            "nombreparamostrar",
            "nombremostrado",
        ],
    ),
    (
        Column::Role,
        &[
            "role",
            "roles",
            "productrole",
            "rolle",
            "rollen",
            "produktrolle",
            "roleproduit",
            "roleduproduit",
            "rol",
            "roldeproducto",
            "roldelproducto",
        ],
    ),
    (
        Column::LastAccess,
        &[
            "lastaccess",
            "lastaccessed",
            "lastaccessdate",
            "lastaccesseddate",
            "dateoflastaccess",
            "lastlogin",
            "lastsignin",
            "lastsignindate",
            "lastsignindatetime",
            "lastactivity",
            "lastactivitydate",
            "letzterzugriff",
            "letzteanmeldung",
            "zuletztzugegriffen",
            "zuletztverwendet",
            "datumdesletztenzugriffs",
            "dernieracces",
            "dernierconnexion",
            "derniereconnexion",
            "dateduderniereacces",
            "datedudernieracces",
            "ultimoacceso",
            "fechadeultimoacceso",
            "fechadelultimoacceso",
            "ultimoiniciodesesion",
        ],
    ),
    (
        Column::State,
        &[
            "state",
            "status",
            "accountstate",
            "accountstatus",
            "userstatus",
            "kontostatus",
            "zustand",
            "etat",
            "statut",
            "estado",
        ],
    ),
];

/// A first line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headings {
    /// As they are written, without what cannot be seen.
    shown: Vec<String>,
    columns: Vec<Option<Column>>,
    keys: Vec<String>,
}

/// Two columns that mean the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twice {
    /// The first, with its number from 1.
    pub first: (usize, String),
    /// The other.
    pub second: (usize, String),
}

impl Twice {
    /// What is the matter, and what to do.
    pub fn words(&self) -> String {
        let Self { first, second } = self;
        format!(
            "Columns {} (“{}”) and {} (“{}”) mean the same. Delete one of them, or rename it.",
            first.0, first.1, second.0, second.1
        )
    }
}

impl Headings {
    /// Reads a first line; without one there are no headings.
    pub fn of(line: Option<&Line>) -> Self {
        let shown: Vec<String> = line.iter().flat_map(|line| &line.cells).map(|it| visible(it)).collect();
        let keys: Vec<String> = shown.iter().map(|it| key(it)).collect();
        Self {
            columns: keys.iter().map(|it| column(it)).collect(),
            keys,
            shown,
        }
    }

    /// Where such columns stand.
    pub fn all(&self, wanted: Column) -> impl Iterator<Item = usize> {
        let places = self.columns.iter().enumerate();
        places.filter_map(move |(at, column)| (*column == Some(wanted)).then_some(at))
    }

    /// Where the first of them stands.
    pub fn first(&self, wanted: Column) -> Option<usize> {
        self.all(wanted).next()
    }

    /// Two columns of one name, or two of what there may be only one of. Columns that nobody reads may be called anything.
    pub fn twice(&self, single: &[Column]) -> Option<Twice> {
        let places = (0..).zip(&self.columns).zip(&self.keys);
        let known = places.filter_map(|((at, column), key)| Some((at, (*column)?, key)));
        let known: Vec<(usize, Column, &String)> = known.collect();
        known.iter().enumerate().find_map(|(nth, (at, column, key))| {
            let same = |(_, other, name): &&(usize, Column, &String)| {
                other == column && (name == key || single.contains(column))
            };
            let (place, ..) = known.iter().skip(nth + 1).find(same)?;
            Some(Twice {
                first: self.numbered(*at),
                second: self.numbered(*place),
            })
        })
    }

    /// A heading with its number, from 1.
    fn numbered(&self, at: usize) -> (usize, String) {
        (at + 1, self.shown.get(at).cloned().unwrap_or_default())
    }

    /// The headings that were found, for a message: “Name”, “Team”.
    pub fn found(&self) -> String {
        let written: Vec<&String> = self.shown.iter().filter(|it| !it.is_empty()).collect();
        let named: Vec<String> = written.iter().take(NAMED).map(|it| format!("“{it}”")).collect();
        match written.len().saturating_sub(NAMED) {
            0 if named.is_empty() => "nothing".to_owned(),
            0 => named.join(", "),
            rest => format!("{} and {rest} more", named.join(", ")),
        }
    }
}

/// A heading as it is compared: small letters without marks, and figures.
fn key(heading: &str) -> String {
    folded(heading).chars().filter(|it| it.is_alphanumeric()).collect()
}

fn column(key: &str) -> Option<Column> {
    let found = HEADINGS.iter().find(|(_, words)| words.contains(&key));
    found.map(|(column, _)| *column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_heading_is_written_as_it_is_compared_and_means_one_thing() {
        let words: Vec<&str> = HEADINGS.iter().flat_map(|(_, words)| words.iter().copied()).collect();
        for word in &words {
            assert_eq!(key(word), *word);
            assert_eq!(words.iter().filter(|it| *it == word).count(), 1, "{word}");
        }
    }
}
