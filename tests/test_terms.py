"""Is what people type cut into words that can be compared with the records?"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.record import Entity
from bot.terms import TermReader, Terms, stem
from tests.desks import real_desk
from tests.sample.records import Records, language


@pytest.fixture(scope="module")
def entities(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Entity]:
    return dict(Records(tmp_path_factory.mktemp("records")).store().entities)


@pytest.fixture(scope="module")
def terms(entities: dict[str, Entity]) -> TermReader:
    reader = TermReader(entities, language().words.questions)
    reader.learn(
        reader.count(["What does Harbour Mills pay for warehouse robots?", "the takeover of Kestrel Robotics"])
    )
    return reader


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Kestrel's price", ("@kestrel", "price")),
        ("it isn't cheap", ("it", "is", "not", "cheap")),
        ("whats new", ("what", "is", "new")),
        ("25% of $8 billion", ("25", "percent", "of", "dollars", "8", "billion")),
        ("co-founder, non-voting", ("cofounder", "nonvoting")),
        ("robots & shares", ("robots", "and", "shares")),
        ("“Kestrel”", ("@kestrel",)),
        ("$2,100.50", ("dollars", "2,100.50")),
        ("n't", ("not",)),
        ("@kestrel or @nobody", ("@kestrel", "or", "nobody")),
        ("", ()),
    ],
)
def test_a_text_is_cut_into_plain_words(terms: TermReader, typed: str, words: tuple[str, ...]) -> None:
    """Signs become words, short forms are written out, endings and marks go."""
    assert terms.read(typed).words == words


def test_what_carries_no_subject_is_left_out_of_the_content(terms: TermReader) -> None:
    """The content of a text are the stems of what it is about."""
    read = terms.read("So what are the prices of robots?")
    assert read.content == ("price", "robot")
    assert read.stems == ("so", "what", "are", "the", "price", "of", "robot")


@pytest.mark.parametrize("typed", ["Harbour Mills", "harbor mills", "HM", "the buyer", "HARBOUR MILLS'"])
def test_names_misspellings_and_descriptions_are_one_entity(terms: TermReader, typed: str) -> None:
    """However somebody is called, the entity is the same."""
    assert terms.read(typed).entities == ("harbour-mills",)


def test_the_longest_name_counts(terms: TermReader) -> None:
    """`Ida Fenn` is one name, not two."""
    assert terms.read("Ida Fenn and Fenn").words == ("@ida-fenn", "and", "@ida-fenn")


def test_each_entity_is_named_once_in_reading_order(terms: TermReader) -> None:
    """The entities of a text come in the order in which it names them."""
    assert terms.read("Fenn sold Kestrel to HM; Fenn stays").entities == ("ida-fenn", "kestrel", "harbour-mills")


def test_an_indefinite_description_names_nobody(terms: TermReader) -> None:
    """Who is called `a robot maker` is described, not named."""
    assert terms.read("a robot maker").entities == ()
    assert terms.read("the robot maker").entities == ("kestrel",)


def test_descriptions_keep_their_words_where_they_may_assert_something(terms: TermReader) -> None:
    """Without descriptions only proper names are linked."""
    read = terms.read("Kestrel is the robot maker", described=False)
    assert read.words == ("@kestrel", "is", "the", "robot", "maker")


def test_a_group_keeps_its_words_where_they_may_assert_something(entities: dict[str, Entity]) -> None:
    """`freelancers` names a group of people, and says what they are."""
    group = entities["kestrel"].model_copy(update={"id": "crew", "kind": "group", "names": ("freelancers",)})
    reader = TermReader(entities | {"crew": group}, language().words.questions)
    assert reader.read("the freelancers").words == ("the", "@crew")
    assert reader.read("the freelancers", described=False).words == ("the", "freelancers")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("warehosue", "warehouse"), ("takeovr", "takeover"), ("kestral", "@kestrel"), ("robotcis", "robotics")],
)
def test_slips_are_mended_towards_the_words_of_the_records(terms: TermReader, typed: str, meant: str) -> None:
    """A word that neither English nor the records know is read as the nearest that the records have."""
    assert terms.read(typed).words == (meant,)


@pytest.mark.parametrize("typed", ["house", "mall", "zzzzzz", "fe"])
def test_real_short_and_distant_words_are_kept(terms: TermReader, typed: str) -> None:
    """A real word is no slip, a short one is near too many, and nothing is mended to what is far."""
    assert terms.read(typed).words == (typed,)


def test_the_records_own_words_are_not_mended(terms: TermReader) -> None:
    """What a curator writes is kept letter by letter."""
    assert terms.read("warehosue", mend=False).words == ("warehosue",)


def test_a_reader_tells_what_it_knows(terms: TermReader) -> None:
    """Known are the fillers, the names, and what was learned."""
    assert [word for word in ("what", "oakline", "takeover", "weather") if terms.knows(word)] == [
        "what",
        "oakline",
        "takeover",
    ]


def test_the_kind_of_an_entity_is_told(terms: TermReader) -> None:
    """A name means a person or a company; other words mean nobody."""
    assert [terms.kind(name) for name in ("ida-fenn", "kestrel", "robots")] == ["person", "company", None]


def test_the_stem_of_an_entity_is_itself() -> None:
    """Names are no words of the language."""
    assert (stem("@ida-fenns"), stem("running")) == ("@ida-fenns", "run")


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_can_be_cut(text: str) -> None:
    """Whatever people type gives words, none of them empty, and stems for each."""
    read = real_desk().asker.terms.read(text)
    assert all(read.words)
    assert len(read.stems) == len(read.words)
    assert set(read.content) <= set(read.stems)


@settings(deadline=None)
@given(st.text(max_size=80))
def test_cutting_again_changes_nothing(text: str) -> None:
    """The same text gives the same terms."""
    terms = real_desk().asker.terms
    assert terms.read(text) == terms.read(text) == Terms(terms.read(text).words, terms.read(text).content)
