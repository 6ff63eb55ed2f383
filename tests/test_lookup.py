"""Is the right person or company found by what people type, and nobody where nobody is meant?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.lookup import Found, Lookup, Meant, MeantSources, Nobody, Perhaps, SourceLookup, meant
from bot.record import Entity
from tests.desks import real_desk
from tests.sample.records import Records


@pytest.fixture(scope="module")
def lookup(tmp_path_factory: pytest.TempPathFactory) -> Lookup:
    return Lookup(Records(tmp_path_factory.mktemp("records")).store())


def entity_of(found: Found | Perhaps | Nobody) -> Entity:
    assert isinstance(found, Found)
    return found.entity


@pytest.mark.parametrize(
    "typed", ["kestrel", "Kestrel Robotics", "KESTREL", "the robot maker", "Kestrel's", "“Kestrel”"]
)
def test_every_spelling_of_a_name_is_found(lookup: Lookup, typed: str) -> None:
    """Id, names and descriptions, whatever their case, quotes, article or possessive."""
    assert entity_of(lookup.find(typed)).id == "kestrel"


def test_a_recorded_misspelling_is_found_and_told_apart(lookup: Lookup) -> None:
    """A slip that the curators foresaw leads to the entity, marked as a slip."""
    assert lookup.find("Harbor Mills") == Found(entity_of(lookup.find("Harbour Mills")), by_misspelling=True)


def test_a_near_name_is_only_offered(lookup: Lookup) -> None:
    """A slip that nobody foresaw is never taken for the name, however near."""
    found = lookup.find("Arkwrigth")
    assert isinstance(found, Perhaps)
    assert [entity.id for entity in found.entities] == ["tom-arkwright"]


@pytest.mark.parametrize(
    "typed", ["", "  ", "?", "x", "Tim Berners-Lee", "日本語", "Кестрел", "🚢", "<!channel>", "ab" * 2500]
)
def test_what_names_nobody_finds_nobody(lookup: Lookup, typed: str) -> None:
    """Emptiness, other people, other scripts, emoji, markup and very long words resemble no name."""
    assert lookup.find(typed) == Nobody()


@given(st.text())
def test_any_text_can_be_looked_up(typed: str) -> None:
    """Looking up never fails, whatever is typed."""
    assert real_desk().lookup.find(typed) is not None


def test_every_name_of_the_real_records_finds_its_entity() -> None:
    """No name, description or misspelling leads to somebody else."""
    desk = real_desk()
    wrong = [
        (entity.id, name)
        for entity in desk.store.entities.values()
        for name in (entity.id, *entity.names, *entity.described_as, *entity.misspellings)
        if entity_of(desk.lookup.find(name)).id != entity.id
    ]
    assert wrong == []


def test_sources_are_found_by_id_number_and_label() -> None:
    """In the order of the text, each once; what names none is left over."""
    sources = SourceLookup(real_desk().store.sources)
    first, second, *_ = real_desk().store.sources.values()
    found = sources.read(f"{second.label.upper()} against {int(first.id)}, {first.id}")
    assert found == MeantSources((second.id, first.id), ("against",))


def test_a_number_within_another_names_no_source() -> None:
    """`0012` and `10` are not source 001."""
    assert SourceLookup(real_desk().store.sources).read("0012 10").ids == ()


def test_where_there_are_no_sources_none_is_found() -> None:
    """An empty store names nothing."""
    assert SourceLookup({}).read("001") == MeantSources((), ("001",))


SPELLINGS = {"terms": ("terms", "Terms of the deal"), "people": ("people", "Who moves where")}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("the terms", Meant("terms")),
        ("WHO MOVES WHERE?", Meant("people")),
        ("trems", Meant(None, ("terms",))),
        ("moves were", Meant(None, ("people",))),
        ("xyz", Meant(None)),
        ("", Meant(None)),
    ],
)
def test_what_is_meant_is_exact_or_near(typed: str, found: Meant) -> None:
    """A spelling means its key; what is nearly one, or nearly a part of one, is only offered."""
    assert meant(typed, SPELLINGS) == found


@given(st.text())
def test_any_text_can_be_meant(typed: str) -> None:
    """Whatever is typed for a subject or a source, finding it never fails."""
    assert meant(typed, SPELLINGS) is not None
    SourceLookup(real_desk().store.sources).read(typed)
