"""What verdicts are there on how claims relate, and which of two weighs more?"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Verdict(StrEnum):
    """How the claims on a fact relate, from the lightest to the heaviest."""

    SINGLE_SOURCE = "single-source"
    AGREE = "agree"
    DIFFER = "differ"
    DISAGREE = "disagree"
    SELF_CONTRADICTION = "self-contradiction"

    @property
    def is_disagreement(self) -> bool:
        """True where the sources, or one with itself, do not say the same."""
        return _WEIGHT[self] >= _WEIGHT[Verdict.DIFFER]

    def worse(self, other: Verdict) -> Verdict:
        """The heavier of two verdicts."""
        return max(self, other, key=_WEIGHT.__getitem__)


_WEIGHT = {verdict: weight for weight, verdict in enumerate(Verdict)}


def worst(verdicts: Iterable[Verdict]) -> Verdict | None:
    """The heaviest of several verdicts, None of none."""
    return max(verdicts, key=_WEIGHT.__getitem__, default=None)


class Severity(StrEnum):
    """How far apart disagreeing claims are."""

    MINOR = "minor"
    MAJOR = "major"


class Relation(StrEnum):
    """How two values lie to each other."""

    INCOMPARABLE = "incomparable"
    EQUAL = "equal"
    COMPATIBLE = "compatible"
    DIFFERENT = "different"
    SUPERSEDED = "superseded"
    EXCLUSIVE = "exclusive"


class Reason(StrEnum):
    """Why two values relate as they do."""

    SAME = "same"
    QUALIFIER_OMITTED = "qualifier-omitted"
    RANGE = "range"
    FLOOR = "floor"
    CEILING = "ceiling"
    ROUNDING = "rounding"
    MORE_SPECIFIC = "more-specific"
    STANDS_WITH = "stands-with"
    MEMBERS = "members"
    RUNGS = "rungs"
    EMPHASIS = "emphasis"
    STAGE = "stage"
    DISJOINT = "disjoint"
    EXCLUDES = "excludes"
    UNIT = "unit"
    BASIS = "basis"
    WORDING = "wording"
    LAW = "law"
