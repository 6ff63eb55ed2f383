"""Is what the records say in their own words plain, and free of judgement? (W)"""

from __future__ import annotations

from collections.abc import Iterator

from bot.article import normalise
from bot.fact import Fact
from bot.lint.material import Material
from bot.lint.phrase import find_any, words
from bot.lint.references import placeholders
from bot.problem import Place, Problem
from bot.record import Kind, Product, Ratio

LABEL_WORDS = range(2, 5)  # of a source: short enough for a button, long enough to be told apart
_Text = tuple[Place, str, str]


def wording_problems(material: Material) -> Iterator[Problem]:
    """W: verdict words, sentence ends, placeholders and the length of a source's label."""
    for place, name, text in _own_words(material):
        for word, _ in find_any(material.language.words.language.verdict, normalise(text)):
            yield Problem(place, "W001", f"{name}: {word!r} is a verdict, and verdicts are computed")
    for place, name, text in _clauses(material):
        if text.rstrip().endswith((".", "!", "?")):
            yield Problem(place, "W002", f"{name}: a clause, so no full stop")
    for asked in material.questions():
        if not asked.question.endswith("?"):
            yield Problem(material.at(asked, "question"), "W003", f"{asked.id}: a question ends in a question mark")
    for fact in material.store.facts.values():
        yield from _value_slot(material, fact)
    yield from _labels(material)


def _own_words(material: Material) -> Iterator[_Text]:
    """Every text in our own words that people come to read."""
    yield from _clauses(material)
    for asked in material.questions():
        yield material.at(asked, "question"), f"{asked.id}.question", asked.question
    deal = material.store.deal
    for key, subject in deal.subjects.items():
        yield material.at(deal, "subjects", key), f"{key}.label", subject.label
    for source in material.store.sources.values():
        yield material.at(source, "label"), f"{source.id}.label", source.label
        yield material.at(source, "digest"), f"{source.id}.digest", source.digest
        for number, text in enumerate(source.quality):
            yield material.at(source, "quality", number), f"{source.id}.quality", text


def _clauses(material: Material) -> Iterator[_Text]:
    """What is set into sentences: the templates and labels."""
    for fact in material.store.facts.values():
        yield material.at(fact, "says"), f"{fact.id}.says", fact.says
        for key, reading in fact.readings.items():
            yield material.at(fact, "readings", key, "label"), f"{fact.id}.{key}.label", reading.label
            if reading.says:
                yield material.at(fact, "readings", key, "says"), f"{fact.id}.{key}.says", reading.says
    for event in material.store.events.values():
        yield material.at(event, "says"), f"{event.id}.says", event.says
    yield from _law_clauses(material)


def _law_clauses(material: Material) -> Iterator[_Text]:
    deal = material.store.deal
    for number, law in enumerate(deal.laws):
        place = material.at(deal, "laws", number)
        if isinstance(law, Product):
            yield place, f"{law.id}.if", law.condition
        if isinstance(law, Ratio) and law.says:
            yield place, f"{law.id}.says", law.says


def _value_slot(material: Material, fact: Fact) -> Iterator[Problem]:
    own_clauses = fact.kind is Kind.READING and all(reading.says for reading in fact.readings.values())
    if "value" not in placeholders(fact.says) and not own_clauses:
        yield Problem(material.at(fact, "says"), "W004", f"{fact.id}: `says` has no {{value}}")


def _labels(material: Material) -> Iterator[Problem]:
    for source in material.store.sources.values():
        if len(words(source.label)) not in LABEL_WORDS:
            yield Problem(material.at(source, "label"), "W005", f"{source.id}: a label has two to four words")
