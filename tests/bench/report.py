"""What do the measurements say: the ratios, and whether the targets are met?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.bench.contestants import BARE, BARE_AT_ONCE, OURS
from tests.bench.load import Measured

MANY = 64  # connections; as many as a busy workspace never has at once, and more than one worker answers at once
MEDIAN_MS = 1.5  # a person waits for the network, not for us
THROUGHPUT = 0.85  # of a bare app's: what an answer may cost beside Bolt itself


@dataclass(frozen=True)
class Results:
    """By app, what was measured over one connection, and over many."""

    one: dict[str, Measured]
    many: dict[str, Measured]

    @property
    def throughput(self) -> float:
        """Ours, as a share of the bare app's that processes before it responds."""
        return self.many[OURS].per_second / self.many[BARE_AT_ONCE].per_second


def report(results: Results) -> str:
    """The measurements as lines, each ratio beside what it is of."""
    return "\n".join(_lines(results))


def _lines(results: Results) -> Iterator[str]:
    yield "one connection, median:"
    for name in (OURS, BARE, BARE_AT_ONCE):
        yield _line(name, f"{results.one[name].median_ms:.2f} ms", _waiting(name, results))
    yield f"{MANY} connections, answers a second:"
    for name in (OURS, BARE_AT_ONCE):
        ratio = f"ours has {results.throughput:.2f} of it" if name != OURS else ""
        yield _line(name, f"{results.many[name].per_second:,.0f}", ratio)
    yield from missed(results) or [f"Targets met: under {MEDIAN_MS} ms, at least {THROUGHPUT} of the throughput."]


def _line(name: str, value: str, ratio: str) -> str:
    return f"  {name:<42}{value:>10}  {ratio}".rstrip()


def _waiting(name: str, results: Results) -> str:
    if name == OURS:
        return ""
    return f"ours takes {results.one[OURS].median_ms / results.one[name].median_ms:.2f} of it"


def missed(results: Results) -> list[str]:
    """The targets that were missed, each as a line."""
    lines = []
    if results.one[OURS].median_ms >= MEDIAN_MS:
        lines.append(f"Missed: the median is not under {MEDIAN_MS} ms.")
    if results.throughput < THROUGHPUT:
        lines.append(f"Missed: the throughput is not {THROUGHPUT} of the bare app's.")
    return lines
