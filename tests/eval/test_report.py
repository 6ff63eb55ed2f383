"""Do the tables show what was counted?"""

from __future__ import annotations

from collections import Counter

from tests.eval.latency import Latency
from tests.eval.report import kinds_table, latency_table, misses_list, pairs_table
from tests.eval.scoring import Miss, PairTally, Tally


def tally(**right: tuple[int, int]) -> Tally:
    asked = Counter({kind: of for kind, (_, of) in right.items()})
    return Tally(asked, Counter({kind: good for kind, (good, _) in right.items()}))


def test_each_kind_has_a_line_with_the_peers_beside() -> None:
    """The bot's share and each peer's on the same kind, and all together at the end."""
    lines = [*kinds_table("questions", tally(direct=(3, 4), typo=(1, 1)), {"bm25s": tally(direct=(1, 4), typo=(0, 1))})]
    assert [line.split() for line in lines] == [
        ["questions", "right", "of", "bot", "bm25s"],
        ["direct", "3", "4", "75.0", "%", "25.0", "%"],
        ["typo", "1", "1", "100.0", "%", "0.0", "%"],
        ["all", "4", "5", "80.0", "%", "20.0", "%"],
    ]


def test_pairs_show_share_agreement_and_the_costly_error() -> None:
    """For each part: how many, how many judged, how many agree, and wrong SUPPORTS."""
    counts: Counter[tuple[str | None, str]] = Counter({("SUPPORTS", "SUPPORTS"): 3, ("SUPPORTS", "REFUTES"): 1})
    lines = [*pairs_table({"all": PairTally(counts + Counter({(None, "REFUTES"): 4}))})]
    assert lines[1].split() == ["all", "8", "4", "50.0", "%", "75.0", "%", "1"]


def test_latency_is_shown_as_a_ratio_too() -> None:
    """How many times as long as a peer the bot takes."""
    lines = [*latency_table(Latency(0.9, 4.0), {"bm25s": Latency(0.3, 2.0)})]
    assert lines[1].split() == ["bot", "0.900", "4.000"]
    assert lines[2].split()[:3] == ["bm25s", "0.300", "2.000"]
    assert "3.0 times as long (p99: 2.0)" in lines[2]


def test_a_miss_shows_what_was_asked_and_why() -> None:
    """Two lines for each."""
    assert [*misses_list([Miss("typo", "q7", "how mch?", "lacks: 15")])] == ["  typo  q7  lacks: 15", "      how mch?"]
