"""Was every claim checked against its article as it stands? (R)"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bot.lint.material import Material
from bot.problem import Place, Problem
from bot.receipt import Checked, cell, checked, receipts
from bot.store import RECEIPTS


def proof_problems(material: Material) -> Iterator[Problem]:
    """R: claims without a fresh receipt, and receipts without a claim."""
    for claim in material.store.claims():
        match checked(claim, material.store):
            case Checked.MISSING:
                yield material.about(claim, "R001", "not checked against its article")
            case Checked.STALE:
                yield material.about(claim, "R002", "changed since it was checked against its article")
            case Checked.FRESH:
                pass
    yield from _orphans(material)


def _orphans(material: Material) -> Iterator[Problem]:
    """A claim that was taken out would otherwise go unnoticed, and change a verdict.

    A changed claim also leaves a receipt without a claim; it is reported already, so only what is left over counts.
    """
    place = Place(str(Path(material.store.deal.place.file).with_name(RECEIPTS)), 1)
    stale = Counter(
        cell(claim.fact, claim.source)
        for claim in material.store.claims()
        if checked(claim, material.store) is Checked.STALE
    )
    made = {
        cell(fact, source): set(kept)
        for fact, cells in receipts(material.store).items()
        for source, kept in cells.items()
    }
    if material.broken:  # a file that cannot be read has not lost its claims
        return
    for key, kept in material.store.receipts.items():
        if len(kept - made.get(key, set())) > stale[key]:
            yield Problem(place, "R003", f"{key}: a receipt stands here for a claim that is gone")
