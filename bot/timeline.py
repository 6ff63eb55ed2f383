"""In what order did things happen, as far as the sources let one say?

Dated events stand in the order of their dates, undated ones where `after` puts them; what neither decides keeps the
order of the records.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.fact import Claim, Store
from bot.record import Event
from bot.value import Interval, PartialDate


@dataclass(frozen=True)
class Moment:
    """An event in its place: the claim that dates it, if any, and all claims that it rests on."""

    event: Event
    dated_by: Claim | None
    claims: tuple[Claim, ...]


def timeline(store: Store) -> tuple[Moment, ...]:
    """The events of the store in order. Raises ValueError where `after` runs in a circle (the linter's D rules)."""
    return tuple(_moment(event, store) for event in in_order(store.events))


def in_order(events: Mapping[str, Event]) -> tuple[Event, ...]:
    """The events so that each stands behind what it comes after. Raises ValueError where that is impossible."""
    left, placed = list(events.values()), []
    while left:
        event = next((event for event in left if not _waits(event, left)), None)
        if event is None:
            raise ValueError(f"these events come after one another: {', '.join(e.id for e in left)}")
        left.remove(event)
        placed.append(event)
    return tuple(placed)


def _waits(event: Event, left: list[Event]) -> bool:
    return any(other.id in event.after or _dated_before(other, event) for other in left)


def _dated_before(left: Event, right: Event) -> bool:
    if left.when is None or right.when is None:
        return False
    earlier, later = _days(left.when), _days(right.when)
    return earlier.gap(later) > 0 and (earlier.low or 0) < (later.low or 0)


def _days(edtf: str) -> Interval:
    return PartialDate(edtf, edtf).interval


def _moment(event: Event, store: Store) -> Moment:
    claims = tuple(claim for rest in event.rests_on for claim in store.resting(rest))
    dating = (c for c in claims if isinstance(c.value, PartialDate) and c.value.edtf == event.when)
    return Moment(event, next(dating, None) if event.when else None, claims)
