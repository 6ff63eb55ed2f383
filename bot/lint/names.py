"""Which entities does a text name?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.article import tidy
from bot.lint.phrase import Span
from bot.record import Entity


@dataclass(frozen=True)
class NamedEntity:
    """An entity, and where the text names it."""

    id: str
    span: Span


class NameFinder:
    """Finds entities by their names; misspellings and descriptions are for people's questions alone.

    A name with capitals must stand with them ("Scale" is a company, "scale" a verb); the longest name wins.
    """

    def __init__(self, entities: Iterable[Entity]) -> None:
        pairs = {tidy(name): entity.id for entity in entities for name in entity.names}
        self._names = sorted(pairs.items(), key=lambda pair: -len(pair[0]))
        self._patterns = [(_pattern(name), entity) for name, entity in self._names]

    def find(self, text: str) -> list[NamedEntity]:
        """Every entity named in `text` (tidied), in order of place; overlapping shorter names are left out."""
        found: list[NamedEntity] = []
        for pattern, entity in self._patterns:
            for match in pattern.finditer(text):
                span = Span(*match.span())
                if not any(span.meets(other.span) for other in found):
                    found.append(NamedEntity(entity, span))
        return sorted(found, key=lambda named: named.span)

    def ids(self, text: str) -> frozenset[str]:
        """The ids of the entities that `text` names, however it is spaced and dashed."""
        return frozenset(named.id for named in self.find(tidy(text)))

    def without_names(self, text: str) -> str:
        """The text with every name blanked out, each character by a space, so that places stay the same."""
        for named in self.find(text):
            text = text[: named.span.start] + " " * (named.span.end - named.span.start) + text[named.span.end :]
        return text


def _pattern(name: str) -> re.Pattern[str]:
    flags = re.IGNORECASE if name == name.lower() else re.NOFLAG
    return re.compile(rf"(?<!\w)(?<!\w-){re.escape(name)}(?!\w)(?!-\w)", flags)
