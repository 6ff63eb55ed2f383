"""Does a receipt hold exactly as long as a claim stays what was checked?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.fact import Citation, Claim
from bot.problem import Place
from bot.receipt import Checked, checked, receipt, receipts
from bot.record import Modality
from bot.value import OwnWords
from tests.sample.records import Records

SHA = "a" * 64
CLAIM = Claim(
    fact="mood",
    value=OwnWords("in good spirits"),
    citation=Citation("010", 4, "in good spirits"),
    also=(),
    stage=None,
    qualifier=None,
    per=None,
    modality=Modality.ASSERTED,
    according_to=None,
    why=None,
    place=Place("mood.yaml", 3),
)


def parts(claim: Claim, article: str) -> tuple[object, ...]:
    """What a receipt is made of; the test quotes are in normal form already."""
    return article, claim.citation.paragraph, claim.citation.quote, claim.written, claim.modality


CLAIMS = st.builds(
    lambda paragraph, quote, value, modality: replace(
        CLAIM, citation=Citation("010", paragraph, quote), value=OwnWords(value), modality=modality
    ),
    st.integers(1, 30),
    st.text(alphabet='ab1",[]', max_size=4),
    st.text(alphabet='ab1",[]', max_size=4),
    st.sampled_from(Modality),
)


@settings(deadline=None)  # a busy machine is slow, not wrong
@given(CLAIMS, CLAIMS, st.sampled_from([SHA, "b" * 64]), st.sampled_from([SHA, "b" * 64]))
def test_receipts_are_equal_exactly_where_all_parts_are(one: Claim, two: Claim, here: str, there: str) -> None:
    """No two claims that differ in article, paragraph, quote, value or modality share a receipt."""
    assert (receipt(one, here) == receipt(two, there)) == (parts(one, here) == parts(two, there))


@pytest.mark.parametrize("quote", ["In  good spirits", "in good\u00a0spirits", "• in good spirits[2]"])
def test_what_normalising_removes_does_not_void_a_receipt(quote: str) -> None:
    """A quote that is set with other dashes, spaces or capitals is the same quote."""
    other = replace(CLAIM, citation=replace(CLAIM.citation, quote=quote))
    assert receipt(other, SHA) == receipt(CLAIM, SHA)


@pytest.mark.parametrize(
    "change",
    [
        {"place": Place("other.yaml", 9)},
        {"also": ("7",)},
        {"why": "because"},
        {"according_to": "a neighbour"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_no_article_proves_is_not_in_a_receipt(change: dict[str, object]) -> None:
    """Moving a claim within the files, or a remark on it, leaves its receipt valid."""
    assert receipt(replace(CLAIM, **change), SHA) == receipt(CLAIM, SHA)  # type: ignore[arg-type] # one field each


def test_a_claim_is_fresh_stale_or_was_never_checked(tmp_path: Path) -> None:
    """Fresh with its receipt, stale where its cell holds only others, missing where the cell holds none."""
    store = Records(tmp_path).store()
    claim = store.facts["staff"].all_claims[0]
    moved = replace(claim, citation=replace(claim.citation, paragraph=9))
    assert checked(claim, store) is Checked.FRESH
    assert checked(moved, store) is Checked.STALE
    assert checked(claim, replace(store, receipts={})) is Checked.MISSING


def test_a_receipt_does_not_hold_for_another_article(tmp_path: Path) -> None:
    """Where the article's record names another text, the claims on it are stale."""
    records = Records(tmp_path)
    sha = records.store().sources["010"].sha256
    records.edit("010.yaml", sha, SHA)
    store = records.store()
    assert {checked(claim, store) for claim in store.claims() if claim.source == "010"} == {Checked.STALE}
    assert {checked(claim, store) for claim in store.claims() if claim.source != "010"} == {Checked.FRESH}


def test_every_claim_gets_its_receipt_in_a_fixed_order(tmp_path: Path) -> None:
    """The receipts of a store name every cell with claims, sorted, so that stamping twice writes the same file."""
    store = Records(tmp_path).store()
    made = receipts(store)
    cells = {(fact, source) for fact, of_fact in made.items() for source in of_fact}
    assert cells == {(claim.fact, claim.source) for claim in store.claims()}
    assert all(kept == sorted(kept) for of_fact in made.values() for kept in of_fact.values())
