"""Is each sentence counted once, under what accounts for it?"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.lint import Account, balances, check
from bot.store import deal_folders
from tests.sample.records import Records, language

ROOT = Path(__file__).parents[2]


def account(records: Records, source: str) -> dict[str, Account]:
    balance = next(balance for balance in balances(records.material()) if balance.source == source)
    return {sentence.id: account for sentence, account in balance.accounts.items()}


@pytest.fixture
def records(tmp_path: Path) -> Records:
    return Records(tmp_path)


def test_a_sentence_is_accounted_for_in_one_of_four_ways(records: Records) -> None:
    """A quote lies in it, an `also` names it, it holds no fact, or its paragraph is set aside."""
    accounts = account(records, "010")
    assert accounts["2.1"] is Account.QUOTE
    assert accounts["5.1"] is Account.ALSO
    assert accounts["5.2"] is Account.NO_FACT
    assert accounts["6.1"] is Account.SET_ASIDE


def test_an_unrelated_sentence_that_is_quoted_counts_as_quoted(records: Records) -> None:
    """What a claim cites is never merely set aside."""
    assert account(records, "011")["6.1"] is Account.QUOTE


def test_a_paragraph_in_also_means_its_sentences_with_the_value(records: Records) -> None:
    """The sentence beside it, which does not give the value, stays open."""
    records.edit("010.yaml", '"5.2": "a question of the author\'s"', '"1": "a title"')
    accounts = account(records, "010")
    assert accounts["5.1"] is Account.ALSO
    assert accounts["5.2"] is Account.OPEN


def test_a_paragraph_in_no_fact_means_what_nothing_else_accounts_for(records: Records) -> None:
    """`no_fact: "5"` covers the rest of ¶5, and is no slip although one of its sentences is cited."""
    records.edit("010.yaml", '"5.2":', '"5":')
    accounts = account(records, "010")
    assert (accounts["5.1"], accounts["5.2"]) == (Account.ALSO, Account.NO_FACT)
    assert records.check(full=True).problems == []


def test_an_open_sentence_is_told_by_its_beginning_only(records: Records) -> None:
    """The message helps to find it and does not reprint it."""
    records.edit("terms.yaml", ", also: [5]", "")
    (problem,) = records.check(full=True).problems
    assert problem.text == "010 ¶5.1 is not accounted for: A sum north of $2 billion …"


def test_a_place_in_also_for_own_words_needs_the_sentence(records: Records) -> None:
    """Own words cannot be looked for, so of several sentences the curator names one."""
    records.edit("company.yaml", 'at: 4, quote: "may slow', 'at: 4, also: ["2"], quote: "may slow')
    assert records.check(full=True).problems == []
    records.edit("company.yaml", 'also: ["2"], quote: "may slow', 'also: ["4"], quote: "may slow')
    assert records.codes(full=True) == {"A005"}


def test_every_sentence_of_the_real_articles_is_accounted_for(articles: Path) -> None:
    """The full check of the real records finds nothing, and leaves no sentence open."""
    for folder in deal_folders(ROOT / "facts"):
        report = check(folder, ROOT / "seeds", language(), articles)
        assert report.problems == []
        assert report.material is not None
        counted = {balance.source: balance.counts for balance in balances(report.material)}
        assert set(counted) == set(report.material.store.sources)
        assert {source: counts[Account.OPEN] for source, counts in counted.items() if counts[Account.OPEN]} == {}
