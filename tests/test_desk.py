"""Is everything that the desk says borne by the records, whatever is asked of it?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import text
from bot.answer import Answer, Chrome, Cited, Computed, Legend, Mark, Notice, Pointer, Silence
from bot.comparison import Verdict
from bot.desk import Desk
from bot.fact import Citation, Fact, Store
from bot.record import Kind
from tests.desks import desk_of, lines_of, real_desk, spans_of
from tests.sample.records import Records

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_of(Records(tmp_path_factory.mktemp("records")))


def views(desk: Desk) -> Iterator[tuple[str, Answer]]:
    for name in ("summary", "timeline", "disagreements", "facts", "sources"):
        yield name, getattr(desk, name)
    yield "who", desk.who("")
    for entity in desk.store.entities:
        yield f"who {entity}", desk.who(entity)
    yield from browsed(desk)


def browsed(desk: Desk) -> Iterator[tuple[str, Answer]]:
    """All that can be read without a question: each subject, each source, each two of them, each fact."""
    for subject in ("", *desk.store.deal.subjects):
        yield f"facts {subject}", desk.subject(subject)
    for source in desk.store.sources:
        yield f"source {source}", desk.source(source)
    for pair in combinations(desk.store.sources, 2):
        yield f"compare {pair}", desk.compare(" ".join(pair))
    for fact in desk.store.facts:
        yield f"why {fact}", desk.why(fact)


@cache
def said() -> tuple[tuple[str, Answer], ...]:
    """All that the real desk says by itself, and to each fact's own question and every other wording of it."""
    desk = real_desk()
    wordings = {wording: None for fact in desk.store.facts.values() for wording in (fact.question, *fact.asked_as)}
    return (*views(desk), *((wording, desk.ask(wording)) for wording in wordings))


def faults(check: Callable[[Answer], list[object]]) -> list[tuple[str, object]]:
    return [(name, fault) for name, answer in said() for fault in check(answer)]


def test_whatever_is_said_is_one_of_six_things() -> None:
    """Each span is cited, computed, a silence, a mark, words of our own, or what can be typed."""
    kinds = {type(span) for _, answer in said() for span in spans_of(answer)}
    assert kinds == {Cited, Computed, Silence, Mark, Chrome, Pointer}


def test_what_is_cited_cites_a_claim_of_the_store() -> None:
    """Nothing is said as a source's without at least one citation, and each citation is that of a recorded claim."""
    known = {claim.citation for claim in real_desk().store.claims()}

    def uncited(answer: Answer) -> list[object]:
        cited = [span for span in spans_of(answer) if isinstance(span, Cited | Computed)]
        bare = [span for span in cited if isinstance(span, Cited) and not span.citations]
        return [*bare, *(set(answer.citations) - known)]

    assert faults(uncited) == []


def test_every_number_that_is_cited_stands_in_the_claims_behind_it() -> None:
    """No figure is said that the records of the cited claims do not hold in value, label, sentence or name."""
    store = real_desk().store

    def foreign(answer: Answer) -> list[object]:
        cited = [span for span in spans_of(answer) if isinstance(span, Cited)]
        return [(number, span.text) for span in cited for number in numbers(span.text) - held(span.citations, store)]

    assert faults(foreign) == []


def test_every_position_in_a_notice_has_its_quotes() -> None:
    """A position without a quote would be an assertion of ours."""

    def unquoted(answer: Answer) -> list[object]:
        notices = [element for element in answer.elements if isinstance(element, Notice)]
        return [stand for notice in notices for stand in notice.stands if not stand.citations]

    assert faults(unquoted) == []


def test_every_disagreement_that_is_answered_with_is_shown_with_its_reason() -> None:
    """A notice says why its verdict stands, and no notice is about facts that agree."""

    def unfounded(answer: Answer) -> list[object]:
        notices = [element for element in answer.elements if isinstance(element, Notice)]
        return [notice.fact for notice in notices if not notice.reason or not notice.verdict.is_disagreement]

    assert faults(unfounded) == []


def test_every_cited_source_is_named_in_the_text() -> None:
    """Who reads the text alone learns the label of each source that it cites."""
    sources = real_desk().store.sources

    def unnamed(answer: Answer) -> list[object]:
        rendered = text.render(answer)
        return [id_ for id_ in {c.source for c in answer.citations} if sources[id_].name not in rendered]

    assert faults(unnamed) == []


def test_every_silence_names_sources_that_are_silent() -> None:
    """That a source does not say something is said of recorded sources only."""
    sources = set(real_desk().store.sources)

    def strangers(answer: Answer) -> list[object]:
        return [span for span in spans_of(answer) if isinstance(span, Silence) and not set(span.sources) <= sources]

    assert faults(strangers) == []


def test_nothing_empty_is_said() -> None:
    """No line is empty, no answer without a title, no legend without a source."""

    def empty(answer: Answer) -> list[object]:
        hollow = [line for line in lines_of(answer) if not text.render_line(line).strip()]
        legends = [element for element in answer.elements if isinstance(element, Legend) and not element.sources]
        return [*hollow, *legends, *([] if answer.title.strip() else ["title"])]

    assert faults(empty) == []


def test_the_verdict_of_an_answer_comes_from_its_facts() -> None:
    """An answer that tells of a disagreement has facts behind it that disagree; one on a member of a list may not."""
    facts = real_desk().deal.facts

    def baseless(answer: Answer) -> list[object]:
        verdicts = {facts[fact].verdict for fact in answer.facts}
        of_member = {Verdict.AGREE, Verdict.SINGLE_SOURCE} if _lists(answer) else set[Verdict]()
        return [] if answer.verdict is None or answer.verdict in verdicts | of_member else [answer.verdict]

    def _lists(answer: Answer) -> bool:
        return any(facts[fact].fact.kind is Kind.ENTITIES for fact in answer.facts)

    assert faults(baseless) == []


def test_every_question_that_is_suggested_gets_an_answer() -> None:
    """Nobody is sent to a question that leads nowhere."""
    desk = real_desk()
    suggested = {question for _, answer in said() for question in answer.suggestions}
    assert [question for question in suggested if not desk.ask(question).answered] == []


@pytest.mark.parametrize(
    "asked",
    [
        "x" * 5_000,
        "how much " * 600,
        "<!channel> how much does Harbour Mills pay? <@U123|bob> &amp; *bold* `code`",
        "这笔交易多少钱？",
        "Сколько стоит сделка?",
        "🚢💰❓",
        "\u202eyap yeht od hcum woh",
        "\x00\x07\x1b[31m",
        "?!?!",
        "{value} {harbour-mills}",
        "\udcff",
    ],
    ids=[
        "long",
        "many-words",
        "markup",
        "chinese",
        "cyrillic",
        "emoji",
        "bidi",
        "control",
        "marks",
        "braces",
        "surrogate",
    ],
)
def test_whatever_is_typed_gets_an_answer_that_can_be_shown(sample: Desk, asked: str) -> None:
    """Length, markup, other scripts and nonsense are answered like anything else, and never repeated back."""
    for answer in (sample.ask(asked), sample.who(asked)):
        assert asked not in text.render(answer)
        assert answer.title


@given(st.text())
def test_no_text_breaks_the_desk(typed: str) -> None:
    """Asking and naming never fail, and what comes back can be rendered."""
    for answer in (real_desk().ask(typed), real_desk().who(typed)):
        assert text.render(answer)


@pytest.mark.parametrize("blank", ["", " ", "\t\n"])
def test_nothing_asked_is_answered_with_what_to_ask(sample: Desk, blank: str) -> None:
    """An empty question gets the deal's prompts."""
    answer = sample.ask(blank)
    assert not answer.answered
    assert answer.suggestions == sample.store.deal.prompts


def test_a_book_is_no_question(sample: Desk) -> None:
    """Beyond a length that no question has, nothing is read; the limit is said."""
    answer = sample.ask("how much does it cost? " * 1_000)
    assert not answer.answered
    assert "10,000 characters" in text.render(answer)


def test_the_same_question_gets_the_same_answer(sample: Desk) -> None:
    """Nothing is remembered or drawn by lot between two questions."""
    question = "How much does Harbour Mills pay?"
    assert sample.ask(question) == sample.ask(question) == Desk(sample.store, sample.language).ask(question)


def test_the_sample_is_borne_by_its_records_too(sample: Desk) -> None:
    """What holds of the real deal holds of any: all that is cited is a claim of its store."""
    known = {claim.citation for claim in sample.store.claims()}
    assert [name for name, answer in views(sample) if set(answer.citations) - known] == []


def numbers(words: str) -> set[str]:
    return set(NUMBER.findall(words))


def held(citations: Iterable[Citation], store: Store) -> set[str]:
    """The numbers in the records of the facts that the citations bear, in what they quote, and in names of entities."""
    facts = {claim.fact for claim in store.claims() if claim.citation in set(citations)}
    names = [name for entity in store.entities.values() for name in entity.names]
    said = " ".join([*names, *(citation.quote for citation in citations)])
    return numbers(said).union(*(numbers(told_by(store.facts[fact], store)) for fact in facts))


def told_by(fact: Fact, store: Store) -> str:
    readings = [f"{reading.label} {reading.says or ''}" for reading in fact.readings.values()]
    sources = " ".join(store.sources)  # "non-voting according to 001" names a source
    return " ".join([fact.says, *readings, *(claim.written for claim in fact.all_claims), sources])
