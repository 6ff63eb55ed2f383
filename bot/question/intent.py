"""Does a message want something else than a fact: the summary, help, a greeting returned, or rules broken?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.article import normalise
from bot.record import QuestionWords
from bot.terms import TermReader

_FOREIGN = 0.25  # share of small words in any language
_FEWEST_FOREIGN = 2  # one may be a name or a slip
_FEWEST = 3  # words beside a courtesy that make it a message


class Intent(StrEnum):
    """What a message is after, where it is not a fact."""

    SUMMARY = "summary"
    TIMELINE = "timeline"
    DISAGREEMENTS = "disagreements"
    SOURCES = "sources"
    HELP = "help"
    THANKS = "thanks"
    GREETING = "greeting"
    BYE = "bye"
    INJECTION = "injection"
    FOREIGN = "foreign"


_COURTESIES = (Intent.THANKS, Intent.GREETING, Intent.BYE)


@dataclass(frozen=True, order=True)
class _Hit:
    place: int
    intent: Intent
    words: tuple[str, ...]


class IntentReader:
    """Tells intents by the phrases of the language; what is left beside them decides whether they are all there is."""

    def __init__(self, words: QuestionWords, terms: TermReader) -> None:
        self._terms = terms
        self._foreign = frozenset(normalise(word) for word in words.foreign)
        self._injection = tuple(normalise(phrase) for phrase in words.injection)
        self._hits_by_first = _by_first(words.intents)
        self._general = frozenset({"deal", "article", "articl", "sourc", "stori", "news"})

    def read(self, text: str) -> Intent | None:
        """The intent of a message, or None where it asks for something in particular."""
        plain = normalise(text)
        if any(phrase in plain and _stands_in(phrase, plain) for phrase in self._injection):
            return Intent.INJECTION
        if self._is_foreign(text):
            return Intent.FOREIGN
        return self._whole(text)

    def _whole(self, text: str) -> Intent | None:
        words = self._terms.read(text).words
        hits = self._hits(words)
        hit = max(hits, key=lambda hit: len(hit.words), default=None)
        if hit is None:
            return None
        said = {word for other in hits if other.intent is hit.intent for word in other.words}
        rest = self._terms.of(tuple(word for word in words if word not in said))
        beside = [word for word in rest.content if not word.startswith("@") and word not in self._general]
        courtesy = hit.intent in _COURTESIES and (rest.entities or len(rest.words) > _FEWEST)
        if beside or courtesy:
            return None
        return hit.intent

    def _hits(self, words: tuple[str, ...]) -> list[_Hit]:
        """The phrases that stand in a text, in the order of the list."""
        return sorted(
            {
                hit
                for place, word in enumerate(words)
                for hit in self._hits_by_first.get(word, ())
                if words[place : place + len(hit.words)] == hit.words
            }
        )

    def _is_foreign(self, text: str) -> bool:
        letters = [character for character in text if character.isalpha()]
        if letters and sum(character.isascii() for character in letters) < len(letters) / 2:
            return True
        words = normalise(text).replace("¿", " ").split()
        foreign = sum(word.strip(",.?!;:") in self._foreign for word in words)
        return foreign >= _FEWEST_FOREIGN and foreign >= _FOREIGN * len(words)


def _by_first(intents: Mapping[str, tuple[str, ...]]) -> dict[str, list[_Hit]]:
    """The phrases by their first word, so that a text is gone through once."""
    phrases = {tuple(normalise(phrase).split()): Intent(name) for name, group in intents.items() for phrase in group}
    table: defaultdict[str, list[_Hit]] = defaultdict(list)
    for place, (words, intent) in enumerate(phrases.items()):
        table[words[0]].append(_Hit(place, intent, words))
    return dict(table)


def _stands_in(phrase: str, text: str) -> bool:
    """True where a phrase stands in a text as whole words."""
    place = text.find(phrase)
    while place >= 0:
        end = place + len(phrase)
        before, after = text[place - 1 : place], text[end : end + 1]
        if not ((before.isalnum() and phrase[0].isalnum()) or (after.isalnum() and phrase[-1].isalnum())):
            return True
        place = text.find(phrase, place + 1)
    return False
