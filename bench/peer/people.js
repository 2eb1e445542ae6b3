// The people of our demonstration (crates/sample/src/people.rs): the same names, addresses, and days.

const FIXED = ["Ada Muster", "Ben Okafor", "Cleo Marchetti", "Dan Kowalski", "Eve Lindqvist"];
const GIVEN =
  "Ángel,Aisha,Amélie,Anders,Åsa,Björn,Chidi,Chloé,Daniel,Đorđe,Elif,Emma,Farid,Grace,Hana,Ivan,Jürgen,Kenji,Lea,Łukasz,María,Mei,Niamh,Noah,Olga,Priya,Rafael,Søren,Sofia,Tomáš,Yusuf,Zoë".split(",");
const FAMILY =
  "Adeyemi,Andersson,Bauer,Čapek,Costa,Dubois,Evans,Fernández,Gonçalves,Haddad,Horváth,Ito,Jansen,Kaya,Kim,Larsen,Müller,Nguyen,Novák,O’Brien,Öztürk,Patel,Rossi,Şahin,Silva,Smith,Tanaka,Virtanen,Weiß,Wójcik,Zhang".split(",");
/** Letters that do not decompose into a plain letter and a diacritic. */
const PLAIN = { Đ: "d", đ: "", Ł: "l", ø: "o", ß: "ss" };
const TODAY = Date.UTC(2026, 10, 24);
const DAY = 24 * 60 * 60 * 1000;

const ascii = (name) => name.replace(/[ĐđŁøß]/g, (letter) => PLAIN[letter]).normalize("NFD").replace(/[^A-Za-z]/g, "").toLowerCase();
const daysAgo = (days) => new Date(TODAY - days * DAY).toISOString().slice(0, 10);

function person(number) {
  const fixed = FIXED[number];
  if (fixed) return { name: fixed, email: `${fixed.split(" ")[0].toLowerCase()}@example.org`, lastAccess: daysAgo(number) };
  const [given, family] = [GIVEN[number % GIVEN.length], FAMILY[number % FAMILY.length]];
  const days = (Math.imul(number, 2654435761) >>> 16) % 220;
  return {
    name: `${given} ${family}`,
    email: `${ascii(given)}.${ascii(family)}${number}@example.org`,
    lastAccess: days < 200 ? daysAgo(days) : "Never",
  };
}

/** The first `count` people, each with a search key. */
export const people = (count) =>
  Array.from({ length: count }, (_, number) => {
    const made = person(number);
    return { ...made, role: "Team", licensed: true, key: `${made.name}\0${made.email}`.toLowerCase() };
  });
