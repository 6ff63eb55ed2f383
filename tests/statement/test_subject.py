"""Is it told of what a clause speaks, be it of somebody that the clause before named?"""

from __future__ import annotations

import pytest

from bot.desk import Desk
from bot.statement.clauses import Clause
from bot.statement.subject import Before, Subject, SubjectReader
from tests.desks import desk_of
from tests.sample.records import Records


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_of(Records(tmp_path_factory.mktemp("records")))


@pytest.fixture(scope="module")
def reader(desk: Desk) -> SubjectReader:
    return SubjectReader(desk.store, desk.asker, desk.language.words)


def subject(reader: SubjectReader, text: str, before: Before | None = None, *sources: str) -> Subject:
    return reader.read(Clause(text, text, sources, 0), before or Before())


@pytest.mark.parametrize(
    ("text", "before", "meant"),
    [
        ("she stays", ("kestrel", "ida-fenn"), ("kestrel", "ida-fenn")),
        ("it was founded in 2011", ("kestrel",), ("kestrel",)),
        ("Kestrel Robotics keeps its chief", ("oakline", "ida-fenn"), ("kestrel", "ida-fenn")),
        ("Arkwright takes over", ("ida-fenn",), ("tom-arkwright",)),
        ("it rains", (), ()),
    ],
)
def test_a_clause_goes_on_with_whom_the_one_before_named(
    reader: SubjectReader, text: str, before: tuple[str, ...], meant: tuple[str, ...]
) -> None:
    """With all of them where it names nobody, with a person where it names none, and else with nobody."""
    assert subject(reader, text, Before(before)).part.terms.entities == meant


def test_a_negation_is_no_part_of_the_subject(reader: SubjectReader) -> None:
    """It asserts something; what is spoken of is the same without it."""
    denied, said = subject(reader, "Kestrel does not employ people"), subject(reader, "Kestrel does employ people")
    assert denied.part.terms == said.part.terms


def test_into_another_sentence_reach_no_words(desk: Desk) -> None:
    """Whom and what was spoken of goes on, the words of the sentence do not."""
    before = Before(("kestrel",), ("staff",), (desk.terms.read("Kestrel"),))
    assert before.elsewhere == Before(("kestrel",), ("staff",))


def test_a_credited_source_counts_for_the_facts_that_it_speaks_on(reader: SubjectReader) -> None:
    """Of two facts that fit as well the one is meant on which the source says something."""
    text = "Kestrel was founded in 2011"
    heard, silent = subject(reader, text, None, "010"), subject(reader, text, None, "011")
    assert reader.bonus("founded-when", heard, heard.part) > reader.bonus("founded-when", silent, silent.part)


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Kestrel was founded in 2011", False),
        ("Oakline was founded in 2011", True),
        ("Zwarovia was founded in 2011", True),
        ("it was founded in 2011", False),
    ],
)
def test_a_clause_about_others_is_told(reader: SubjectReader, text: str, *, others: bool) -> None:
    """Others are known by name, or are names of which the records know nothing."""
    read = subject(reader, text)
    assert reader.is_of_others("founded-when", read, read.part.terms, read.plain) is others


@pytest.mark.parametrize(("text", "there"), [("Fenn is in charge", True), ("Fenn, the founder", False)])
def test_an_auxiliary_tells_a_clause_from_an_adverbial(
    desk: Desk, reader: SubjectReader, text: str, *, there: bool
) -> None:
    """Other verbs cannot be told from nouns."""
    assert reader.has_verb(desk.terms.read(text)) is there


def test_what_facts_account_for_is_taken_out_of_a_subject(reader: SubjectReader) -> None:
    """People stay, since the rest may be said of them too."""
    left = reader.without(subject(reader, "Fenn founded Kestrel and sings"), ["founded-when"])
    assert left.part.terms.entities == ("ida-fenn",)
    assert "sing" in left.part.terms.content
    assert "found" not in left.part.terms.content
