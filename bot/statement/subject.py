"""By what words is a piece of a statement ranked against the facts? Negations assert; they are no subject."""

from __future__ import annotations

from dataclasses import replace

from bot.fact import Store
from bot.question import Asker, Part
from bot.record import QuestionWords
from bot.statement.frame import Frames


class SubjectReader:
    """Reads the subject of pieces of a statement; `frames` tell how far it is that of a fact."""

    def __init__(self, store: Store, asker: Asker, words: QuestionWords) -> None:
        self.frames = Frames(store, asker.terms)
        self._store = store
        self._terms = asker.terms
        self._reader = asker.reader
        self._negations = frozenset(words.negations)

    def part(self, text: str, before: tuple[str, ...]) -> Part:
        """A text to rank; a person of the clause before goes on where it names none of its own."""
        part = self._reader.whole(text)
        own = part.terms.entities
        meant = before if not own else () if self._people(own) else self._people(before)[:1]
        own_words = (word for word in part.terms.words if word not in self._negations)
        words = (*own_words, *(f"@{entity}" for entity in meant))
        return replace(part, terms=self._terms.of(words), sought=None)

    def _people(self, entities: tuple[str, ...]) -> tuple[str, ...]:
        known = self._store.entities
        return tuple(entity for entity in entities if entity in known and known[entity].kind == "person")
