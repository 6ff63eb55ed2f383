"""What do the measurements say: the ratios, and whether the targets are met?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median

from tests.bench.contestants import BARE, BARE_AT_ONCE, OURS
from tests.bench.load import Measured

MANY = 64  # connections; as many as a busy workspace never has at once, and more than one worker answers at once
MEDIAN_MS = 1.5  # a person waits for the network, not for us
THROUGHPUT = 0.85  # of a bare app's: what an answer may cost beside Bolt itself


_Figure = Callable[[Measured], float]
Round = dict[str, Measured]  # by app, what it did in its turn


@dataclass(frozen=True)
class Results:
    """The rounds over one connection, and those over many."""

    one: list[Round]
    many: list[Round]

    @property
    def median_ms(self) -> float:
        """How long ours takes over one connection."""
        return _middle(self.one, OURS, _median_ms)

    @property
    def throughput(self) -> float:
        """Ours, as a share of the bare app's that processes before it responds."""
        return _ratio(self.many, BARE_AT_ONCE, _per_second)


def report(results: Results) -> str:
    """The measurements as lines, each ratio beside what it is of."""
    return "\n".join(_lines(results))


def _lines(results: Results) -> Iterator[str]:
    yield "one connection, median:"
    for name in (OURS, BARE, BARE_AT_ONCE):
        yield _line(name, f"{_middle(results.one, name, _median_ms):.2f} ms", _beside(results.one, name, _median_ms))
    yield f"{MANY} connections, answers a second:"
    for name in (OURS, BARE_AT_ONCE):
        yield _line(name, f"{_middle(results.many, name, _per_second):,.0f}", _beside(results.many, name, _per_second))
    yield f"{MANY} connections, processor time for an answer:"
    for name in (OURS, BARE_AT_ONCE):
        yield _line(name, f"{_middle(results.many, name, _worker_ms):.2f} ms", _beside(results.many, name, _worker_ms))
    yield from missed(results) or [f"Targets met: under {MEDIAN_MS} ms, at least {THROUGHPUT} of the throughput."]


def _line(name: str, value: str, ratio: str) -> str:
    return f"  {name:<42}{value:>10}  {ratio}".rstrip()


def _beside(rounds: list[Round], name: str, figure: _Figure) -> str:
    return "" if name == OURS else f"ours is {_ratio(rounds, name, figure):.2f} of it"


def _middle(rounds: list[Round], name: str, figure: _Figure) -> float:
    return median(figure(turn[name]) for turn in rounds)


def _ratio(rounds: list[Round], name: str, figure: _Figure) -> float:
    """Ours to another's in the same round: what else the machine did meanwhile fell on both."""
    return median(figure(turn[OURS]) / figure(turn[name]) for turn in rounds)


def _median_ms(measured: Measured) -> float:
    return measured.median_ms


def _per_second(measured: Measured) -> float:
    return measured.per_second


def _worker_ms(measured: Measured) -> float:
    return measured.worker_ms


def missed(results: Results) -> list[str]:
    """The targets that were missed, each as a line."""
    lines = []
    if results.median_ms >= MEDIAN_MS:
        lines.append(f"Missed: the median is not under {MEDIAN_MS} ms.")
    if results.throughput < THROUGHPUT:
        lines.append(f"Missed: the throughput is not {THROUGHPUT} of the bare app's.")
    return lines
