"""Do verdicts and severities weigh as the rules order them?"""

from __future__ import annotations

from itertools import pairwise

import pytest

from bot.comparison import Severity, Verdict, worst, worst_severity

FROM_THE_LIGHTEST = [
    Verdict.SINGLE_SOURCE,
    Verdict.AGREE,
    Verdict.DIFFER,
    Verdict.DISAGREE,
    Verdict.SELF_CONTRADICTION,
]


@pytest.mark.parametrize(("lighter", "heavier"), list(pairwise(FROM_THE_LIGHTEST)))
def test_the_heavier_of_two_verdicts_prevails(lighter: Verdict, heavier: Verdict) -> None:
    """Self-contradiction outweighs disagree, that differ, that agree, that single-source."""
    assert lighter.worse(heavier) is heavier.worse(lighter) is heavier


def test_the_worst_of_several_is_the_heaviest() -> None:
    """Whatever their order, the heaviest verdict is the worst; of none there is none."""
    assert worst(reversed(FROM_THE_LIGHTEST)) is Verdict.SELF_CONTRADICTION
    assert worst([]) is None


def test_from_differ_on_the_sources_do_not_say_the_same() -> None:
    """Differ, disagree and self-contradiction are disagreements, the two lighter verdicts are not."""
    assert [verdict.is_disagreement for verdict in FROM_THE_LIGHTEST] == [False, False, True, True, True]


@pytest.mark.parametrize(
    ("severities", "expected"),
    [
        ([], None),
        ([None, None], None),
        ([None, Severity.MINOR], Severity.MINOR),
        ([Severity.MINOR, Severity.MAJOR, None], Severity.MAJOR),
    ],
)
def test_one_major_gap_makes_it_major(severities: list[Severity | None], expected: Severity | None) -> None:
    """The worst severity is the heaviest one found, and none where nothing is severe."""
    assert worst_severity(severities) is expected
