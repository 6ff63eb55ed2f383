"""Is every sentence of every article accounted for? (A)"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.fact import Claim, Fact
from bot.lint.evidence import bears
from bot.lint.material import Material
from bot.lint.passage import Passage, Sentence
from bot.problem import Problem
from bot.record import Source

_START_WORDS = 6  # of a sentence in a message: enough to find it, too few to reprint it


class Account(StrEnum):
    """Why a sentence needs no further claim; the first that applies counts."""

    QUOTE = "by quote"
    ALSO = "by also"
    NO_FACT = "no fact"
    SET_ASIDE = "boilerplate or unrelated"
    OPEN = "unaccounted"


@dataclass(frozen=True)
class Balance:
    """The sentences of one article by account."""

    source: str
    accounts: Mapping[Sentence, Account]

    @property
    def counts(self) -> Counter[Account]:
        return Counter(self.accounts.values())


def balances(material: Material) -> list[Balance]:
    """One balance for each article at hand, by source."""
    return [
        _balance(material, source, material.passages[source.id])
        for source in material.store.sources.values()
        if source.id in material.passages
    ]


def accounting_problems(material: Material) -> Iterator[Problem]:
    """A: open sentences, what names them wrongly, and quotes from where nothing should be quoted."""
    for balance in balances(material):
        source = material.store.sources[balance.source]
        yield from _open(source, balance)
        yield from _needless(material, source, material.passages[source.id])
    for fact, claim, passage in material.cited():
        yield from _also(material, fact, claim, passage)
        yield from _set_aside(material, claim)


def _balance(material: Material, source: Source, passage: Passage) -> Balance:
    quoted, also = _claimed(material, source.id)
    aside = {int(number) for number in (*source.boilerplate, *source.unrelated)}
    no_fact = {sentence for name in source.no_fact for sentence in passage.named(name)}

    def account(sentence: Sentence) -> Account:
        if sentence in quoted:
            return Account.QUOTE
        if sentence in also:
            return Account.ALSO
        if sentence in no_fact:
            return Account.NO_FACT
        return Account.SET_ASIDE if sentence.paragraph in aside else Account.OPEN

    return Balance(source.id, {sentence: account(sentence) for sentence in passage.sentences})


def _claimed(material: Material, source: str) -> tuple[set[Sentence], set[Sentence]]:
    """The sentences of an article that a quote lies in, and those that an `also` names."""
    quoted: set[Sentence] = set()
    also: set[Sentence] = set()
    for fact, claim, passage in material.cited():
        if claim.source == source:
            quoted.update(passage.touched(claim.citation.paragraph, claim.citation.quote))
            also.update(sentence for name in claim.also for sentence in _borne(material, fact, claim, passage, name))
    return quoted, also


def _borne(material: Material, fact: Fact, claim: Claim, passage: Passage, name: str) -> list[Sentence]:
    """The sentences that an `also` means: those it names that give the value.

    Own words cannot be looked for, so they need the sentence's number where a paragraph has several.
    """
    named = passage.named(name)
    if len(named) == 1 and bears(material, fact, claim, named[0].text) is None:
        return list(named)
    return [sentence for sentence in named if bears(material, fact, claim, sentence.text)]


def _open(source: Source, balance: Balance) -> Iterator[Problem]:
    for sentence, account in balance.accounts.items():
        if account is Account.OPEN:
            yield Problem(source.place, "A006", f"{source.id} ¶{sentence.id} is not accounted for: {_start(sentence)}")


def _start(sentence: Sentence) -> str:
    words = sentence.text.split()
    more = " …" if len(words) > _START_WORDS else ""
    return " ".join(words[:_START_WORDS]) + more


def _needless(material: Material, source: Source, passage: Passage) -> Iterator[Problem]:
    """`no_fact` of one sentence must be true of it; of a paragraph, of at least one sentence in it."""
    quoted, also = _claimed(material, source.id)
    for name in source.no_fact:
        named = passage.named(name)
        if named and all(sentence in quoted | also for sentence in named):
            place = material.at(source, "no_fact", name)
            yield Problem(place, "A007", f"{source.id} ¶{name} is marked as without facts, but a claim cites it")


def _also(material: Material, fact: Fact, claim: Claim, passage: Passage) -> Iterator[Problem]:
    for name in claim.also:
        if passage.named(name) and not _borne(material, fact, claim, passage, name):
            yield material.about(claim, "A005", f"`also` names ¶{name}, which does not give {claim.written!r}")


def _set_aside(material: Material, claim: Claim) -> Iterator[Problem]:
    source = material.store.sources[claim.source]
    for name in (str(claim.citation.paragraph), *(also.partition(".")[0] for also in claim.also)):
        if name in source.boilerplate:
            yield material.about(claim, "A004", f"¶{name} is boilerplate; nothing is claimed from there")
        if name in source.unrelated and not claim.why:
            yield material.about(claim, "A004", f"¶{name} is unrelated; a claim from there says `why`")
