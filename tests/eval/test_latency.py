"""Is time measured on what is warm?"""

from __future__ import annotations

from tests.eval.latency import measure


def test_everything_is_asked_twice_in_order() -> None:
    """Once to warm, once to measure."""
    asked: list[str] = []
    measure(asked.append, ["a", "b", "c"])
    assert asked == ["a", "b", "c", "a", "b", "c"]


def test_the_slowest_hundredth_is_no_quicker_than_the_median() -> None:
    """Both are times, in the same unit."""
    latency = measure(lambda question: sum(range(int(question))), [str(n) for n in range(1, 2000, 20)])
    assert 0 < latency.median <= latency.p99
