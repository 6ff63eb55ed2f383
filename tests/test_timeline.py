"""Do events stand in the order that dates and `after` give, however the file lists them?"""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.problem import Place
from bot.record import Event
from bot.timeline import in_order, timeline
from tests.desks import real_desk
from tests.sample.records import Records

PLACE = Place("events.yaml", 1)


def event(name: str, when: str | None = None, *after: str) -> Event:
    return Event(id=name, place=PLACE, says="something happens", when=when, after=after, rests_on=("amount",))


def order(*events: Event) -> list[str]:
    return [each.id for each in in_order({each.id: each for each in events})]


def test_what_is_decided_does_not_depend_on_the_file() -> None:
    """Where dates and `after` decide every place, each order of the file gives the same timeline."""
    events = (
        event("founding", "2011"),
        event("round", "2024-21", "founding"),
        event("talks", None, "round"),
        event("deal", None, "talks"),
        event("forecast", "2026", "deal"),
    )
    assert {tuple(order(*listed)) for listed in permutations(events)} == {
        ("founding", "round", "talks", "deal", "forecast")
    }


@given(st.data())
def test_every_event_stands_behind_what_it_comes_after(data: st.DataObject) -> None:
    """Whatever the constraints, none is broken; what is undecided keeps the order of the file."""
    count = data.draw(st.integers(1, 7))
    links = {n: data.draw(st.sets(st.integers(0, n - 1))) if n else set() for n in range(count)}
    events = [event(f"e{n}", None, *(f"e{other}" for other in links[n])) for n in range(count)]
    placed = order(*data.draw(st.permutations(events)))
    assert sorted(placed) == sorted(each.id for each in events)
    assert all(placed.index(f"e{other}") < placed.index(f"e{n}") for n, others in links.items() for other in others)


def test_undated_events_without_constraints_keep_the_order_of_the_records() -> None:
    """Nothing is shuffled that nobody orders."""
    assert order(event("b"), event("a"), event("c")) == ["b", "a", "c"]


def test_dates_of_different_precision_are_ordered_only_where_they_part() -> None:
    """A year and a month inside it are not ordered by date; a month before that year is."""
    assert order(event("year", "2024"), event("may", "2024-05")) == ["year", "may"]
    assert order(event("may", "2024-05"), event("year", "2024")) == ["may", "year"]
    assert order(event("year", "2024"), event("december", "2023-12")) == ["december", "year"]


def test_after_decides_where_dates_do_not() -> None:
    """Within the same year, the sources' order counts."""
    assert order(event("year", "2024", "may"), event("may", "2024-05")) == ["may", "year"]


@pytest.mark.parametrize(
    "events",
    [
        (event("a", None, "a"),),
        (event("a", None, "b"), event("b", None, "a")),
        (event("a", None, "c"), event("b", None, "a"), event("c", None, "b")),
        (event("later", "2025"), event("earlier", "2016", "later")),
    ],
    ids=["itself", "two", "three", "against-the-dates"],
)
def test_a_circle_is_refused(events: tuple[Event, ...]) -> None:
    """Events that come after one another, by `after` or against their dates, have no order."""
    with pytest.raises(ValueError, match="come after one another: "):
        order(*events)


def test_an_event_is_dated_by_the_claim_that_gives_the_date(tmp_path: Path) -> None:
    """The words of the date are the source's; an event whose claims give none is undated."""
    founding, deal = timeline(Records(tmp_path).store())
    assert founding.dated_by is not None
    assert founding.dated_by.value.as_written == "2011"
    assert deal.dated_by is None


def test_an_event_on_one_reading_rests_on_its_claims_alone(tmp_path: Path) -> None:
    """`takeover=takeover` takes the claims of that reading, not those of the whole fact."""
    _, deal = timeline(Records(tmp_path).store())
    assert [(claim.fact, claim.source) for claim in deal.claims] == [
        ("amount", "010"),
        ("amount", "011"),
        ("amount", "012"),
        ("takeover", "010"),
        ("takeover", "011"),
    ]


def test_every_real_event_rests_on_claims_and_shows_no_date_of_its_own() -> None:
    """Each event of the real records is borne by a source, and dated only by one."""
    moments = timeline(real_desk().store)
    assert [moment.event.id for moment in moments if not moment.claims] == []
    assert [moment.event.id for moment in moments if moment.event.when and not moment.dated_by] == []
