//! Groups of a directory. They help to select people, and nothing depends on them afterward (ROL 5).

use licensing::{Directory, Person, PersonId};

/// A group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its ID in the directory.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The current members.
    pub members: Vec<PersonId>,
}

/// The teams of the demo.
const TEAMS: [(&str, &str); 6] = [
    ("atlas", "Atlas team"),
    ("borealis", "Borealis team"),
    ("cascade", "Cascade team"),
    ("delta", "Delta team"),
    ("contractors", "Contractors"),
    ("support", "Support desk"),
];

/// The groups of the demo. Each person is in exactly one of them. The digits of the ID decide which, or its letters if
/// it has no digits.
pub fn groups(people: &Directory) -> Vec<Group> {
    let mut groups = TEAMS.map(|(id, name)| Group {
        id: id.to_owned(),
        name: name.to_owned(),
        members: Vec::new(),
    });
    for person in people.people() {
        if let Some(group) = groups.get_mut(team(person)) {
            group.members.push(person.id.clone());
        }
    }
    groups.into()
}

fn team(person: &Person) -> usize {
    let id = person.id.as_str();
    let number = id.bytes().fold(0_usize, |number, byte| match byte {
        b'0'..=b'9' => number.wrapping_mul(10).wrapping_add(usize::from(byte - b'0')),
        other => number.wrapping_add(usize::from(other)),
    });
    number % TEAMS.len()
}
