"""Is each code of the table reported for the slip it describes, and does the table list what the code can report?"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.problem import Problem
from tests.sample.records import Records

ROOT = Path(__file__).parents[2]
TABLE_ROW = re.compile(r"^\| ([A-Z]\d{3})(\*?) \| (.+?) \| (.+?) \|$", re.MULTILINE)
CODE = re.compile(r"[A-Z]\d{3}")

Slip = Callable[[Records], object]


def edit(name: str, old: str, new: str) -> Slip:
    return lambda records: records.edit(name, old, new)


def remove(name: str) -> Slip:
    return lambda records: records.path(name).unlink()


def restamped(slip: Slip) -> Slip:
    """A slip whose curator also got new receipts: the rule itself has to notice."""

    def both(records: Records) -> None:
        slip(records)
        records.stamp()

    return both


CLIENTS = '{value: [northgate, oakline], at: 4, quote: "clients include Northgate and Oakline"}'
FENN_ALL = '{value: all, at: 3, quote: "to head all of its robot work"}'
TALKS = 'quote: "reportedly in early talks to invest over $2 billion", modality: report'
LONG = " ".join(["word"] * 21)

# Seen without the articles.
SLIPS: list[tuple[str, Slip]] = [
    ("Y001", remove("entities.yaml")),
    ("Y001", lambda records: records.path("events.yaml").write_bytes(b"caf\xe9: 1")),
    ("Y002", edit("terms.yaml", "amount:\n", "amount: [\n")),
    ("Y003", lambda records: records.path("company.yaml").write_text("- a list\n")),
    ("Y003", edit("events.yaml", "deal:\n", "later: soon\n\ndeal:\n")),
    ("Y004", edit("terms.yaml", "  term: true\n  qualifiers", "  term: true\n  term: true\n  qualifiers")),
    ("Y004", edit("company.yaml", "staff:", "amount:")),
    ("Y005", edit("terms.yaml", '"thereby worth $8 billion"', "thereby worth $8 billion")),
    ("Y006", edit("terms.yaml", "kind: percent", "kind: share")),
    ("Y006", edit("company.yaml", "unit: people", "units: people")),
    ("V001", edit("terms.yaml", "value: $8 billion", "value: a lot")),
    ("V001", edit("company.yaml", "value: co-founder", "value: cofounder")),
    ("V002", edit("company.yaml", '"founded in 2011"', '"founded in"')),
    ("V002", edit("terms.yaml", '"thereby worth $8 billion"', '"worth $8 billion, not $9 billion"')),
    ("V003", edit("terms.yaml", "value: over $2 billion", "value: $2 billion")),
    ("V003", edit("terms.yaml", "value: $8 billion", "value: €8 billion")),
    ("V003", edit("company.yaml", "unit: people", "unit: robots")),
    ("V003", edit("company.yaml", 'value: "2011"', 'value: "2012"')),
    ("V004", edit("terms.yaml", "value: $8 billion", "value: $8.0 billion")),
    ("V005", edit("terms.yaml", "value: 25%", "value: 125%")),
    ("V006", edit("company.yaml", 'value: "2011"', 'value: "31 February 2011"')),
    ("V006", edit("terms.yaml", "value: $8 billion", "value: $8 billion in cash")),
    ("V007", edit("company.yaml", "value: [northgate, oakline]", "value: [northgate]")),
    ("V007", edit("company.yaml", "value: tom-arkwright", "value: northgate")),
    ("V008", edit("company.yaml", '"lead parts of the robot work"', '"lead the robot work"')),
    ("V009", edit("company.yaml", "cues: [all of its robot work]", "cues: [all of its robot work, lead]")),
    ("V010", edit("terms.yaml", "value: independent", "value: subsidiary")),
    ("V011", edit("terms.yaml", "cues: [merger], held: never", "cues: [merger]")),
    ("V012", edit("company.yaml", "value: being slower for some time", f"value: {LONG}")),
    ("V013", edit("terms.yaml", "value: 25%, stage: announced", "value: 25%")),
    ("V013", edit("company.yaml", "value: about 900", "value: about 900, stage: talks")),
    ("V014", edit("terms.yaml", "qualifier: non-voting", "qualifier: silent")),
    ("V014", edit("terms.yaml", '"a 25% non-voting stake"', '"a 25% stake"')),
    ("V015", edit("terms.yaml", ", qualifier: non-voting", "")),
    ("V016", edit("company.yaml", "  unit: people\n", "")),
    ("V016", edit("company.yaml", "  kind: date\n", "  kind: date\n  readings: {early: {label: early}}\n")),
    ("V017", edit("company.yaml", "value: about 900", "value: about 900, per: year")),
    ("G001", edit("terms.yaml", '    "012": silent\n\nvaluation', "\nvaluation")),
    ("G002", edit("terms.yaml", '    "012": silent\n\nvaluation', '    "012": silent\n    "099": silent\n\nvaluation')),
    (
        "G003",
        edit(
            "terms.yaml",
            '\n      - {value: $8 billion, stage: announced, at: 2, quote: "thereby worth $8 billion"}',
            " silent",
        ),
    ),
    ("G004", edit("company.yaml", f"      - {CLIENTS}\n", f"      - {CLIENTS}\n      - {CLIENTS}\n")),
    ("I001", edit("company.yaml", "about: [kestrel, ida-fenn]", "about: [kestrel, ada-fenn]")),
    ("I001", edit("company.yaml", "value: tom-arkwright", "value: tim-arkwright")),
    ("I001", edit("entities.yaml", "of: kestrel, rests_on: amount", "of: merlin, rests_on: amount")),
    ("I002", edit("entities.yaml", "rests_on: amount", "rests_on: price")),
    ("I002", edit("company.yaml", "ida-fenn]\n  subject: company", "ida-fenn]\n  told_with: [x]\n  subject: company")),
    ("I002", edit("events.yaml", "rests_on: [founded-when]", "rests_on: [founded]")),
    ("I002", edit("deal.yaml", "headlines: [amount, stake]", "headlines: [amount, share]")),
    ("I002", edit("deal.yaml", "of: [stake, valuation]", "of: [share, valuation]")),
    ("I003", edit("company.yaml", "ida-fenn]\n  subject: company", "ida-fenn]\n  subject: people")),
    ("I004", edit("company.yaml", "narrows: founder", "narrows: starter")),
    ("I004", edit("deal.yaml", "reading: takeover", "reading: purchase")),
    ("I004", edit("events.yaml", "takeover=takeover", "takeover=purchase")),
    ("I005", edit("events.yaml", "after: [founding]", "after: [start]")),
    ("I006", edit("events.yaml", "after: []", "after: [deal]")),
    ("I006", edit("company.yaml", "cues: [founder, founded]}", "cues: [founder, founded], narrows: co-founder}")),
    (
        "I007",
        edit("terms.yaml", '"{harbour-mills} takes {value} of {kestrel}"', '"{harbour} takes {value} of {kestrel}"'),
    ),
    ("I007", edit("events.yaml", '"{kestrel} is founded"', '"{kestrel} is founded, says {value}"')),
    ("I008", edit("entities.yaml", "oakline:\n", "merlin:\n  kind: company\n  names: [Merlin]\n\noakline:\n")),
    ("I009", edit("deal.yaml", "  company:\n", '  people: {label: "People"}\n  company:\n')),
    ("I001", edit("unanswered.yaml", "about: [kestrel]", "about: [merlin]")),
    ("I002", edit("unanswered.yaml", "near: [staff]", "near: [crew]")),
    ("I002", edit("topics.yaml", "facts: [amount, stake]", "facts: [amount, share]")),
    ("I010", edit("topics.yaml", "facts: [amount, stake]", "facts: [amount, amount]")),
    ("W003", edit("topics.yaml", "the company?", "the company")),
    ("N002", edit("topics.yaml", "price and share", "Wages, at Kestrel!")),
    ("I010", edit("deal.yaml", "headlines: [amount, stake]", "headlines: [amount, amount]")),
    ("I010", edit("deal.yaml", "id: worth-to-price", "id: share-of-worth")),
    ("N001", edit("entities.yaml", "names: [Oakline]", "names: [Oakline, FENN]")),
    ("N002", edit("terms.yaml", '"size of the stake"', '"what does it cost"')),
    ("Q001", edit("terms.yaml", '"thereby worth $8 billion"', f'"$8 billion {LONG}"')),
    ("M001", edit("terms.yaml", f"{TALKS}", TALKS.removesuffix(", modality: report"))),
    ("M001", edit("company.yaml", '"Harbour Mills Circles"', '"Harbour Mills?"')),
    ("W001", edit("terms.yaml", '"{kestrel} {value}"', '"{kestrel} disagrees and {value}"')),
    ("W001", edit("010.yaml", "looks back at how", "conflicts with how")),
    ("W002", edit("terms.yaml", '"{kestrel} {value}"', '"{kestrel} {value}."')),
    ("W003", edit("terms.yaml", '"Is the deal called a takeover?"', '"Is the deal called a takeover"')),
    ("W004", edit("company.yaml", '"{kestrel} risks {value}"', '"{kestrel} risks something"')),
    ("W005", edit("010.yaml", "label: Early Word", "label: Early")),
    ("A008", edit("010.yaml", "unrelated: {}", 'unrelated: {"6": "something else"}')),
    ("R001", remove("receipts.yaml")),
    ("R002", edit("terms.yaml", "value: $8 billion", "value: $9 billion")),
    (
        "R003",
        edit("terms.yaml", '\n      - {value: independent, at: 5, quote: "does not become a subsidiary"}', " silent"),
    ),
    ("D001", edit("deal.yaml", "of: [stake, valuation]", "of: [amount, valuation]")),
    ("D002", edit("deal.yaml", "from: amount, to: valuation", "from: stake, to: valuation")),
    ("D002", edit("deal.yaml", '"quadruple"', '"greatly"')),
    ("D003", edit("deal.yaml", "if: {fact: takeover, reading", "if: {fact: stake, reading")),
    ("D004", edit("deal.yaml", "headlines: [amount, stake]", "headlines: [amount, haste]")),
    ("D005", edit("events.yaml", 'when: "2011"', 'when: "2011-13"')),
    ("D006", edit("events.yaml", 'when: "2011"', 'when: "2011-06"')),
    ("D006", edit("events.yaml", 'when: "2011"', 'when: "2012"')),
    (
        "D007",
        edit(
            "events.yaml",
            "deal:\n",
            'sooner: {says: "x", when: "2010", after: [founding], rests_on: [founded-when]}\n\ndeal:\n',
        ),
    ),
    ("D008", edit("events.yaml", "takeover=takeover", "takeover=merger")),
]

# Seen only with the articles; the curator had the receipts renewed.
FULL_SLIPS: list[tuple[str, Slip]] = [
    ("A001", remove("011_signed.txt")),
    ("A002", edit("011_signed.txt", "parcel", "letter")),
    ("A003", edit("010.yaml", "headlines: [1, 3]", "headlines: [1, 13]")),
    ("A003", restamped(edit("company.yaml", "at: 5, quote", "at: 50, quote"))),
    ("A003", edit("terms.yaml", "also: [5]", 'also: ["5.9"]')),
    ("A004", edit("terms.yaml", "also: [5]", "also: [6]")),
    ("A004", edit("terms.yaml", ', why: "the one place that names the deal so"', "")),
    ("A005", edit("terms.yaml", "also: [5]", 'also: ["5.2"]')),
    ("A005", edit("company.yaml", 'at: 4, quote: "may slow', 'also: [2, 4], at: 4, quote: "may slow')),
    ("A006", edit("terms.yaml", ", also: [5]", "")),
    ("A007", edit("010.yaml", '"5.2": ', '"5.1": "not so"\n  "5.2": ')),
    ("A009", lambda records: (records.articles / "013_new.txt").write_text("News\n")),
    ("A010", edit("010.yaml", "publisher: null", "publisher: The Quay Post")),
    ("Q002", restamped(edit("company.yaml", "Northgate is a", "Northgate was a"))),
    ("Q002", restamped(edit("company.yaml", "at: 5, quote", "at: 4, quote"))),
    ("Q003", restamped(edit("company.yaml", "Northgate is a", "Northgate is a client."))),
    (
        "Q004",
        restamped(
            edit(
                "terms.yaml",
                'about $2.1 billion, stage: planned, at: 2, quote: "plans to invest roughly',
                '$2.1 billion, stage: planned, at: 2, quote: "',
            )
        ),
    ),
    ("Q005", restamped(edit("terms.yaml", 'quote: "does not become', 'quote: "become'))),
    (
        "M002",
        restamped(
            edit(
                "company.yaml",
                '"may slow Kestrel Robotics down", modality: speculation',
                '"slow Kestrel Robotics down"',
            )
        ),
    ),
]


@pytest.mark.parametrize("full", [False, True], ids=["records", "full"])
def test_the_sample_is_clean(tmp_path: Path, full: bool) -> None:
    """Records without a slip give no problem, with and without the articles."""
    assert Records(tmp_path).check(full=full).problems == []


@pytest.mark.parametrize(("code", "slip"), SLIPS, ids=[f"{code}-{place}" for place, (code, _) in enumerate(SLIPS)])
def test_a_slip_is_reported_without_the_articles(tmp_path: Path, code: str, slip: Slip) -> None:
    """Each slip that the records alone show is reported under its code, on a line that exists."""
    records = Records(tmp_path)
    slip(records)
    assert code in clickable_codes(records.check().problems)


@pytest.mark.parametrize(
    ("code", "slip"), FULL_SLIPS, ids=[f"{code}-{place}" for place, (code, _) in enumerate(FULL_SLIPS)]
)
def test_a_slip_against_an_article_is_reported(tmp_path: Path, code: str, slip: Slip) -> None:
    """Each slip that only the article shows is reported by the full check, on a line that exists."""
    records = Records(tmp_path)
    slip(records)
    assert code in clickable_codes(records.check(full=True).problems)


def test_the_table_lists_every_code_that_is_reported() -> None:
    """The table of codes, the codes in the source and the codes that the tests provoke are the same."""
    provoked = {code for code, _ in (*SLIPS, *FULL_SLIPS)}
    assert {code for code, _ in listed_codes()} == provoked == set(codes_in_source())


def test_the_table_marks_the_codes_that_need_the_articles() -> None:
    """A star stands with exactly those codes that no slip provokes without the articles."""
    starred = {code for code, star in listed_codes() if star}
    assert starred == {code for code, _ in FULL_SLIPS} - {code for code, _ in SLIPS}


def clickable_codes(problems: list[Problem]) -> set[str]:
    """The codes of the problems; a problem whose file or line is not there could not be opened in an editor."""
    for problem in problems:
        named = Path(problem.place.file)
        lines = len(named.read_bytes().splitlines()) if named.is_file() else 1
        assert 1 <= problem.place.line <= max(lines, 1), problem
    return {problem.code for problem in problems}


def listed_codes() -> list[tuple[str, str]]:
    text = (ROOT / "facts" / "README.md").read_text("utf-8")
    return [(code, star) for code, star, _, _ in TABLE_ROW.findall(text)]


def codes_in_source() -> Iterator[str]:
    for path in (ROOT / "bot").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                yield node.value
