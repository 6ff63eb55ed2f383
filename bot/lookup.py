"""Whom or what does a name mean? Finds entities by any name people type, also in running text; sources too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.article import normalise
from bot.fact import Store
from bot.record import Entity, Source

_NEAR = 60  # a slip in a short word costs more of it than one in a name: "term" for "terms", "02" for "002"
_NEARLY_A_PART = 80  # "overviev" for a label that ends in "overview"
_PERHAPS = 72  # below, suggestions stop looking like the word that was typed
_SUGGESTED = 3
_SHORTEST = 3  # two letters resemble everything
_WORD = re.compile(r"\w+(?:[-.]\w+)*")


@dataclass(frozen=True)
class Found:
    """The name means this entity; `typed` tells when only a slip of the pen was forgiven."""

    entity: Entity
    by_misspelling: bool = False


@dataclass(frozen=True)
class Perhaps:
    """No such name; these come close, the closest first."""

    entities: tuple[Entity, ...]


@dataclass(frozen=True)
class Nobody:
    """The articles name nobody like that."""


@dataclass(frozen=True)
class Meant:
    """Which of several things is meant; `nearest` are those that come close where it is none of them."""

    key: str | None
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True)
class MeantSources:
    """The sources that a text names, in its order, and the words that name none."""

    ids: tuple[str, ...]
    rest: tuple[str, ...]


class Lookup:
    """Finds the entities of one store."""

    def __init__(self, store: Store) -> None:
        self._entities = store.entities
        self._names = dict(_spellings(store, exact=True))
        self._slips = dict(_spellings(store, exact=False))

    def find(self, typed: str) -> Found | Perhaps | Nobody:
        """The entity that `typed` names: id, any name, description or known misspelling; else the nearest."""
        key = _key(typed)
        if key in self._names:
            return Found(self._entities[self._names[key]])
        if key in self._slips:
            return Found(self._entities[self._slips[key]], by_misspelling=True)
        close = self._close(key)
        return Perhaps(close) if close else Nobody()

    def _close(self, key: str) -> tuple[Entity, ...]:
        if len(key) < _SHORTEST:
            return ()
        hits = process.extract(key, list(self._names), scorer=fuzz.ratio, score_cutoff=_PERHAPS, limit=10)
        ids = dict.fromkeys(self._names[name] for name, _, _ in hits)
        return tuple(self._entities[entity] for entity in ids)[:_SUGGESTED]


class SourceLookup:
    """Finds the sources of one store by id, number or label."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self.spellings = {source.id: (source.id, str(int(source.id)), source.label) for source in sources.values()}
        self._ids = {name.casefold(): source for source, names in self.spellings.items() for name in names}
        longest_first = sorted(map(re.escape, self._ids), key=len, reverse=True)
        self._named = re.compile(rf"(?<!\w)(?:{'|'.join(longest_first) or '(?!)'})(?!\w)")

    def read(self, typed: str) -> MeantSources:
        """The sources that a text names: `001 and 002`, `short overview`."""
        text = typed.casefold()
        ids = dict.fromkeys(self._ids[hit[0]] for hit in self._named.finditer(text))
        return MeantSources(tuple(ids), tuple(_WORD.findall(self._named.sub(" ", text))))


def meant(typed: str, spellings: Mapping[str, Iterable[str]]) -> Meant:
    """Which key is meant by one of its spellings, and which come nearest where none is; the nearest first."""
    keys = {_key(name): key for key, names in spellings.items() for name in names}
    if _key(typed) in keys:
        return Meant(keys[_key(typed)])
    hits = _alike(_key(typed), list(keys))
    return Meant(None, tuple(dict.fromkeys(keys[name] for name in hits))[:_SUGGESTED])


def _alike(typed: str, names: list[str]) -> list[str]:
    """The names that are nearly what was typed, else those of which it is nearly a part."""
    whole = process.extract(typed, names, scorer=fuzz.ratio, score_cutoff=_NEAR)
    part = process.extract(typed, names, scorer=fuzz.partial_ratio, score_cutoff=_NEARLY_A_PART)
    return [name for name, _, _ in whole or (part if len(typed) > _SHORTEST else ())]


def _spellings(store: Store, *, exact: bool) -> Iterator[tuple[str, str]]:
    for entity in store.entities.values():
        names = (entity.id, *entity.names, *entity.described_as) if exact else entity.misspellings
        for name in names:
            yield _key(name), entity.id


def _key(name: str) -> str:
    """A name as compared: normalised, without possessive, article and closing punctuation."""
    key = normalise(name).strip(" ?!.,;:\"'@")
    key = re.sub(r"'s\b", "", key)
    return re.sub(r"^(?:the|a|an) ", "", key)
