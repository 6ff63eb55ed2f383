"""What is said first: yes or no, that the sources differ, or that they say the same?"""

from __future__ import annotations

import re

from bot.answer.elements import Computed, Line, Silence
from bot.answer.wording import listed
from bot.assertion import AssertionReader
from bot.comparison import Comparison, Judgement, Verdict, judge
from bot.fact import Citation
from bot.question import Part
from bot.record import Modality

_AGREEMENT = {
    Verdict.AGREE: "The sources that speak on this say the same.",
    Verdict.DIFFER: "The sources differ.",
    Verdict.DISAGREE: "The sources disagree.",
    Verdict.SELF_CONTRADICTION: "No: the accounts do not fit together, and one source contradicts itself.",
}
_YES_NO = {
    Judgement.SUPPORTED: "Yes.",
    Judgement.CONTRADICTED: "No.",
    Judgement.DISPUTED: "The sources differ.",
}
_UNCERTAIN = {
    frozenset({Modality.SPECULATION}): "Possibly: it is speculation.",
    frozenset({Modality.FORECAST}): "Yes, as a forecast.",
}
# What asks to confirm and denies nothing: "..., isn't it?", "..., yes or no?".
_TAG = re.compile(
    r"[\s,;–—-]+(?:(?:yes|true|right) or (?:no|false|wrong)|\w+n['’]?t (?:it|he|she|they|that|we))\b[\s?!.]*$",
    re.IGNORECASE,
)
_OPEN = "That is left open."


def lead(part: Part, comparison: Comparison, assertions: AssertionReader) -> Line:
    """The opening of a reply on one fact; empty where the question asks neither for agreement nor for yes or no."""
    if not comparison.positions:
        return ()
    if part.agreement:
        return _agreement(comparison)
    return _yes_no(part, comparison, assertions) if part.yes_no else ()


def _agreement(comparison: Comparison) -> Line:
    citations = _citations(comparison)
    if comparison.verdict is Verdict.SINGLE_SOURCE:
        speaking = listed(dict.fromkeys(citation.source for citation in citations))
        return (Silence(f"Only {speaking} speaks on this.", comparison.fact.silent),)
    return (Computed(_AGREEMENT[comparison.verdict], ()),)


def _yes_no(part: Part, comparison: Comparison, assertions: AssertionReader) -> Line:
    assertion = assertions.read(_TAG.sub("", part.text), comparison.fact, part.source)
    if assertion is None:
        return ()
    found = judge(assertion, comparison)
    if found is Judgement.NOT_COVERED and _asks(comparison):
        return (Computed(_OPEN, ()),)
    if part.alternatives and found is not Judgement.DISPUTED:
        return ()
    said = _YES_NO.get(found, "")
    if found is Judgement.DISPUTED and comparison.verdict is Verdict.DISAGREE:
        said = _AGREEMENT[Verdict.DISAGREE]
    if found is Judgement.SUPPORTED:
        said = _UNCERTAIN.get(frozenset(_modalities(comparison)), said)
    return (Computed(said, ()),) if said else ()


def _asks(comparison: Comparison) -> bool:
    return Modality.QUESTION in _modalities(comparison)


def _modalities(comparison: Comparison) -> list[Modality]:
    return [claim.modality for position in comparison.positions for claim in position.claims]


def _citations(comparison: Comparison) -> tuple[Citation, ...]:
    return tuple(sorted({c for position in comparison.positions for c in position.citations}))
