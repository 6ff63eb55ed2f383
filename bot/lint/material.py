"""What may a rule of the linter look at?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.article import Article
from bot.fact import Claim, Fact, Store
from bot.lint.lines import Lines
from bot.lint.names import NameFinder
from bot.lint.passage import Passage
from bot.problem import Place, Problem
from bot.record import Deal, Entity, Event, Source, Topic, Unanswered
from bot.store import Language
from bot.store.marked import Key

Record = Fact | Entity | Event | Topic | Unanswered | Deal | Source


@dataclass(frozen=True)
class Material:
    """A deal's store, the words, and the articles by source id where they are at hand.

    `unread` holds the ids of records that are in the files but broken: what refers to them is not at fault. `broken`
    tells that some file could not be read at all.
    """

    store: Store
    language: Language
    articles: Mapping[str, Article] | None = None
    unread: frozenset[str] = frozenset()
    broken: bool = False
    lines: Lines = field(default_factory=Lines)

    @cached_property
    def names(self) -> NameFinder:
        """Finds the deal's entities in a text."""
        return NameFinder(self.store.entities.values())

    @cached_property
    def passages(self) -> Mapping[str, Passage]:
        """The sentences of each article at hand, by source."""
        return {source: Passage.of(article) for source, article in (self.articles or {}).items()}

    def cited(self) -> Iterator[tuple[Fact, Claim, Passage]]:
        """Every claim whose article is at hand."""
        for fact in self.store.facts.values():
            for claim in fact.all_claims:
                if claim.source in self.passages:
                    yield fact, claim, self.passages[claim.source]

    def questions(self) -> Iterator[Fact | Topic | Unanswered]:
        """All that can be asked: the facts, what several of them answer, and what no source answers."""
        yield from self.store.facts.values()
        yield from self.store.topics.values()
        yield from self.store.unanswered.values()

    def at(self, record: Record, *path: Key) -> Place:
        """The place of one part of a record, by the keys that lead to it."""
        prefix = () if isinstance(record, Deal | Source) else (record.id,)
        return self.lines.place(record.place.file, *prefix, *path)

    def about(self, claim: Claim, code: str, text: str) -> Problem:
        """A problem of one claim, with the cell that it stands in."""
        return Problem(claim.place, code, f"{claim.fact} [{claim.source}]: {text}")
