"""Does the linter, without the articles, notice every way in which a true claim can be falsified?"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

import pytest

from bot.cli import main
from bot.fact import Claim, Fact, Store
from bot.lint import Material, problems
from bot.lint.lines import Lines
from bot.record import Kind, Modality
from bot.store import deal_folders, load
from bot.value import Bound, Names, PartialDate, Quantity, Reading
from tests.sample.records import language

ROOT = Path(__file__).parents[2]
DEALS = deal_folders(ROOT / "facts")
SEEDS = ROOT / "seeds"
LINES = Lines()  # of all files, so that none is read again for each of a thousand mutations
SCALES = {"million": "billion", "billion": "million", "b": "m", "m": "b"}
SCALE = re.compile(r"(?i)\b(?:million|billion)\b|(?<=\d)[bm]\b")


class Mutation(Protocol):
    """Gives the falsified claim, or None where the mutation does not apply to it."""

    def __call__(self, claim: Claim, fact: Fact, store: Store) -> Claim | None: ...


@dataclass(frozen=True)
class Tally:
    """What became of one mutation: claims it applies to, noticed at all, and noticed with the receipts renewed."""

    applicable: int
    killed: int
    by_rules: int
    survivors: tuple[str, ...]


def change_digit(claim: Claim, fact: Fact, store: Store) -> Claim | None:  # noqa: ARG001 # one shape for all
    """The last digit of value and quote is raised by one."""
    return rewritten(claim, fact, lambda text: re.sub(r"\d(?=\D*$)", lambda digit: str((int(digit[0]) + 1) % 10), text))


def misread_digit(claim: Claim, fact: Fact, store: Store) -> Claim | None:
    """The last digit of the value alone is raised by one."""
    falsified = change_digit(claim, fact, store)
    if falsified is None or falsified.value == claim.value:
        return None
    return replace(falsified, citation=claim.citation)


def swap_scale(claim: Claim, fact: Fact, store: Store) -> Claim | None:  # noqa: ARG001 # one shape for all
    """Millions become billions and the reverse, in value and quote."""
    return rewritten(claim, fact, lambda text: SCALE.sub(lambda scale: SCALES[scale[0].lower()], text))


def drop_hedge(claim: Claim, fact: Fact, store: Store) -> Claim | None:  # noqa: ARG001 # one shape for all
    """Hedges and bounds are taken out of value and quote."""
    value = claim.value
    if not isinstance(value, Quantity) or value.bound in {Bound.EXACT, Bound.VAGUE, Bound.RANGE}:
        return None
    numbers = language().words.numbers
    hedges = [word for table in (numbers.before, numbers.after) for words in table.values() for word in words]
    return rewritten(claim, fact, lambda text: without(text, hedges))


def drop_doubt(claim: Claim, fact: Fact, store: Store) -> Claim | None:  # noqa: ARG001 # one shape for all
    """What a source reports, expects or asks becomes a plain assertion."""
    if claim.modality is Modality.ASSERTED:
        return None
    doubts = [word for words in language().words.language.modal.values() for word in words]
    quote = without(claim.citation.quote, doubts).replace("?", "")
    return replace(claim, modality=Modality.ASSERTED, citation=replace(claim.citation, quote=quote))


def swap_source(claim: Claim, fact: Fact, store: Store) -> Claim | None:  # noqa: ARG001 # one shape for all
    """Another source is made to say it."""
    sources = sorted(store.sources)
    other = sources[(sources.index(claim.source) + 1) % len(sources)]
    return replace(claim, citation=replace(claim.citation, source=other))


def shift_paragraph(claim: Claim, fact: Fact, store: Store) -> Claim | None:  # noqa: ARG001 # one shape for all
    """The paragraph's number is one too high."""
    return replace(claim, citation=replace(claim.citation, paragraph=claim.citation.paragraph + 1))


def change_reading(claim: Claim, fact: Fact, store: Store) -> Claim | None:  # noqa: ARG001 # one shape for all
    """Another reading of the fact is claimed."""
    others = [key for key in fact.readings if claim.value != Reading(key)]
    return replace(claim, value=Reading(others[0])) if others else None


def change_entity(claim: Claim, fact: Fact, store: Store) -> Claim | None:
    """Another entity takes the place of the first one named."""
    if fact.kind not in {Kind.ENTITY, Kind.ENTITIES} or not isinstance(claim.value, Names):
        return None
    other = next(entity for entity in store.entities if entity not in {*claim.value.ids, *fact.about})
    return replace(claim, value=Names.of(other, *claim.value.ids[1:]))


MUTATIONS: tuple[Mutation, ...] = (
    change_digit,
    misread_digit,
    drop_hedge,
    drop_doubt,
    swap_scale,
    swap_source,
    shift_paragraph,
    change_reading,
    change_entity,
)


@pytest.mark.parametrize("folder", DEALS, ids=lambda folder: folder.name)
def test_every_falsified_claim_is_noticed_without_the_articles(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever is changed in whichever claim of the real records, the linter reports that claim."""
    store = load(folder, SEEDS, language())
    tallies = {mutation.__doc__ or "": tally(mutation, store) for mutation in MUTATIONS}
    with capsys.disabled():
        print("\n".join(table(folder.name, tallies)))
    assert {name: result.survivors for name, result in tallies.items() if result.survivors} == {}
    assert all(result.applicable for result in tallies.values())


@pytest.mark.parametrize("folder", DEALS, ids=lambda folder: folder.name)
def test_a_change_in_the_file_itself_is_noticed(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole way from the file to the report: the command names the very lines that were changed."""
    monkeypatch.delenv("DEALCHECK_ARTICLES", raising=False)
    copy = tmp_path / "facts" / folder.name
    shutil.copytree(folder, copy)
    changed = [line for path in sorted(copy.glob("*.yaml")) for line in shift_every_tenth_claim(path)]
    assert len(changed) > 10
    assert main(["lint", "--facts", str(tmp_path / "facts"), "--seeds", str(SEEDS)]) == 1
    reported = {line.split(" ", 1)[0] for line in capsys.readouterr().out.splitlines()}
    assert [line for line in changed if line not in reported] == []


def tally(mutation: Mutation, store: Store) -> Tally:
    whole = Material(store, language(), lines=LINES)
    outcomes = [
        (claim, noticed(falsified, claim, replace(whole, store=alone(store, fact))))
        for fact in store.facts.values()
        for claim in fact.all_claims
        if (falsified := mutation(claim, fact, store))
    ]
    survivors = tuple(f"{claim.fact} {claim.citation}" for claim, codes in outcomes if not codes)
    by_rules = sum(any(not code.startswith("R") for code in codes) for _, codes in outcomes)
    return Tally(len(outcomes), len(outcomes) - len(survivors), by_rules, survivors)


def alone(store: Store, fact: Fact) -> Store:
    """The store with one fact only: what is said of a claim does not depend on other facts, and this is fast."""
    deal = store.deal.model_copy(update={"headlines": (), "laws": ()})
    receipts = {cell: kept for cell, kept in store.receipts.items() if cell.startswith(f"{fact.id}/")}
    return replace(store, deal=deal, facts={fact.id: fact}, events={}, unanswered={}, receipts=receipts)


def noticed(falsified: Claim, claim: Claim, part: Material) -> set[str]:
    """The codes reported for the claim once it is falsified; without the mutation there are none."""
    (fact,) = part.store.facts.values()
    cells = {
        source: tuple(other for other in claims if other is not claim)
        + ((falsified,) if source == falsified.source else ())
        for source, claims in fact.claims.items()
    }
    changed = replace(part.store, facts={fact.id: replace(fact, claims=cells)})
    found = problems(replace(part, store=changed))
    return {problem.code for problem in found if problem.place == claim.place}


def table(deal: str, tallies: dict[str, Tally]) -> Iterator[str]:
    yield f"\n{deal}: falsified claims {'applicable':>33} {'killed':>7} {'without receipts':>17}"
    for name, result in tallies.items():
        yield f"  {name:<65}{result.applicable:>5} {result.killed:>7} {result.by_rules:>17}"


def rewritten(claim: Claim, fact: Fact, change: Callable[[str], str]) -> Claim | None:
    """The claim with its quote and its written value changed, if that changes anything."""
    quote, value = change(claim.citation.quote), claim.value
    if isinstance(value, Quantity | PartialDate):
        value = read_again(value, fact, change(value.as_written))
    if (quote, value) == (claim.citation.quote, claim.value):
        return None
    return replace(claim, value=value, citation=replace(claim.citation, quote=quote))


def read_again(value: Quantity | PartialDate, fact: Fact, written: str) -> Quantity | PartialDate:
    if isinstance(value, PartialDate):
        return replace(language().dates.read_one(written), as_written=written)
    quantity = language().quantities.read_one(written, value.kind)
    return replace(quantity, unit=fact.unit or quantity.unit, as_written=written)


def without(text: str, words: Iterable[str]) -> str:
    """The text with the longest of `words` taken out first."""
    for word in sorted(words, key=len, reverse=True):
        guarded = rf"\b{re.escape(word)}\b" if word[0].isalpha() else re.escape(word)
        text = re.sub(guarded, "", text, flags=re.IGNORECASE)
    return " ".join(text.split())


def shift_every_tenth_claim(path: Path) -> Iterator[str]:
    """Move every tenth claim of a file one paragraph on; yields `file:line:` of each."""
    lines = path.read_text("utf-8").splitlines()
    claims = [number for number, line in enumerate(lines) if re.match(r"      - \{.*\bat: \d", line)]
    for number in claims[::10]:
        lines[number] = re.sub(r"\bat: (\d+)", lambda at: f"at: {int(at[1]) + 1}", lines[number])
        yield f"{path}:{number + 1}:"
    path.write_text("\n".join(lines), "utf-8")
