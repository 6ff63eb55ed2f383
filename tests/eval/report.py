"""How are scores shown? Tables in plain text, a kind a line, with the peers beside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tests.eval.latency import Latency
from tests.eval.scoring import Miss, PairTally, Tally

_ALL = "all"


def kinds_table(title: str, tally: Tally, peers: Mapping[str, Tally]) -> Iterator[str]:
    """A line for each kind, in the order of the set, and one for all; peers answered the same set."""
    yield f"{title:<28}{'right':>7}{'of':>6}{'bot':>9}{''.join(f'{name:>9}' for name in peers)}"
    for kind in tally.asked:
        yield _line(kind, tally, peers, (kind,))
    yield _line(_ALL, tally, peers, ())


def _line(name: str, tally: Tally, peers: Mapping[str, Tally], kinds: tuple[str, ...]) -> str:
    chosen = kinds or tuple(tally.asked)
    right, asked = sum(tally.right[kind] for kind in chosen), sum(tally.asked[kind] for kind in chosen)
    beside = "".join(f"{peer.percent(*kinds):>7.1f} %" for peer in peers.values())
    return f"  {name:<26}{right:>7}{asked:>6}{tally.percent(*kinds):>7.1f} %{beside}"


def pairs_table(tallies: Mapping[str, PairTally]) -> Iterator[str]:
    """A line for each part of the pairs."""
    yield f"{'quantity pairs':<28}{'pairs':>7}{'judged':>8}{'share':>9}{'agree':>9}  wrong SUPPORTS"
    for name, tally in tallies.items():
        counts = f"{tally.counts.total():>7}{tally.judged:>8}{tally.share:>7.1f} %{tally.agreement:>7.1f} %"
        yield f"  {name:<26}{counts}{tally.wrong_supports:>8}"


def latency_table(ours: Latency, peers: Mapping[str, Latency]) -> Iterator[str]:
    """Milliseconds a question, and how many times as long as each peer."""
    yield f"{'latency (ms a question)':<28}{'median':>9}{'p99':>9}"
    yield f"  {'bot':<26}{ours.median:>9.3f}{ours.p99:>9.3f}"
    for name, peer in peers.items():
        times = f"   bot takes {ours.median / peer.median:.1f} times as long (p99: {ours.p99 / peer.p99:.1f})"
        yield f"  {name:<26}{peer.median:>9.3f}{peer.p99:>9.3f}{times}"


def misses_list(misses: Iterable[Miss]) -> Iterator[str]:
    """Each miss with what was asked and the reason."""
    for miss in misses:
        yield f"  {miss.kind}  {miss.id}  {miss.fault}"
        yield f"      {miss.asked}"
