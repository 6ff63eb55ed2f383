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
    def weight(self) -> int:
        """Its place in the order from the lightest."""
        return list(Verdict).index(self)

    @property
    def is_disagreement(self) -> bool:
        """True where the sources, or one with itself, do not say the same."""
        return self.weight >= Verdict.DIFFER.weight

    def worse(self, other: Verdict) -> Verdict:
        """The heavier of two verdicts."""
        return worst((self, other)) or self


def worst(verdicts: Iterable[Verdict]) -> Verdict | None:
    """The heaviest of several verdicts, None of none."""
    return max(verdicts, key=lambda verdict: verdict.weight, default=None)


class Severity(StrEnum):
    """How far apart disagreeing claims are."""

    MINOR = "minor"
    MAJOR = "major"


def worst_severity(severities: Iterable[Severity | None]) -> Severity | None:
    """The heavier of several severities, None of none."""
    found = set(severities)
    return next((severity for severity in (Severity.MAJOR, Severity.MINOR) if severity in found), None)


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
