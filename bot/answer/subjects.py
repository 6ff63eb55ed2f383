"""Which facts are there? The subjects of a deal, and the facts of one of them, each in a line."""

from __future__ import annotations

from collections import Counter

from bot.answer.elements import Answer, Chrome, Computed, Entry, Line, Paragraph, Pointer
from bot.answer.nearest import COMMAND, no_such
from bot.answer.statements import sourced, statement
from bot.answer.wording import listed
from bot.comparison import Comparison, DealComparison, Verdict, worst, worst_severity
from bot.fact import Store
from bot.lookup import meant

_APART = {
    Verdict.SELF_CONTRADICTION: "with a self-contradiction",
    Verdict.DISAGREE: "on which sources disagree",
    Verdict.DIFFER: "on which they differ",
}


_WHY = (Pointer(f"{COMMAND} why NAME"), Chrome(" shows what the verdict on a fact rests on."))


def subjects(store: Store, deal: DealComparison) -> Answer:
    """The subjects, each with how many facts it has and on how many the sources do not say the same."""
    entries = tuple(
        Entry(subject.label, (*_count(facts_of(key, deal)), Chrome(" "), Pointer(f"{COMMAND} facts {key}")))
        for key, subject in store.deal.subjects.items()
        if facts_of(key, deal)
    )
    return Answer("Facts by subject", (*entries, Paragraph(_WHY)))


def subject(typed: str, store: Store, deal: DealComparison) -> Answer:
    """The facts of the subject that `typed` means, each in a line behind its name; the subjects for nothing typed."""
    if not typed.strip():
        return subjects(store, deal)
    key = subject_named(typed, store)
    return _facts(key, store, deal) if key else _unknown(typed, store)


def subject_named(typed: str, store: Store) -> str | None:
    """The subject that is called so, by its id or its label."""
    return meant(typed, _spellings(store)).key


def facts_of(key: str, deal: DealComparison) -> tuple[Comparison, ...]:
    """The comparisons of a subject's facts, in the order of the records."""
    return tuple(item for item in deal.facts.values() if item.fact.subject == key)


def _facts(key: str, store: Store, deal: DealComparison) -> Answer:
    found = facts_of(key, deal)
    answer = Answer(
        title=store.deal.subjects[key].label,
        elements=(*(Entry(item.fact.id, statement(item, store)) for item in found), Paragraph(_WHY)),
        facts=tuple(item.fact.id for item in found),
        verdict=worst(item.verdict for item in found if item.positions),
        severity=worst_severity(item.severity for item in found),
    )
    return sourced(answer, store)


def _count(found: tuple[Comparison, ...]) -> Line:
    counts = Counter(item.verdict for item in found)
    apart = [f"{counts[verdict]} {words}" for verdict, words in _APART.items() if counts[verdict]]
    noun = "fact" if len(found) == 1 else "facts"
    return (Computed(f"{len(found)} {noun}{f', {listed(apart)}' if apart else ''}.", ()),)


def _unknown(typed: str, store: Store) -> Answer:
    near = meant(typed, _spellings(store)).nearest
    known = Chrome(f"There are {listed(subject.label for subject in store.deal.subjects.values())}.")
    forms = tuple(f"facts {key}" for key in store.deal.subjects)
    return no_such("subject", typed, tuple(f"facts {key}" for key in near), (known,), forms)


def _spellings(store: Store) -> dict[str, tuple[str, str]]:
    return {key: (key, subject.label) for key, subject in store.deal.subjects.items()}
