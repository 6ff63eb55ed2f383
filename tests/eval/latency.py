"""How long does one question take, in process?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter_ns

_MILLION = 1e6  # nanoseconds in a millisecond


@dataclass(frozen=True)
class Latency:
    """Milliseconds a question: the median, and the time that one in a hundred exceeds."""

    median: float
    p99: float


def measure(ask: Callable[[str], object], questions: Sequence[str]) -> Latency:
    """Ask everything once to warm, so that what is made when first needed is made, and measure a second time."""
    for question in questions:
        ask(question)
    times = [_time(ask, question) for question in questions]
    return Latency(median(times), quantiles(times, n=100, method="inclusive")[98])


def _time(ask: Callable[[str], object], question: str) -> float:
    begun = perf_counter_ns()
    ask(question)
    return (perf_counter_ns() - begun) / _MILLION
