"""Is it read from a text what it asserts on a fact?"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.assertion import AssertionReader
from bot.desk import Desk
from bot.fact import Value
from bot.value import Names, Reading
from tests.desks import add, desk_of, real_desk
from tests.sample.records import Records


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    records = Records(tmp_path_factory.mktemp("records"))
    add(records, "company.yaml", MORE)
    return desk_of(records)


def reader(desk: Desk) -> AssertionReader:
    assert desk.asker.terms is desk.terms  # asking teaches the reader of terms the words of the records
    return desk.assertions


def read(desk: Desk, fact: str, text: str) -> tuple[Value, bool] | None:
    found = reader(desk).read(text, desk.store.facts[fact])
    return (found.value, found.denied) if found else None


def written(desk: Desk, fact: str, text: str) -> str | None:
    found = read(desk, fact, text)
    return found[0].as_written if found else None


def read_all(desk: Desk, fact: str, text: str) -> list[tuple[str, bool]]:
    found = reader(desk).read_all(text, desk.store.facts[fact])
    return [(item.value.as_written, item.denied) for item in found]


@pytest.mark.parametrize(
    ("fact", "text", "value"),
    [
        ("amount", "Harbour Mills pays about $3 billion for a quarter", "about $3 billion"),
        ("stake", "Harbour Mills pays about $3 billion for a quarter", "a quarter"),
        ("staff", "It has more than 800 people and $3 in cash", "more than 800"),
        ("founded-when", "It was founded in spring 2012", "spring 2012"),
        ("amount", "several billion dollars, in fact $3 billion", "$3 billion"),
        ("amount", "Harbour Mills puts 3bn into Kestrel", "3bn"),
        ("amount", "Harbour Mills ships 3bn parcels", None),
        ("amount", "Harbour Mills pays nothing", None),
        ("founded-when", "It was founded long ago", None),
        ("haste", "because of competitors that automate too", None),
    ],
)
def test_a_figure_or_date_of_the_facts_kind_is_read(desk: Desk, fact: str, text: str, value: str | None) -> None:
    """Money is read on a fact of money, a share on one of shares; own words cannot be compared."""
    assert written(desk, fact, text) == value


def test_a_number_counts_what_the_fact_counts(desk: Desk) -> None:
    """The unit of a number is the fact's own, so that it can be compared with the claims."""
    found = read(desk, "staff", "a workforce of 800")
    assert found is not None
    assert (found[0].as_written, getattr(found[0], "unit", "")) == ("800", "people")


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Harbour Mills pays $2 billion", False),
        ("Harbour Mills does not pay $2 billion", True),
        ("Harbour Mills pays no more than $2 billion", False),
        ("Harbour Mills pays not less than $2 billion", False),
        ("Nobody pays $2 billion", True),
    ],
)
def test_a_denied_figure_is_turned_round(desk: Desk, text: str, denied: bool) -> None:
    """A negation denies the figure, unless it is part of the figure's own bound."""
    found = read(desk, "amount", text)
    assert found is not None
    assert found[1] is denied


@pytest.mark.parametrize(
    ("fact", "text", "ids"),
    [
        ("clients", "Northgate and Oakline buy its robots", ("northgate", "oakline")),
        ("clients", "Kestrel Robotics sells to Oakline", ("oakline",)),
        ("clients", "Tom Arkwright buys one", None),
        ("successor", "Tom Arkwright takes over from Ida Fenn", ("tom-arkwright",)),
        ("successor", "Ida Fenn goes", None),
        ("successor", "Kestrel Robotics gets somebody", None),
        ("approach", "Oakline approaches Kestrel Robotics", ("oakline",)),
        ("approach", "The buyer approaches Kestrel Robotics", ("harbour-mills",)),
        ("approach", "Oakline, not the buyer, approaches Kestrel", ("oakline",)),
    ],
)
def test_names_of_the_kind_that_the_fact_names_are_read(
    desk: Desk, fact: str, text: str, ids: tuple[str, ...] | None
) -> None:
    """People are named where people are held; whom the fact is about is no value; descriptions stand in for names."""
    found = read(desk, fact, text)
    assert (found[0] if found else None) == (Names.of(*ids) if ids else None)


@pytest.mark.parametrize(
    ("fact", "text", "reading"),
    [
        ("founder-role", "Ida Fenn founded Kestrel", "founder"),
        ("founder-role", "Ida Fenn is a co-founder of Kestrel", "co-founder"),
        ("founder-role", "Ida Fenn works at Kestrel", None),
        ("fenn-scope", "She heads all of its robot work", "all"),
        ("fenn-scope", "She heads parts of the new robot work", "part"),
        ("fenn-scope", "parts are missing, and much of what Harbour Mills says of the robot is wrong work", None),
        ("takeover", "the largest purchase", "takeover"),
        ("takeover", "a merger", "merger"),
        ("post", "Arkwright is a temporary chief", "interim"),
    ],
)
def test_a_reading_shows_by_its_telling_phrases(desk: Desk, fact: str, text: str, reading: str | None) -> None:
    """A phrase tells in any of its forms, with a few words between, and the longest one counts."""
    assert written(desk, fact, text) == reading


@pytest.mark.parametrize(
    ("text", "asserted"),
    [
        ("Kestrel becomes a subsidiary", ("subsidiary", False)),
        ("Kestrel will never become a subsidiary", ("independent", False)),
        ("Kestrel does not become a subsidiary", ("independent", False)),
        ("Not everybody at Harbour Mills in the north wants that Kestrel becomes a subsidiary", ("subsidiary", False)),
    ],
)
def test_a_negation_shortly_before_turns_a_reading_round(desk: Desk, text: str, asserted: tuple[str, bool]) -> None:
    """A negation denies what stands right behind it; a reading that is itself a denial stands as it is."""
    found = read(desk, "subsidiary", text)
    assert found is not None
    assert (found[0].as_written, found[1]) == asserted


@pytest.mark.parametrize(
    ("text", "asserted"),
    [
        ("Arkwright becomes interim chief", [("interim", False)]),
        ("Arkwright is interim chief, not permanent chief", [("interim", False), ("permanent", True)]),
        ("Arkwright becomes the permanent new chief", [("head", False), ("permanent", False)]),
        ("Arkwright sings", []),
    ],
)
def test_a_statement_asserts_every_reading_that_has_words_of_its_own(
    desk: Desk, text: str, asserted: list[tuple[str, bool]]
) -> None:
    """Separate phrases count each; one that lies within a longer one does not."""
    assert sorted(read_all(desk, "post", text)) == asserted


def test_words_of_the_facts_own_sentence_tell_no_reading(desk: Desk) -> None:
    """What the sentence says whatever the reading only counts where nothing else does."""
    assert read_all(desk, "trust", "trust in Kestrel is weak") == [("weak", False)]
    assert read_all(desk, "trust", "There is trust in Kestrel") == [("strong", False)]


def test_what_stands_behind_whether_is_asked(desk: Desk) -> None:
    """Only what the sources themselves merely ask is asserted there."""
    assert read_all(desk, "takeover", "It is asked whether that is a merger") == []
    assert read_all(desk, "supply", "whether Kestrel keeps supplying Oakline is an open question") == [("open", False)]


def test_the_facts_that_a_text_speaks_of_are_told(desk: Desk) -> None:
    """A telling phrase anywhere brings its fact."""
    told = reader(desk).speak_of("a merger of robot makers led by a co-founder", desk.store.facts.values())
    assert told == ("founder-role", "takeover")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("pays $2 billion for 25% in 2030", "pays dollars for percent in"),
        ("employs 900 people since spring 2011", "employs people since"),
        ("no figures", "no figures"),
    ],
)
def test_figures_and_dates_can_be_taken_out(desk: Desk, text: str, left: str) -> None:
    """What remains of a figure is what it measures."""
    assert " ".join(reader(desk).without_figures(text).split()) == left


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=60), st.sampled_from(sorted(real_desk().store.facts)))
def test_any_text_can_be_read_on_any_fact(text: str, name: str) -> None:
    """Nothing that people type is too odd to be read, and what is read is of the fact's closed list."""
    desk = real_desk()
    fact = desk.store.facts[name]
    for found in reader(desk).read_all(text, fact):
        assert not isinstance(found.value, Reading) or found.value.key in fact.readings


MORE = """
post:
  question: "Is Arkwright there for good?"
  about: [tom-arkwright, kestrel]
  subject: company
  kind: reading
  readings:
    head: {label: "the new chief", cues: [becomes the new chief, new chief]}
    interim: {label: "interim chief", cues: [interim, temporary], narrows: head}
    permanent: {label: "permanent chief", cues: [permanent], narrows: head, held: never}
  says: "{tom-arkwright} becomes {value} of {kestrel}"
  claims:
    "010": silent
    "011":
      - {value: interim, at: 4, quote: "becomes interim chief executive"}
    "012": silent

trust:
  question: "How strong is the trust in Kestrel Robotics?"
  about: [kestrel]
  subject: company
  kind: reading
  readings:
    strong: {label: "strong", cues: [trust, strong trust]}
    weak: {label: "weak", cues: [weak, little trust], held: never}
  says: "trust in {kestrel} is {value}"
  claims:
    "010":
      - {value: strong, at: 4, quote: "about 900 people"}
    "011": silent
    "012": silent

supply:
  question: "Does Kestrel Robotics go on supplying Oakline?"
  about: [kestrel, oakline]
  subject: company
  kind: reading
  readings:
    open: {label: "an open question", cues: [open question], says: "whether {kestrel} keeps supplying is open"}
    keeps: {label: "keeps supplying", cues: [keeps supplying], held: never}
  says: "{kestrel} {value} {oakline}"
  claims:
    "010":
      - {value: open, at: 5, quote: "Is that too much", modality: question}
    "011": silent
    "012": silent
"""
