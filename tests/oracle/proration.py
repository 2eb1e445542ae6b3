#!/usr/bin/env python3
"""An independent implementation of the core's calculations, from the rule book alone and in another language.

    python3 tests/oracle/proration.py            writes tests/oracle/proration-vectors.json
    python3 tests/oracle/proration.py --check    fails if the file differs from what would be written

It shares nothing with the program: it uses exact fractions, its own calendar arithmetic, and its own price table.
Before it writes, it checks itself against the numbers in the rule book (PLN 2, CHG 12) and the published cases in
tests/proration-cases.json. Every vector is computed from scratch. None is copied from the program's output.
"""
import datetime
import json
import pathlib
import sys
from fractions import Fraction

HERE = pathlib.Path(__file__).resolve().parent
OUTPUT = HERE / "proration-vectors.json"

# PLN 2, as in the rule book: USD per user and month, annual / monthly, with the first user of each band.
PER_MONTH = {
    "2025-07-02": {"start": [(1, 7, 8)], "team": [(1, 12, 15)], "ultimate": [(1, 16, 19), (101, 9, 12), (251, 6, 7)]},
    "2026-07-01": {"start": [(1, 8, 9)], "team": [(1, 13, 16)], "ultimate": [(1, 17, 20), (101, 10, 13), (251, 7, 8)]},
}
LIMITS = {"start": (1, 19), "team": (1, 299), "ultimate": (20, 5000)}  # PLN; Ultimate has no maximum, 5000 is enough
MONTHS = {"monthly": 1, "annual": 12}


# --- the arithmetic of the rule book -------------------------------------------------------------------------------

def rounded(amount, digits=2):
    """Rounds half away from zero, to `digits` decimals (CHG 3)."""
    scaled = abs(amount) * 10**digits
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(whole if amount >= 0 else -whole, 10**digits)


def text(amount, digits=2):
    """A decimal string with exactly `digits` decimals."""
    units = amount * 10**digits
    assert units.denominator == 1, amount
    sign, units = ("-" if units < 0 else ""), str(abs(int(units))).rjust(digits + 1, "0")
    return sign + (units[:-digits] + "." + units[-digits:] if digits else units)


def bands(price_list, plan, length):
    """`[(first user, price for the whole term)]` (PLN 2): annual billing charges twelve months in advance."""
    column = {"annual": 1, "monthly": 2}[length]
    return [(band[0], Fraction(band[column] * MONTHS[length])) for band in PER_MONTH[price_list][plan]]


def term_price(graduated, licences):
    """Each user at the price of the band they fall in, one user after the other (PLN 2)."""
    total = Fraction(0)
    for user in range(1, licences + 1):
        total += [price for first, price in graduated if first <= user][-1]
    return total


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def boundary(anchor, months):
    """`months` months after the anchor, the day clamped to the month's length (SUB 1)."""
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + months, 12)
    longest = [31, 29 if is_leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month]
    return datetime.date(year, month + 1, min(anchor.day, longest))


def line(price, rest, days):
    """Multiply, divide once, round once (CHG 3)."""
    return rounded(price * rest / days)


# --- vectors -------------------------------------------------------------------------------------------------------

class Dice:
    """The same numbers on every machine (a linear congruential generator with Knuth's constants)."""

    def __init__(self, seed):
        self.state = seed

    def below(self, count):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % count

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def of(self, items):
        return items[self.below(len(items))]


def side(price_list, plan, length, licences):
    graduated = bands(price_list, plan, length)
    return {
        "plan": plan, "length": length, "licences": licences,
        "bands": [{"from": first, "price": text(price)} for first, price in graduated],
        "term_price": text(term_price(graduated, licences)),
    }


def adjustment(number, price_list, anchor, index, day_of_term, before, after):
    """One adjustment today: `before` and `after` are (plan, length, licences)."""
    months = MONTHS[before[1]]
    start, end = boundary(anchor, index * months), boundary(anchor, (index + 1) * months)
    days = (end - start).days
    today = start + datetime.timedelta(days=min(day_of_term, days - 1))
    rest = (end - today).days
    old, new = side(price_list, *before), side(price_list, *after)
    unused = -line(Fraction(old["term_price"]), rest, days)
    if before[1] == after[1]:  # CHG 2, CHG 4: the rest of the same term
        new_start, new_end = start, end
    else:  # CHG 5: the term of the new length that starts on the last boundary of the anchor not after today
        reached = 0
        while boundary(anchor, reached + 1) <= today:
            reached += 1
        new_start, new_end = boundary(anchor, reached), boundary(anchor, reached + MONTHS[after[1]])
    charged_days, charged_of = (new_end - today).days, (new_end - new_start).days
    charge = line(Fraction(new["term_price"]), charged_days, charged_of)
    return {
        "id": f"adjust-{number:03}", "price_list": price_list,
        "term": {"start": str(start), "end": str(end), "days": days}, "date": str(today), "rest": rest,
        "before": old, "after": new,
        "lines": [
            {"kind": "unused", "days": rest, "term_days": days, "amount": text(unused)},
            {"kind": "remaining", "days": charged_days, "term_days": charged_of, "amount": text(charge)},
        ],
        "sum": text(unused + charge), "anchor": str(anchor), "new_term": {"start": str(new_start), "end": str(new_end)},
    }


DAYS_OF_NOTE = [(1, 31), (1, 30), (1, 29), (2, 28), (2, 29), (3, 31), (4, 30), (6, 30), (8, 31), (12, 31), (1, 1), (7, 1)]


def a_day(dice, years):
    """A day. Half of them are days on which calendar arithmetic often goes wrong."""
    year = dice.of(years)
    if dice.below(2):
        month, day = dice.of(DAYS_OF_NOTE)
        if (month, day) != (2, 29) or is_leap(year):
            return datetime.date(year, month, day)
    return datetime.date(year, 1, 1) + datetime.timedelta(days=dice.below(365))


def adjustments():
    dice, vectors = Dice(20261124), []
    for number in range(1, 301):
        price_list = dice.of(list(PER_MONTH))
        plan, length = dice.of(list(LIMITS)), dice.of(list(MONTHS))
        other_plan = plan if number % 3 else dice.of(list(LIMITS))
        other_length = length if number % 4 else dice.of(list(MONTHS))
        licences, others = (dice.between(LIMITS[p][0], min(LIMITS[p][1], dice.of([25, 120, 400, 5000])))
                            for p in (plan, other_plan))
        if (plan, length, licences) == (other_plan, other_length, others):
            others += 1 if others < LIMITS[plan][1] else -1  # without a change, it would be refused (CHG 8)
        anchor, index = a_day(dice, [2023, 2024, 2026, 2027, 2028]), dice.below(14 if length == "monthly" else 3)
        # The first and the last day of a term are chosen often enough.
        day = dice.of([0, 10**6, dice.below(31), dice.below(366)])
        vectors.append(adjustment(number, price_list, anchor, index, day,
                                  (plan, length, licences), (other_plan, other_length, others)))
    return vectors


def anchors():
    dice, vectors = Dice(31), []
    fixed = ["2023-01-31", "2024-01-31", "2024-01-30", "2023-01-29", "2024-02-29", "2096-02-29", "2026-12-31", "2027-08-31",
             "2027-02-28", "2028-02-28", "1999-11-30", "2026-07-01"]
    days = [datetime.date.fromisoformat(day) for day in fixed]
    days += [a_day(dice, [2023, 2024, 2026, 2027, 2028, 2099]) for _ in range(50 - len(days))]
    for anchor in days:
        for length, count in (("monthly", 26), ("annual", 9)):
            boundaries = [str(boundary(anchor, n * MONTHS[length])) for n in range(count)]
            vectors.append({"anchor": str(anchor), "length": length, "boundaries": boundaries})
    return vectors


# --- whole stories -------------------------------------------------------------------------------------------------

def story(name, price_list, plan, first_day, licences, changes, until):
    """A monthly subscription from its purchase on: `changes` are (day, licences). Documents and credit (CHG 7, CRD 1)."""
    documents, credit, invoices, notes = [], Fraction(0), 0, 0

    def issue(day, lines):
        nonlocal credit, invoices, notes
        total = sum(amount for _, amount in lines)
        if total > 0:
            invoices += 1
            applied = min(credit, total)
            credit -= applied
            number, due = f"INV-{invoices:04}", total - applied
        elif total < 0:
            notes += 1
            number, applied, due = f"CN-{notes:04}", Fraction(0), Fraction(0)
            credit -= total
        else:
            return
        documents.append({
            "number": number, "date": str(day), "lines": [{"kind": kind, "amount": text(amount)} for kind, amount in lines],
            "total": text(total), "credit_applied": text(applied), "due": text(due), "credit_after": text(credit),
        })

    graduated = bands(price_list, plan, "monthly")
    index, held, waiting = 0, licences, list(changes)
    issue(first_day, [("term", term_price(graduated, held))])
    while True:
        start, end = boundary(first_day, index), boundary(first_day, index + 1)
        days = (end - start).days
        while waiting and waiting[0][0] < end:
            day, wanted = waiting.pop(0)
            rest = (end - day).days
            unused = -line(term_price(graduated, held), rest, days)
            issue(day, [("unused", unused), ("remaining", line(term_price(graduated, wanted), rest, days))])
            held = wanted
        if end > until:
            break
        index += 1
        issue(end, [("term", term_price(graduated, held))])
    return {
        "name": name, "price_list": price_list, "plan": plan, "start": str(first_day), "licences": licences,
        "changes": [{"date": str(day), "licences": wanted} for day, wanted in changes], "until": str(until),
        "documents": documents, "credit": text(credit), "term": {"start": str(start), "end": str(end)},
    }


def stories():
    day = datetime.date.fromisoformat
    told = [story("CHG 12", "2026-07-01", "team", day("2026-07-01"), 10,
                  [(day("2026-07-22"), 50), (day("2026-09-02"), 5)], day("2026-11-24"))]
    dice = Dice(12)
    for number in range(1, 25):
        plan = dice.of(list(LIMITS))
        # From 2026-08-01 on, purchases and renewals use the same price list (PLN 3).
        first = datetime.date(2026, 8, 1) + datetime.timedelta(days=dice.below(240))
        at, held, changes = first, dice.between(LIMITS[plan][0], min(LIMITS[plan][1], 400)), []
        licences = held
        for _ in range(dice.between(1, 6)):
            at += datetime.timedelta(days=dice.below(40))
            wanted = dice.between(LIMITS[plan][0], min(LIMITS[plan][1], 400))
            if wanted != held:  # an unchanged number is refused (CHG 8)
                changes.append((at, wanted))
                held = wanted
        told.append(story(f"story {number}", "2026-07-01", plan, first, licences, changes,
                          at + datetime.timedelta(days=dice.below(120))))
    return told


# --- self-check ----------------------------------------------------------------------------------------------------

def prove():
    checks = [("start", 14, "1344.00", "126.00"), ("team", 25, "3900.00", "400.00"), ("ultimate", 300, "42600.00", "4350.00")]
    for plan, licences, annual, monthly in checks:  # PLN 2
        for length, expected in (("annual", annual), ("monthly", monthly)):
            assert text(term_price(bands("2026-07-01", plan, length), licences)) == expected, (plan, length)
    example = stories()[0]  # CHG 12
    lines = [[one["amount"] for one in document["lines"]] for document in example["documents"]]
    assert lines == [["160.00"], ["-51.61", "258.06"], ["800.00"], ["800.00"], ["-773.33", "77.33"], ["80.00"], ["80.00"]]
    assert example["credit"] == "536.00"
    assert text(rounded(Fraction(-1, 200))) == "-0.01" and text(rounded(Fraction(1, 200))) == "0.01"  # CHG 3
    published()


def published():
    """The published cases about lines, day counts, and anchors."""
    cases = json.loads((HERE.parent / "proration-cases.json").read_text())["cases"]
    day, proved = datetime.date.fromisoformat, 0
    for case in cases:
        expected, digits, kind = case["expected"], case["minor_digits"], case["type"]
        if kind == "credit_cap":
            continue  # CHG 6 is about booked lines, which this oracle does not have
        start, end = day(case["period_start"]), day(case["period_end"])
        days = (end - start).days
        if kind == "anchor":
            got = [str(boundary(start, n)) for n in range(len(expected["boundaries"]))]
            assert got == expected["boundaries"], case["id"]
        elif kind == "day_count":
            assert days == expected["days_total"], case["id"]
        else:
            rest = (end - day(case["change_date"])).days
            value = {name: rounded(Fraction(case[name]["unit_price"]) * case[name]["quantity"] * rest / days, digits)
                     for name in ("old", "new") if case[name]}
            whole = Fraction(case["old"]["unit_price"]) * case["old"]["quantity"] if case["old"] else None
            got = {
                "credit": value.get("old"), "charge": value.get("new"),
                "net": value.get("new", 0) - value.get("old", 0), "used_value": whole and whole - value["old"],
                "days_total": days, "days_used": days - rest, "days_remaining": rest, "fraction_used": f"{days - rest}/{days}",
            }
            for name in got.keys() & expected.keys():
                want = expected[name]
                assert got[name] == (want if name.startswith(("days", "fraction")) else Fraction(want)), (case["id"], name)
        proved += 1
    assert proved >= 35, proved


def rendered():
    sections = {"adjustments": adjustments(), "anchors": anchors(), "stories": stories()}
    about = "Written by tests/oracle/proration.py from the rule book; never edit by hand."
    parts = [f' "about": {json.dumps(about)}']
    for name, vectors in sections.items():
        parts.append(f' "{name}": [\n  ' + ",\n  ".join(json.dumps(vector) for vector in vectors) + "\n ]")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main():
    prove()
    if "--check" in sys.argv[1:]:
        if not OUTPUT.exists() or OUTPUT.read_text() != rendered():
            sys.exit(f"{OUTPUT.name} is not what the oracle computes: run it without --check and look at the difference")
        print(f"{OUTPUT.name} is what the oracle computes")
    else:
        OUTPUT.write_text(rendered())
        print(f"wrote {OUTPUT.name}")


if __name__ == "__main__":
    main()
