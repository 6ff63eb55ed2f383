"""Do two records answer to the same words? (N)"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from bot.article import normalise
from bot.lint.material import Material
from bot.problem import Place, Problem
from bot.record import Entity

_Entry = tuple[str, str, Place]


def ambiguity_problems(material: Material) -> Iterator[Problem]:
    """N: names, misspellings and descriptions of two entities, or wordings of two questions, that are equal."""
    yield from _shared(_names(material), "N001", "also names")
    yield from _shared(_questions(material), "N002", "also asks for")


def _names(material: Material) -> Iterator[_Entry]:
    for entity in material.store.entities.values():
        for part, listed in _parts(entity):
            for number, name in enumerate(listed):
                yield normalise(name), entity.id, material.at(entity, part, number)


def _parts(entity: Entity) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        ("names", entity.names),
        ("misspellings", entity.misspellings),
        ("described_as", entity.described_as),
    )


def _questions(material: Material) -> Iterator[_Entry]:
    """All wordings that a question is matched with."""
    for asked in material.questions():
        yield _wording(asked.question), asked.id, material.at(asked, "question")
        for number, question in enumerate(asked.asked_as):
            yield _wording(question), asked.id, material.at(asked, "asked_as", number)


def _wording(question: str) -> str:
    return re.sub(r"[^\w$%]+", " ", normalise(question)).strip()


def _shared(entries: Iterable[_Entry], code: str, verb: str) -> Iterator[Problem]:
    owners: dict[str, list[tuple[str, Place]]] = defaultdict(list)
    for words, owner, place in entries:
        owners[words].append((owner, place))
    for words, holders in owners.items():
        for owner, place in holders:
            others = sorted({other for other, _ in holders} - {owner})
            if others:
                yield Problem(place, code, f"{owner}: {words!r} {verb} {', '.join(others)}")
