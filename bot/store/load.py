"""How are a deal's files read into a Store, with every slip reported and not only the first?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from bot.fact import Citation, Claim, Fact, Store
from bot.problem import Place, Problem, StoreError
from bot.record import ClaimRecord, Deal, Entity, Event, FactRecord, Source, Topic, Unanswered
from bot.store.language import Language
from bot.store.marked import Key, Marked, read_marked
from bot.store.receipts import RECEIPTS, read_receipts
from bot.store.schema import schema_problems
from bot.store.values import read_value

_T = TypeVar("_T", bound=BaseModel)
_NOT_FACTS = frozenset({"deal.yaml", "entities.yaml", "events.yaml", "topics.yaml", "unanswered.yaml", RECEIPTS})


def load(folder: Path, seeds: Path, language: Language) -> Store:
    """The store of one deal folder. Raises StoreError with all problems where any record is broken."""
    store, problems = read(folder, seeds, language)
    if problems or store is None:
        raise StoreError(problems)
    return store


def read(folder: Path, seeds: Path, language: Language) -> tuple[Store | None, list[Problem]]:
    """What can be read of a deal, and all problems; the store is None where the deal record itself is broken."""
    reading = _Reading(language)
    deal = reading.deal(folder)
    sources = {source.id: source for source in reading.sources(seeds)}
    facts = {fact.id: fact for fact in reading.facts(folder)}
    entities = {entity.id: entity for entity in reading.keyed(folder / "entities.yaml", Entity)}
    events = {event.id: event for event in reading.keyed(folder / "events.yaml", Event)}
    unanswered = {gap.id: gap for gap in reading.optional(folder / "unanswered.yaml", Unanswered)}
    topics = {topic.id: topic for topic in reading.optional(folder / "topics.yaml", Topic)}
    receipts, marked = read_receipts(folder)
    reading.problems += marked.problems if marked else []
    if deal is None:
        return None, reading.problems
    return Store(deal, sources, facts, entities, events, receipts, unanswered, topics), reading.problems


@dataclass
class _Reading:
    """One pass over a deal's files; collects problems as it goes."""

    language: Language
    problems: list[Problem] = field(default_factory=list)

    def deal(self, folder: Path) -> Deal | None:
        marked = self._open(folder / "deal.yaml")
        if not isinstance(marked.data, dict):
            return None
        return self._record(Deal, marked, (), {"id": folder.name} | marked.data)

    def sources(self, seeds: Path) -> Iterator[Source]:
        paths = sorted(seeds.glob("*.yaml"))
        if not paths:
            self._report(Place(str(seeds), 1), "Y001", "holds no source records")
        seen: dict[str, Path] = {}
        for path in paths:
            marked = self._open(path)
            source = self._record(Source, marked, (), marked.data) if marked.data is not None else None
            if source and source.id in seen:
                self._report(source.place, "Y004", f"source {source.id} is also in {seen[source.id].name}")
            elif source:
                seen[source.id] = path
                yield source

    def keyed(self, path: Path, model: type[_T]) -> Iterator[_T]:
        marked = self._open(path)
        for key, data in (marked.data or {}).items():
            record = self._record(model, marked, (key,), data, key)
            if record:
                yield record

    def optional(self, path: Path, model: type[_T]) -> Iterator[_T]:
        if path.exists():
            yield from self.keyed(path, model)

    def facts(self, folder: Path) -> Iterator[Fact]:
        paths = [path for path in sorted(folder.glob("*.yaml")) if path.name not in _NOT_FACTS]
        if not paths:
            self._report(Place(str(folder), 1), "Y001", "holds no fact files")
        seen: dict[str, str] = {}
        for path in paths:
            marked = self._open(path)
            for key, data in (marked.data or {}).items():
                if key in seen:
                    self._report(marked.place(key), "Y004", f"fact {key!r} is also in {seen[key]}")
                    continue
                seen[key] = path.name
                record = self._record(FactRecord, marked, (key,), data, key)
                if record:
                    yield self._fact(record, marked)

    def _open(self, path: Path) -> Marked:
        marked = read_marked(path)
        self.problems += marked.problems
        return marked

    def _record(
        self, model: type[_T], marked: Marked, path: tuple[Key, ...], data: Any, key: str | None = None
    ) -> _T | None:
        if not isinstance(data, dict):
            self._report(marked.place(*path), "Y003", f"{'.'.join(map(str, path))} must be a mapping")
            return None
        for own in ("place", *(["id"] if key else [])):
            if own in data:
                self._report(marked.place(*path, own), "Y006", f"{own!r} is not a known key")
        made = data | {"place": marked.place(*path)} | ({"id": key} if key else {})
        try:
            return model.model_validate(made)
        except ValidationError as error:
            self.problems += schema_problems(error, marked, path)
            return None

    def _fact(self, record: FactRecord, marked: Marked) -> Fact:
        shared = {name: getattr(record, name) for name in FactRecord.model_fields if name != "claims"}
        claims = {source: tuple(self._claims(record, source, cell, marked)) for source, cell in record.claims.items()}
        return Fact(**shared, claims=claims)

    def _claims(self, fact: FactRecord, source: str, cell: tuple[ClaimRecord, ...], marked: Marked) -> Iterator[Claim]:
        for number, record in enumerate(cell):
            place = marked.place(fact.id, "claims", source, number)
            try:
                value = read_value(record.value, fact, self.language)
            except ValueError as error:
                self._report(place, "V001", f"{fact.id} [{source}]: {error}")
                continue
            yield Claim(
                fact=fact.id,
                value=value,
                citation=Citation(source, int(record.at), record.quote),
                also=record.also,
                stage=record.stage,
                qualifier=record.qualifier,
                per=record.per,
                modality=record.modality,
                according_to=record.according_to,
                why=record.why,
                place=place,
            )

    def _report(self, place: Place, code: str, text: str) -> None:
        self.problems.append(Problem(place, code, text))
