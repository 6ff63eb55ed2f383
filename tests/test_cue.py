"""Are telling phrases found in texts, and is it seen what turns them round?"""

from __future__ import annotations

import pytest

from bot.cue import CueReader, Hit
from bot.desk import Desk
from tests.desks import add, desk_of
from tests.sample.records import Records

SEAT = """
seat:
  question: "Does Fenn keep her seat on the board?"
  about: [ida-fenn, kestrel]
  subject: company
  kind: reading
  readings:
    keeps: {label: "stays on the board", cues: [board seat, seat on the board]}
    leaves: {label: "leaves the board", cues: [quits the board, no board seat], held: never}
    done: {label: "has completed it", cues: [completed], held: never}
  says: "{ida-fenn} {value}"
  claims:
    "010": silent
    "011":
      - {value: keeps, at: 4, quote: "becomes interim chief executive"}
    "012": silent
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    records = Records(tmp_path_factory.mktemp("records"))
    add(records, "company.yaml", SEAT)
    return desk_of(records)


def found(desk: Desk, text: str) -> tuple[CueReader, tuple[str, ...], list[Hit]]:
    reader = CueReader(desk.asker.terms, desk.language.words)
    stems = reader.telling(desk.terms.read(text, described=False))
    return reader, stems, reader.hits(stems, desk.store.facts["seat"])


def readings(desk: Desk, text: str) -> list[str]:
    return sorted({hit.cue.reading for hit in found(desk, text)[2]})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Fenn keeps her board seat", ["keeps"]),
        ("Fenn is quitting the board", ["leaves"]),
        ("Fenn has a seat, it seems, on the board", ["keeps"]),
        ("The board of the company in the north has, all in all, nine seats", []),
        ("Fenn does not want a board seat", ["keeps", "leaves"]),
    ],
)
def test_a_cue_stands_in_a_text_with_few_words_between(desk: Desk, text: str, told: list[str]) -> None:
    """Words of a cue may be in any form and a little apart, in their order."""
    assert readings(desk, text) == told


@pytest.mark.parametrize("text", ["no board seat", "not a board seat", "without the board seat", "never board seat"])
def test_plain_negations_are_one(desk: Desk, text: str) -> None:
    """A cue with "no" also stands where the text says "not" or "without"."""
    assert readings(desk, text) == ["keeps", "leaves"]


def test_an_adverb_is_no_form_of_a_verb(desk: Desk) -> None:
    """The word "completely" does not tell that something is completed."""
    assert readings(desk, "Fenn completely agrees") == []
    assert readings(desk, "It completes the deal") == ["done"]


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("Fenn has her board seat", False),
        ("Fenn does not get a board seat", True),
        ("Fenn gives up her board seat", True),
        ("Fenn is losing her board seat", True),
        ("Fenn is unlikely to get a board seat", True),
        ("Fenn does not give up her board seat", False),
        ("Fenn gives up, as everybody in the north has known for years, her old board seat", False),
    ],
)
def test_a_negation_or_a_verb_of_loss_turns_what_stands_behind_it(desk: Desk, text: str, turned: bool) -> None:
    """Either turns a cue round where it stands close by; both together leave it as it is."""
    reader, stems, hits = found(desk, text)
    kept = [hit for hit in hits if hit.cue.reading == "keeps"]
    assert [reader.is_turned(hit, stems, desk.store.facts["seat"]) for hit in kept] == [turned]


def test_a_longer_cue_hides_a_shorter_one_of_another_reading(desk: Desk) -> None:
    """The phrase "no board seat" is one; the shorter phrase within it says nothing of its own."""
    _, _, hits = found(desk, "Fenn has no board seat")
    inner, outer = sorted(hits, key=lambda hit: hit.weight)
    assert outer.hides(inner)
    assert not inner.hides(outer)
    assert outer.is_close
