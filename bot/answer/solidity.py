"""How solid is a fact? How many sources bear it, and what takes from its weight."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answer.elements import Computed, Line
from bot.answer.statements import cites
from bot.answer.wording import listed
from bot.comparison import Comparison, Solidity
from bot.record import Modality

_CERTAINTIES = {
    Modality.REPORT: "hearsay",
    Modality.FORECAST: "a forecast",
    Modality.SPECULATION: "speculation",
    Modality.QUESTION: "an open question",
}


def solidity_line(comparison: Comparison) -> Line:
    """What a fact rests on, counted; cites everything that was counted."""
    found = comparison.solidity
    weak = listed(_weak(found))
    text = f"It rests on {_counted(found.claims, 'claim')} from {_counted(found.sources, 'source')}"
    return (Computed(f"{text}: {weak}." if weak else f"{text}.", cites(comparison.fact.all_claims)),)


def _weak(found: Solidity) -> Iterator[str]:
    yield from (f"{number} put as {_CERTAINTIES[certainty]}" for certainty, number in found.modalities)
    if found.hedged:
        yield f"{found.hedged} hedged"
    if found.unattributed:
        yield f"{found.unattributed} without naming who said it"


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'s' if number > 1 else ''}"
