"""Was this claim checked against its article as it stands now? Receipts tell, without the article's text.

A receipt is a hash of what the full check proved of a claim. Any later change to one of these voids it, so a
machine without the articles still notices a changed digit, hedge, paragraph or source.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from enum import StrEnum

from bot.article import normalise
from bot.fact import Claim, Store


class Checked(StrEnum):
    """Whether a claim was checked against its article: never, in another wording, or as it stands."""

    MISSING = "missing"
    STALE = "stale"
    FRESH = "fresh"


def receipt(claim: Claim, article: str) -> str:
    """SHA-256 over the article's own sha256, paragraph, normalised quote, value as written and modality.

    The parts are joined as a JSON list, so no two different lists of parts give the same text.
    """
    cited = claim.citation
    parts = [article, cited.paragraph, normalise(cited.quote), claim.written, claim.modality.value]
    return hashlib.sha256(json.dumps(parts, separators=(",", ":")).encode("ascii")).hexdigest()


def cell(fact: str, source: str) -> str:
    """The key of one fact × source cell in `Store.receipts`."""
    return f"{fact}/{source}"


def checked(claim: Claim, store: Store) -> Checked:
    """Compare a claim with the receipts of its cell; stale where the cell has receipts and none is this claim's."""
    kept = store.receipts.get(cell(claim.fact, claim.source), frozenset())
    source = store.sources.get(claim.source)
    if source and receipt(claim, source.sha256) in kept:
        return Checked.FRESH
    return Checked.STALE if kept else Checked.MISSING


def receipts(store: Store) -> dict[str, dict[str, list[str]]]:
    """The receipts of every claim as it stands, by fact and source, in a fixed order."""
    made: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for claim in store.claims():
        if source := store.sources.get(claim.source):
            made[claim.fact][claim.source].add(receipt(claim, source.sha256))
    return {fact: {source: sorted(kept) for source, kept in cells.items()} for fact, cells in made.items()}
