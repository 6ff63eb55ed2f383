"""What is said of a statement that was checked: clause by clause, why, and what the sources would bear instead?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import islice

from bot.answer.elements import (
    Answer,
    Bullets,
    Chrome,
    Cited,
    Computed,
    Element,
    Heading,
    Line,
    Paragraph,
    Pointer,
    Silence,
)
from bot.answer.statements import sourced
from bot.answer.wording import listed, parts, position_text, remarks, says, value_text, within
from bot.comparison import Assertion, DealComparison, Judgement, Position, worst, worst_severity
from bot.fact import Fact, Store
from bot.statement import LONGEST, MOST, Checked, CheckedAssertion, CheckedClause
from bot.value import Reading

LABELS = {
    Judgement.SUPPORTED: "Supported",
    Judgement.DISPUTED: "Disputed",
    Judgement.CONTRADICTED: "Contradicted",
    Judgement.NOT_COVERED: "Not covered",
}
_SEVERAL = 2  # clauses that need a tally
_NAMED = 6  # words by which the beginning and the end of what was left unchecked are told
_MOST_REASONS = 3  # things asserted in one clause that are told why in one line
_MOST_LINES = 2  # lines offered instead of a clause: more would be an article


Bears = Callable[[str], bool]  # whether a statement comes out supported


def check_answer(checked: Checked, store: Store, deal: DealComparison, bears: Bears) -> Answer:
    """The verdict of a whole text and of each clause with its reason, positions and citations."""
    if not any(character.isalnum() for clause in checked.clauses for character in clause.text):
        return _nothing_to_check()
    elements = tuple(part for clause in checked.clauses for part in _clause(clause, store, deal, bears))
    facts = tuple(dict.fromkeys(fact for clause in checked.clauses for fact in clause.facts))
    beyond = (Paragraph((Chrome(_beyond(checked.unchecked)),)),) if checked.unchecked else ()
    answer = Answer(
        title=f"Checked against the sources: {LABELS[checked.judgement].lower()}",
        elements=(*_tally(checked), *elements, *beyond),
        answered=checked.judgement is not Judgement.NOT_COVERED,
        facts=facts,
        verdict=worst(deal.facts[fact].verdict for fact in facts),
        severity=worst_severity(deal.facts[fact].severity for fact in facts),
    )
    return sourced(answer, store)


def _nothing_to_check() -> Answer:
    line = (Chrome("There are no words to check. Put a statement behind "), Pointer("/deal check"), Chrome("."))
    return Answer("Nothing to check", (Paragraph(line),), answered=False)


def why(clause: CheckedClause, store: Store, deal: DealComparison) -> Line:
    """Why a clause has its verdict, in one line."""
    weighing = [item for item in clause.found if item.judgement is clause.judgement]
    if clause.judgement is Judgement.NOT_COVERED and clause.strange:
        words = listed(f"“{_as_typed(word, clause.text)}”" for word in clause.strange)
        return (Silence(f"No source speaks of {words}.", tuple(store.sources)), *_said_nearby(clause, store, deal))
    if clause.judgement is Judgement.NOT_COVERED and clause.outsiders:
        whom = listed(clause.outsiders)
        return (Silence(f"No source says this of {whom}.", tuple(store.sources)), *_said_nearby(clause, store, deal))
    if not weighing:
        return (Silence("No source speaks on this.", tuple(store.sources)), *_nearest(clause, store))
    reasons = [_reason(item, store, deal) for item in _once(weighing)[:_MOST_REASONS]]
    return tuple(span for reason in reasons for span in (Chrome("; "), *reason))[1:]


def offered(clause: CheckedClause, store: Store, deal: DealComparison, bears: Bears) -> tuple[Cited, ...]:
    """Up to two lines that the sources bear, with attribution, for a disputed or contradicted clause.

    What would not come out supported itself is left out, and the clause's own words are not offered instead of it;
    where it credits a source, that one is heard.
    """
    if clause.judgement not in (Judgement.DISPUTED, Judgement.CONTRADICTED):
        return ()
    weighing = [item.assertion for item in clause.found if item.judgement is clause.judgement]
    credited = {assertion.source for assertion in weighing if assertion.source}
    own = {(assertion.fact, assertion.value) for assertion in weighing if not assertion.source}
    facts = [deal.facts[fact] for fact in dict.fromkeys(assertion.fact for assertion in weighing)]
    positions = [(position, comparison.fact) for comparison in facts for position in comparison.positions]
    positions.sort(key=lambda known: _late_and_broad(known[0]))
    others = (known for known in positions if not credited or not credited.isdisjoint(known[0].sources))
    lines = (_line(position, fact, store) for position, fact in others if (fact.id, position.value) not in own)
    return tuple(islice((line for line in lines if bears(line.text)), _MOST_LINES))


def _as_typed(word: str, text: str) -> str:
    """A word with its capitals, as it stands in the text."""
    place = text.casefold().find(word)
    return text[place : place + len(word)] if place >= 0 else word


def _tally(checked: Checked) -> tuple[Element, ...]:
    """How many clauses have which verdict, the heaviest first, where there are several."""
    counts = Counter(clause.judgement for clause in checked.clauses)
    if sum(counts.values()) < _SEVERAL:
        return ()
    said = listed(f"{counts[found]} {LABELS[found].lower()}" for found in reversed(Judgement) if counts[found])
    return (Paragraph((Computed(f"Of {len(checked.clauses)} clauses, {said}.", ()),)),)


def _clause(clause: CheckedClause, store: Store, deal: DealComparison, bears: Bears) -> tuple[Element, ...]:
    because = (Chrome("Why: "), *why(clause, store, deal))
    instead = ((Chrome("Instead: "), line) for line in offered(clause, store, deal, bears))
    return (Heading(f"{LABELS[clause.judgement]}: “{clause.text}”"), Bullets((because, *instead)))


def _once(weighing: list[CheckedAssertion]) -> list[CheckedAssertion]:
    """One of what is asserted on each fact."""
    return list({item.assertion.fact: item for item in reversed(weighing)}.values())[::-1]


def _reason(item: CheckedAssertion, store: Store, deal: DealComparison) -> Line:
    comparison = deal.facts[item.assertion.fact]
    said = Chrome(f"{_asserted(item.assertion, comparison.fact, store)}; sources: ")
    spans: list[Cited | Chrome] = []
    for position in comparison.positions:
        key = position.value.key if isinstance(position.value, Reading) else None
        told = _told(position_text(position, comparison.fact, store), comparison.fact, store, key)
        text = told + remarks(position.claims)
        spans += [Chrome(", "), Cited(text, position.citations)]
    return (said, *spans[1:], *_beside(item))


def _beside(item: CheckedAssertion) -> Line:
    """Who is silent of those that are said to speak so, and that what is told as done is only expected."""
    if item.silent:
        verb = "does" if len(item.silent) == 1 else "do"
        return (Chrome("; "), Silence(f"{listed(item.silent)} {verb} not say.", item.silent))
    return (Chrome("; told as a fact, where the sources only expect it or hold it possible"),) if item.foretold else ()


def _asserted(assertion: Assertion, fact: Fact, store: Store) -> str:
    """What is said, or denied, and whom it is credited to."""
    key = assertion.value.key if isinstance(assertion.value, Reading) else None
    text = _told(value_text(assertion.value, fact, store), fact, store, key)
    credited = f" according to {assertion.source}" if assertion.source else ""
    if assertion.denied and key:
        return f"denies “{text}”{credited}"
    return f"says {'not ' if assertion.denied else ''}{text}{credited}"


def _told(text: str, fact: Fact, store: Store, reading: str | None) -> str:
    """A value; a reading with whom its sentence ends, so that no preposition is left alone."""
    own = reading and reading in fact.readings and fact.readings[reading].says
    return text + parts(fact, store)[1] if reading and not own and _ends_in_a_name(fact) else text


def _ends_in_a_name(fact: Fact) -> bool:
    return re.search(r"\{value\} \{[a-z0-9-]+\}$", fact.says) is not None


def _said_nearby(clause: CheckedClause, store: Store, deal: DealComparison) -> Line:
    if not clause.found:
        return _nearest(clause, store)
    return (Chrome(" For the rest: "), *_reason(clause.found[0], store, deal))


def _nearest(clause: CheckedClause, store: Store) -> Line:
    questions = [store.facts[fact].question for fact in clause.nearest if fact in store.facts]
    return (Chrome(f" Nearest: {questions[0]}"),) if questions else ()


def _late_and_broad(position: Position) -> tuple[bool, int]:
    early = position.stage is not None and position.stage.before_terms
    return early, -len(position.sources)


def _line(position: Position, fact: Fact, store: Store) -> Cited:
    key = position.value.key if isinstance(position.value, Reading) else None
    text = within(says(fact, store, position_text(position, fact, store), key), fact)
    return Cited(f"According to {listed(position.sources)}, {text}{remarks(position.claims)}.", position.citations)


def _beyond(unchecked: str) -> str:
    words = unchecked.split()
    first, last = " ".join(words[:_NAMED]), " ".join(words[_NAMED:][-_NAMED:])
    rest = f"“{first} … {last}”" if last else f"“{first}”"
    return f"Only the first {LONGEST:,} characters and {MOST} clauses were checked; the rest is unchecked: {rest}."
