"""Does the report say the ratios, and whether the targets are met?"""

from __future__ import annotations

import pytest

from tests.bench.contestants import BARE, BARE_AT_ONCE, OURS
from tests.bench.load import Measured
from tests.bench.report import Results, missed, report


def results(median: float = 0.5, per_second: float = 5_400) -> Results:
    """What was measured, ours beside bare apps, in three rounds, in one of which everything was slow."""
    one = {OURS: Measured(median, 1_800), BARE: Measured(11.0, 90), BARE_AT_ONCE: Measured(0.4, 2_300)}
    many = {OURS: Measured(11.0, per_second, 0.18), BARE_AT_ONCE: Measured(10.0, 6_000, 0.15)}
    slow = {name: Measured(turn.median_ms * 9, turn.per_second / 9, turn.worker_ms) for name, turn in many.items()}
    return Results([one, one, one], [slow, many, many])


def test_the_report() -> None:
    """Each figure stands beside the ratio in which ours is to it."""
    assert report(results()).splitlines() == [
        "one connection, median:",
        "  dealcheck                                    0.50 ms",
        "  bare Bolt                                   11.00 ms  ours is 0.05 of it",
        "  bare Bolt, processing before responding      0.40 ms  ours is 1.25 of it",
        "64 connections, answers a second:",
        "  dealcheck                                      5,400",
        "  bare Bolt, processing before responding        6,000  ours is 0.90 of it",
        "64 connections, processor time for an answer:",
        "  dealcheck                                    0.18 ms",
        "  bare Bolt, processing before responding      0.15 ms  ours is 1.20 of it",
        "Targets met: under 1.5 ms, at least 0.85 of the throughput.",
    ]


@pytest.mark.parametrize(
    ("measured", "lines"),
    [
        (results(), []),
        (results(median=1.5), ["Missed: the median is not under 1.5 ms."]),
        (results(per_second=5_099), ["Missed: the throughput is not 0.85 of the bare app's."]),
        (results(per_second=5_100), []),
    ],
)
def test_a_target_that_is_missed_is_named(measured: Results, lines: list[str]) -> None:
    """A median at the limit misses it, a throughput at the limit keeps it."""
    assert missed(measured) == lines
    assert all(line in report(measured) for line in lines)
