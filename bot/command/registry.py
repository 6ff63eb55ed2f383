"""Which commands are there, and what does each answer?

`COMMANDS`, `CHECK_MESSAGE` and `ASK_DEAL` are the one registry: the help, the playground's offers and the app's
manifest are made from them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from bot.answer import Answer, Bullets, Chrome, Paragraph, Pointer
from bot.answer.charts import charts_answer, charts_named
from bot.answer.grounds import fact_named
from bot.answer.subjects import subject_named
from bot.answer.tables import Table, disagreements_table, timeline_table
from bot.answer.wording import says, value_text
from bot.command.typed import CHART, SLASH, is_sentence
from bot.comparison import DealComparison
from bot.desk import Desk
from bot.fact import Store
from bot.lookup import Found, SourceLookup

_ABOUT = re.compile(r"^(?:about|on|of)\s+", re.IGNORECASE)
_TO_BE = re.compile(r"^(?:is|are|was|were)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Command:
    """One word that can be typed after the slash command.

    `hint` names what follows the word and is empty where nothing does; `answer` is None to what only begins like the
    command and is a question; `example` takes what follows from the store; `table` gives the same as a table,
    where it is one.
    """

    name: str
    hint: str
    description: str
    answer: Callable[[Desk, str], Answer | None]
    example: Callable[[Store], str]
    table: Callable[[Store, DealComparison], Table] | None = None

    @property
    def usage(self) -> str:
        """How it is typed: `/deal who NAME`."""
        return " ".join(filter(None, (SLASH, self.name, self.hint)))

    def sample(self, store: Store) -> str:
        """A line that can be typed as it stands: `/deal who` with somebody's name."""
        return " ".join(filter(None, (SLASH, self.name, self.example(store))))


@dataclass(frozen=True)
class Shortcut:
    """Something that can be done with a message, from its menu, or (global) wherever one writes.

    Slack shows at most 24 characters of the name.
    """

    callback_id: str
    name: str
    description: str
    kind: Literal["message", "global"] = "message"


CHECK_MESSAGE = Shortcut(
    "check_message", "Check against sources", "What the sources make of this message, for you alone"
)


ASK_DEAL = Shortcut("ask_deal", "Ask about the deal", "A cited answer, for you alone", "global")


def help_answer(store: Store) -> Answer:
    """Every command with what it does, and questions that can be asked."""
    lead = Chrome(f"Cited answers about {store.deal.title}, and where the sources disagree.")
    rows = tuple((Pointer(command.usage), Chrome(f" – {command.description}")) for command in COMMANDS)
    hint = Chrome(f"A question can also stand right behind {SLASH}, or be asked by mentioning me.")
    menu = Chrome(f"In the menu of each message, “{CHECK_MESSAGE.name}” checks what it says.")
    elements = (Paragraph((lead,)), Bullets(rows), Paragraph((hint,)), Paragraph((menu,)))
    return Answer("What you can ask", elements, answered=False, suggestions=store.deal.prompts)


def _who(desk: Desk, rest: str) -> Answer | None:
    """A name's card; "who takes over?" is a question that begins with the name of this command.

    So is "who replaces Ida": more than a name, of somebody whom it names.
    """
    name = _TO_BE.sub("", rest).rstrip("? ")
    asks = name == rest.rstrip("? ") and (is_sentence(rest) or _more_than_a_name(desk, rest))
    return None if asks and not isinstance(desk.lookup.find(name), Found) else desk.who(name)


def _more_than_a_name(desk: Desk, rest: str) -> bool:
    """Whether the words behind "who" ask something of somebody, and the sources answer it."""
    first, _, others = rest.partition(" ")
    named = isinstance(desk.lookup.find(others), Found) and not isinstance(desk.lookup.find(first), Found)
    return bool(others) and named and desk.ask(f"who {rest}").answered


def _ask(desk: Desk, rest: str) -> Answer:
    return desk.ask(rest)


def _check(desk: Desk, rest: str) -> Answer:
    return desk.check(rest)


def _facts(desk: Desk, rest: str) -> Answer | None:
    """The facts of a subject; where a name stands in its place, the card of that name."""
    named = _ABOUT.sub("", rest).rstrip("? ")
    if named and subject_named(named, desk.store) is None:
        if isinstance(desk.lookup.find(named), Found):
            return desk.who(named)
        if is_sentence(rest):
            return None
    return desk.subject(named)


def _source(desk: Desk, rest: str) -> Answer | None:
    """One source, unless more is said than its name: "source of the money?" is a question."""
    named = SourceLookup(desk.store.sources).read(rest)
    return None if named.rest and is_sentence(rest) else desk.source(rest)


def _sources(desk: Desk, rest: str) -> Answer:
    return desk.source(rest) if SourceLookup(desk.store.sources).read(rest).ids else desk.sources


def _compare(desk: Desk, rest: str) -> Answer | None:
    """Sources beside each other; other things that somebody wants compared make a question."""
    named = SourceLookup(desk.store.sources).read(rest)
    return desk.compare(rest) if named.ids or not is_sentence(rest) else None


def _chart(desk: Desk, rest: str) -> Answer | None:
    """What the pictures show, in words; Slack brings the pictures after it."""
    charts = charts_named(rest)
    return charts_answer(charts, desk.store, desk.deal) if charts else None


def _why(desk: Desk, rest: str) -> Answer | None:
    """What the verdict on a fact rests on; "why did she leave?" is a question."""
    words = rest.rstrip("? ")
    asks = rest.partition(" ")[0].casefold() in desk.language.words.questions.yes_no
    named = fact_named(words, desk.store)
    return None if not named and (asks or is_sentence(words)) else desk.why(words)


def _related(desk: Desk, rest: str) -> Answer | None:
    """What stands near to a fact; "related companies?" is a question."""
    named = _ABOUT.sub("", re.sub(r"^to\s+", "", rest)).rstrip("? ")
    return desk.related(named) if not named or fact_named(named, desk.store) else None


def _first_person(store: Store) -> str:
    people = (entity.name for entity in store.entities.values() if entity.kind == "person")
    return next(people, next((entity.name for entity in store.entities.values()), ""))


def _first_prompt(store: Store) -> str:
    return next(iter(store.deal.prompts), "")


def _nothing(_: Store) -> str:
    return ""


def _first_statement(store: Store) -> str:
    """What the first claim on the first headline says."""
    headlines = (store.facts[fact] for fact in store.deal.headlines if fact in store.facts)
    claims = ((fact, claim) for fact in headlines for claim in fact.all_claims)
    return next((says(fact, store, value_text(claim.value, fact, store)) for fact, claim in claims), "")


def _first_subject(store: Store) -> str:
    return next(iter(store.deal.subjects), "")


def _last_source(store: Store) -> str:
    return next(reversed([*store.sources]), "")


def _last_sources(store: Store) -> str:
    return " ".join([*store.sources][-2:])


def _first_fact(store: Store) -> str:
    return next(iter(store.deal.headlines), "")


COMMANDS = (
    Command("summary", "", "the deal in short", lambda desk, _: desk.summary, _nothing),
    Command("timeline", "", "what happened, in order", lambda desk, _: desk.timeline, _nothing, timeline_table),
    Command(
        "disagreements",
        "",
        "where the sources do not say the same, and why",
        lambda desk, _: desk.disagreements,
        _nothing,
        disagreements_table,
    ),
    Command(CHART, "", "the figures and the timeline as pictures, and in words", _chart, _nothing),
    Command("who", "NAME", "what the sources say of a person or a company", _who, _first_person),
    Command("ask", "QUESTION", "the answer to a question, with its sources", _ask, _first_prompt),
    Command("check", "TEXT", "what the sources make of a text, clause by clause", _check, _first_statement),
    Command("facts", "SUBJECT", "every fact of a subject in a line", _facts, _first_subject),
    Command("why", "FACT", "what the verdict on a fact rests on", _why, _first_fact),
    Command("related", "FACT", "what stands near to a fact", _related, _first_fact),
    Command("source", "ID", "what one article says, alone and beside the others", _source, _last_source),
    Command("compare", "ID ID", "what two articles say beside each other", _compare, _last_sources),
    Command("sources", "", "the articles, and what to know of each", _sources, _nothing),
    Command("help", "", "this list", lambda desk, _: help_answer(desk.store), _nothing),
)
