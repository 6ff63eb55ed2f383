"""Do the tables hold every event and every position, with sources on each row?"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Notice
from bot.answer.statements import notice
from bot.answer.tables import Table, disagreements_table, timeline_table
from bot.desk import Desk
from bot.timeline import timeline
from tests.desks import desk_of, real_desk
from tests.sample.records import Records


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_of(Records(tmp_path))


def records(table: Table) -> list[dict[str, str]]:
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def test_an_event_is_a_row_with_its_date_and_sources(desk: Desk) -> None:
    """The date stands as the source puts it and as EDTF; an undated event has neither."""
    first, second = records(timeline_table(desk.store, desk.deal))
    assert first == {
        "order": "1",
        "date": "2011",
        "edtf": "2011",
        "event": "Kestrel Robotics is founded",
        "remark": "",
        "facts": "founded-when",
        "sources": "010 ¶4",
        "quotes": "010 ¶4: “founded in 2011”",
    }
    assert (second["date"], second["edtf"]) == ("", "")
    assert second["remark"] == "sources disagree"


def test_every_event_of_the_real_records_is_a_row() -> None:
    """In the order of the timeline, with a place and a quote for each claim."""
    desk = real_desk()
    found, moments = records(timeline_table(desk.store, desk.deal)), timeline(desk.store)
    assert len(found) == len(moments)
    for row, moment in zip(found, moments, strict=True):
        assert all(f"“{claim.citation.quote}”" in row["quotes"] for claim in moment.claims)
        assert row["sources"]


def test_every_position_of_a_disagreement_is_a_row() -> None:
    """Each notice has a row for each of its positions, with the verdict, the reason and its own sources."""
    desk = real_desk()
    notices = [element for element in desk.disagreements.elements if isinstance(element, Notice)]
    found = records(disagreements_table(desk.store, desk.deal))
    assert [(row["fact"], row["verdict"], row["value"]) for row in found] == [
        (notice.fact, notice.verdict, stand.value) for notice in notices for stand in notice.stands
    ]
    assert all(row["sources"] and row["quotes"] and row["question"] for row in found)


def test_why_a_disagreement_is_one_stands_on_its_rows() -> None:
    """The proof is beside each position, and what does not multiply out."""
    desk = real_desk()
    for row in records(disagreements_table(desk.store, desk.deal)):
        shown = notice(desk.deal.facts[row["fact"]], desk.deal, desk.store)
        assert row["why"] == "".join(span.text for span in shown.reason)
        assert row["also"].count("\n") == max(len(shown.extra) - 1, 0)
        assert all(span.text in row["also"] for line in shown.extra for span in line)
    assert any(row["also"] for row in records(disagreements_table(desk.store, desk.deal)))
