"""How is what a person typed cut into words that can be compared with the records?

Short forms are written out, slips of the pen mended towards the words of the records, names of entities replaced by
`@id`, and the rest reduced to stems. Fillers carry nothing of a subject and are left out of the terms.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from Stemmer import Stemmer

from bot.article import normalise
from bot.record import Entity, QuestionWords
from bot.spelling import Speller

_WORD = re.compile(r"@[a-z0-9-]+|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][a-z]+)?")
_SCALES = (
    (re.compile(r"(?<=\d)\s?(?:bn|b|bil)\b"), " billion"),
    (re.compile(r"(?<=\d)\s?(?:mn|m|mil)\b"), " million"),
)
_PREFIX = re.compile(r"\b(co|non|self|multi|pre|anti|inter)[- ](?=[a-z]{3})")
_KEPT = 20_000  # words: those of the records several times over
_SNOWBALL = Stemmer("english")


@lru_cache(_KEPT)
def stem(word: str) -> str:
    """The stem of a word; `@id` is its own."""
    return word if word.startswith("@") else str(_SNOWBALL.stemWord(word))


@dataclass(frozen=True)
class Terms:
    """A text as it is compared: every word (corrected, entities as `@id`), and the stems that carry its subject."""

    words: tuple[str, ...]
    content: tuple[str, ...]

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems of all words, fillers included."""
        return tuple(stem(word) for word in self.words)

    def spelled(self, content: str) -> str:
        """The word behind a stem, as it is written; the stem itself where it stands for no word here."""
        return next((word for word in self.words if stem(word) == content), content)

    @property
    def entities(self) -> tuple[str, ...]:
        """The ids of the entities named, in reading order, once each."""
        return tuple(dict.fromkeys(word[1:] for word in self.words if word.startswith("@")))


class TermReader:
    """Cuts texts for one store; `learn` adds the words of its records, towards which slips are mended."""

    def __init__(self, entities: Mapping[str, Entity], words: QuestionWords) -> None:
        self._short = {form: tuple(full.split()) for form, full in words.short_forms.items()}
        self._fillers = frozenset(words.fillers)
        self._kinds = {entity.id: entity.kind for entity in entities.values()}
        self._own: dict[str, list[str]] = {}
        self._names = self._spellings(entities)
        self._described = self._descriptions(entities)
        groups = (name for entity in entities.values() if entity.kind == "group" for name in entity.names)
        self._told = self._described | {self._phrase(name) for name in groups}
        self._lengths = _lengths_by_first(self._names)
        self._speller = Speller()
        self._speller.learn(Counter([*self._fillers, *(word for name in self._names for word in name)]))

    def learn(self, counts: Mapping[str, int]) -> None:
        """Know words, with how often the records hold them: they are spelled right, others are mended towards them."""
        self._speller.learn(counts)

    def count(self, texts: Iterable[str]) -> dict[str, int]:
        """How often each word stands in the records' texts."""
        return dict(Counter(chain.from_iterable(map(self._cut_once, texts))))

    def read(self, text: str, *, mend: bool = True, described: bool = True) -> Terms:
        """Cut a text; `mend` is left off for the records themselves, whose words are kept.

        With `described` off only proper names are linked: "the interim CEO" and "freelancers" then keep their words,
        which may assert something.
        """
        words = self._all_mended(self._cut(text)) if mend else self._cut_once(text)
        return self.of(tuple(self._linked(words, described=described)))

    def of(self, words: tuple[str, ...]) -> Terms:
        """The terms of words that are cut already."""
        stems = ((word, stem(word)) for word in words)
        return Terms(words, tuple(own for word, own in stems if word not in self._fillers and own not in self._fillers))

    def kind(self, entity: str) -> str | None:
        """What kind an entity is of; None for no entity."""
        return self._kinds.get(entity)

    def knows(self, word: str) -> bool:
        """True for a word that the records or the language hold."""
        return self._speller.knows(word)

    def _cut_once(self, text: str) -> list[str]:
        """The words of a record's text, which is read more than once."""
        if text not in self._own:
            self._own[text] = self._cut(text)
        return self._own[text]

    def _cut(self, text: str) -> list[str]:
        spelled = normalise(text).replace("%", " percent ").replace("$", " dollars ").replace("&", " and ")
        for scale, word in _SCALES:
            spelled = scale.sub(word, spelled)
        found = (self._told_apart(word) for word in _WORD.findall(_PREFIX.sub(r"\1", spelled)))
        words = [full for word in found for full in self._short.get(word, (word,))]
        return [part for word in words for part in _split_ending(word)]

    def _told_apart(self, word: str) -> str:
        """A word behind an `@` as such, unless it is the id of an entity."""
        return word if word[0] != "@" or word[1:] in self._kinds else word[1:]

    def _all_mended(self, words: list[str]) -> list[str]:
        """The words with their slips mended, each different word once: a long text repeats itself."""
        mended = {word: self._speller.mended(word) for word in dict.fromkeys(words)}
        return [mended[word] for word in words]

    def _linked(self, words: list[str], *, described: bool) -> list[str]:
        linked, place = [], 0
        while place < len(words):
            begins = words[place] in self._lengths  # most words begin no name, and the records hold many words
            length = self._name_length(words, place, described=described) if begins else 0
            linked.append(f"@{self._names[tuple(words[place : place + length])]}" if length else words[place])
            place += length or 1
        return linked

    def _name_length(self, words: list[str], place: int, *, described: bool) -> int:
        """How many words at a place are a name; "a start-up" describes, it does not name."""
        plain = place > 0 and words[place - 1] in ("a", "an")
        unlinked = self._described if plain and described else () if described else self._told
        phrases = (tuple(words[place : place + n]) for n in self._lengths[words[place]])
        return len(next((phrase for phrase in phrases if phrase in self._names and phrase not in unlinked), ()))

    def _descriptions(self, entities: Mapping[str, Entity]) -> frozenset[tuple[str, ...]]:
        """What describes an entity without being one of its names."""
        texts = (text for entity in entities.values() for text in entity.described_as)
        return frozenset(self._phrase(text) for text in texts)

    def _phrase(self, text: str) -> tuple[str, ...]:
        return tuple(word for word in self._cut(text) if word not in ("the", "a", "an"))

    def _spellings(self, entities: Mapping[str, Entity]) -> dict[tuple[str, ...], str]:
        found: dict[tuple[str, ...], str] = {}
        for entity in entities.values():
            for name in (entity.id, *entity.names, *entity.described_as, *entity.misspellings):
                words = self._phrase(name)
                if words:
                    found.setdefault(words, entity.id)
        return found


def _lengths_by_first(names: Iterable[tuple[str, ...]]) -> dict[str, tuple[int, ...]]:
    """How many words the names have that begin with a word, the longest first."""
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[0], set()).add(len(name))
    return {first: tuple(sorted(own, reverse=True)) for first, own in lengths.items()}


@lru_cache(_KEPT)
def _split_ending(word: str) -> tuple[str, ...]:
    """A possessive is dropped; a contracted "not" becomes a word."""
    if word.endswith("n't"):
        return (word[:-3], "not") if len(word) > len("n't") else ("not",)
    return (re.sub(r"['’](s|re|ve|ll|d|m)?$", "", word),)
