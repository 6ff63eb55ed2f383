"""Which answers is every rule tried on? All that a desk can give, and answers harsher than any store would make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from hypothesis import strategies as st

from bot.answer import (
    Answer,
    Bullets,
    Chrome,
    Cited,
    Computed,
    Element,
    Entry,
    Heading,
    Legend,
    Mark,
    Notice,
    Paragraph,
    Pointer,
    Silence,
    Stand,
)
from bot.blocks import Frame, Message, Request, render
from bot.blocks.message import paged
from bot.command import COMMANDS, converse, help_answer, respond, start
from bot.comparison import Severity, Verdict
from bot.desk import Desk
from bot.fact import Citation

_TURNED = 5
MARKUP = "<!channel> *b* _i_ ~s~ `c` ```d``` :x: > &amp; @here <@U1|x> <https://x.example|y>\n• z"


def requests(desk: Desk) -> Iterator[str]:
    """What can be typed: every command, every name, every question of the records, and what is none of these."""
    store = desk.store
    yield from (command.name for command in COMMANDS)
    yield from (command.sample(store) for command in COMMANDS)
    yield from (f"who {name}" for entity in store.entities.values() for name in entity.names)
    yield from (f"ask {fact.question}" for fact in store.facts.values())
    yield from (f"why {fact}" for fact in store.facts)
    yield from (f"facts {subject}" for subject in store.deal.subjects)
    yield from (f"source {source}" for source in store.sources)
    yield from (f"compare {one} {other}" for one, other in pairwise(store.sources))
    yield from (subject.label for subject in store.deal.subjects.values())
    yield from (
        "",
        "sumary",
        "who",
        "who nobody at all",
        "ask",
        "tell me a joke about ducks",
        MARKUP,
        "👍",
        "x" * 5_000,
    )


def answers(desk: Desk) -> Iterator[Answer]:
    """Every answer that a desk gives to what can be typed or said."""
    yield from (respond(desk, text) for text in requests(desk))
    yield from (desk.facts, help_answer(desk.store), start(desk.store), converse(desk, "hello"))


def pages(answer: Answer) -> Iterator[Message]:
    """The pages as somebody gets them who keeps turning; of very many, the first and the last ones."""
    last = len(paged(answer)[0])
    for number in sorted({*range(1, min(last, _TURNED) + 1), *range(max(1, last - _TURNED), last + 1)}):
        yield render(answer, Frame(Request(text="ask", page=number), share=True, note="Shared by <@U1>"))


def crowded(text: str, positions: int = 200) -> Answer:
    """An answer whose every part says `text`, with a notice of that many positions, each with its own source."""
    places = tuple(Citation(f"{number:03}", number + 1, text) for number in range(positions))
    line = (Cited(text, places, text[:5]), Computed(text, places[:2]), Silence(text, ("001",)), Mark(text, "fact"))
    stands = tuple(Stand(text, text, (place,)) for place in places)
    notice = Notice("fact", text, Verdict.DISAGREE, Severity.MAJOR, text, stands, line, (line, line))
    return Answer(
        title=text,
        elements=(
            Paragraph(line),
            Entry(text, line),
            Entry("", line),
            Heading(text),
            Bullets((line,) * 20),
            replace(notice, topic="Another topic"),
            replace(notice, stands=(Stand(text, "", places),)),
            notice,
            Legend(tuple((place.source, text) for place in places)),
        ),
        suggestions=(text,) * 30,
    )


_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs"]), min_size=1, max_size=800)
_PLACES = st.lists(st.builds(Citation, st.sampled_from(["001", "002"]), st.integers(1, 99), _TEXT), max_size=9).map(
    tuple
)
_SPAN = st.one_of(
    st.builds(Cited, _TEXT, _PLACES),
    st.builds(Computed, _TEXT, _PLACES),
    st.builds(Silence, _TEXT, st.just(("001",))),
    st.builds(Chrome, _TEXT),
    st.builds(Pointer, _TEXT),
    st.builds(Mark, _TEXT, st.just("fact")),
)
_LINE = st.lists(_SPAN, min_size=1, max_size=4).map(tuple)
_STAND = st.builds(Stand, _TEXT, _TEXT, _PLACES)
_ELEMENT: st.SearchStrategy[Element] = st.one_of(
    st.builds(Heading, _TEXT),
    st.builds(Paragraph, _LINE),
    st.builds(Bullets, st.lists(_LINE, min_size=1, max_size=9).map(tuple)),
    st.builds(Entry, _TEXT, _LINE),
    st.builds(
        Notice,
        st.just("fact"),
        _TEXT,
        st.sampled_from(Verdict),
        st.none(),
        _TEXT,
        st.lists(_STAND, max_size=9).map(tuple),
        _LINE,
        st.lists(_LINE, max_size=2).map(tuple),
    ),
    st.builds(Legend, st.lists(st.tuples(st.sampled_from(["001", "002"]), _TEXT), max_size=9).map(tuple)),
)
ANY_ANSWER = st.builds(
    Answer,
    title=_TEXT,
    elements=st.lists(_ELEMENT, max_size=12).map(tuple),
    suggestions=st.lists(_TEXT, max_size=9).map(tuple),
)
