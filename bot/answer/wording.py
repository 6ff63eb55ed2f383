"""In what words is a claim, a value or a stage said? Phrases only; nothing is decided here."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.comparison import Comparison, Held, Position, Verdict
from bot.fact import Claim, Fact, Store, Value
from bot.record import Modality, Stage
from bot.value import Names, Reading

_PLACEHOLDER = re.compile(r"\{([a-z0-9-]+)\}")
_STAGES = {
    Stage.RUMOURED: "as rumoured",
    Stage.TALKS: "in the talks",
    Stage.PLANNED: "as planned",
    Stage.ANNOUNCED: "as announced",
    Stage.CLOSED: "as closed",
}
_MODALITIES = {
    Modality.REPORT: "as reported",
    Modality.FORECAST: "a forecast",
    Modality.SPECULATION: "speculation",
    Modality.QUESTION: "an open question",
}
_LABELS = {
    Verdict.AGREE: "Sources agree",
    Verdict.SINGLE_SOURCE: "One source only",
    Verdict.DIFFER: "Sources differ",
    Verdict.DISAGREE: "Sources disagree",
    Verdict.SELF_CONTRADICTION: "A source contradicts itself",
}


def label(comparison: Comparison) -> str:
    """The verdict as a heading: "Sources disagree (minor)"."""
    severity = comparison.severity if comparison.verdict is Verdict.DISAGREE else None
    return f"{_LABELS[comparison.verdict]}{f' ({severity})' if severity else ''}"


def mark(verdict: Verdict) -> str:
    """The short inline mark behind a value on which the sources do not say the same; empty otherwise."""
    return {
        Verdict.DIFFER: "sources differ",
        Verdict.DISAGREE: "sources disagree",
        Verdict.SELF_CONTRADICTION: "a source contradicts itself",
    }.get(verdict, "")


def value_text(value: Value, fact: Fact, store: Store) -> str:
    """A value as it is said: as written, a reading's label, or the names."""
    match value:
        case Names(ids):
            return listed(name(entity, store) for entity in ids)
        case Reading(key):
            return fact.readings[key].label if key in fact.readings else key
        case _:
            return value.as_written


def position_text(position: Position, fact: Fact, store: Store) -> str:
    """A position's value with what is part of it: per day, non-voting."""
    return held_text(position.held[0], fact, store)


def held_text(held: Held | Claim, fact: Fact, store: Store) -> str:
    """A value with what it is counted by, unless the fact's own sentence says that already."""
    text = value_text(held.value, fact, store)
    told = held.per is None or held.per in fact.says.partition("{value}")[2].split() or held.per in text
    return text if told else f"{text} per {held.per}"


def says(fact: Fact, store: Store, value: str, reading: str | None = None) -> str:
    """The fact's sentence with names and `value` filled in; a reading's own sentence where it has one."""
    template = fact.says
    if reading and reading in fact.readings:
        template = fact.readings[reading].says or template
    return sentence(_PLACEHOLDER.sub(lambda found: _filled(found[1], value, store), template))


def within(told: str, fact: Fact) -> str:
    """The fact's sentence as it stands inside another one: only a name keeps its capital."""
    return told if fact.says.startswith("{") else told[:1].lower() + told[1:]


def parts(fact: Fact, store: Store) -> tuple[str, str]:
    """The fact's sentence before and after its value, names filled in."""
    before, _, after = fact.says.partition("{value}")
    return sentence(_named(before, store)), _named(after, store)


def plain(template: str, store: Store) -> str:
    """A template without a value, names filled in."""
    return sentence(_named(template, store))


def name(entity: str, store: Store) -> str:
    """The name to show for an entity."""
    return store.entities[entity].name if entity in store.entities else entity


def sentence(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def stage_text(stage: Stage | None) -> str:
    """How a stage is said behind a figure; empty for none."""
    return _STAGES.get(stage, "") if stage else ""


def modality_text(claims: Iterable[Claim]) -> str:
    """How the certainty of claims is said behind them; empty where one of them is a plain assertion."""
    found = [claim.modality for claim in claims]
    if not found or Modality.ASSERTED in found:
        return ""
    return listed(dict.fromkeys(_MODALITIES[modality] for modality in found))


def attribution_text(claims: tuple[Claim, ...]) -> str:
    """Whom the sources credit: "according to insiders"; empty for nobody."""
    named = [claim.according_to for claim in claims]
    credited = listed(dict.fromkeys(name for name in named if name))
    if not credited:
        return ""
    return f"according to {credited}" if all(named) else f"in part according to {credited}"


def certainty_text(claims: tuple[Claim, ...]) -> str:
    """Certainty and attribution together; "as reported" goes without saying where somebody is credited."""
    certainty, credit = modality_text(claims), attribution_text(claims)
    if credit and certainty == _MODALITIES[Modality.REPORT]:
        certainty = ""
    return ", ".join(text for text in (certainty, credit) if text)


def remarks(claims: tuple[Claim, ...], *more: str) -> str:
    """What must be said with a value: certainty, attribution and whatever else, in brackets; empty for nothing."""
    said = [text for text in (*more, certainty_text(claims)) if text]
    return f" ({', '.join(said)})" if said else ""


def hedged(said: str, claims: tuple[Claim, ...]) -> str:
    """A whole sentence with its certainty: what is only guessed must not open like an assertion.

    What a source merely asks is put as a question by the record's own sentence (the linter sees to it).
    """
    certain = {claim.modality for claim in claims}
    credit = attribution_text(claims)
    behind = f" ({credit})" if credit else ""
    if certain == {Modality.QUESTION}:
        return said + behind
    if certain == {Modality.SPECULATION}:
        return f"Speculation: {said}{behind}"
    return said + remarks(claims)


def listed(words: Iterable[str], last: str = "and") -> str:
    """The words as `a, b and c`."""
    *head, tail = list(words) or [""]
    return f"{', '.join(head)} {last} {tail}" if head else tail


def _named(template: str, store: Store) -> str:
    return _PLACEHOLDER.sub(lambda found: name(found[1], store), template)


def _filled(key: str, value: str, store: Store) -> str:
    return value if key == "value" else name(key, store)
