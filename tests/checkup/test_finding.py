"""Does a finding say how its check ended?"""

from __future__ import annotations

from bot.checkup.finding import Finding, State, fine, problem, skipped


def test_each_end_has_its_state() -> None:
    """What is fine and what was skipped have nothing to be done; a problem has."""
    assert fine("port", "free") == Finding("port", State.OK, "free")
    assert problem("port", "taken", "take another") == Finding("port", State.PROBLEM, "taken", "take another")
    assert skipped("port", "not needed") == Finding("port", State.SKIPPED, "not needed")
