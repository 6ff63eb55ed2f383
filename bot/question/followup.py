"""Does a message go on about what was last said, and what does it want of it: sources, reasons, more, another fact?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.assertion import AssertionReader
from bot.comparison import Assertion
from bot.fact import Store
from bot.question.ask import Asker, Found
from bot.question.completion import Completer
from bot.question.focus import Focus
from bot.question.intent import Intent
from bot.question.objection import ObjectionReader
from bot.question.parse import SOURCE
from bot.record import FollowUpWords
from bot.store import Language

LONGEST = 200  # characters; what is longer speaks for itself
_REFUSED = (Intent.INJECTION, Intent.FOREIGN)

_Phrase = tuple[str, ...]


class Move(StrEnum):
    """What a follow-up wants."""

    SOURCES = "sources"
    WHY = "why"
    SURE = "sure"
    MORE = "more"
    OBJECTION = "objection"
    QUESTION = "question"
    NOD = "nod"


@dataclass(frozen=True)
class FollowUp:
    """What a message wants of the last answer.

    `parts` are the completed question, or for WHY the reason that the records give, if any; `assertion` is what
    somebody says against the first of `facts`; `entity` is whom the completed question asks for as a whole.
    """

    move: Move
    facts: tuple[str, ...]
    parts: tuple[Found, ...] = ()
    assertion: Assertion | None = None
    entity: str | None = None


class FollowUpReader:
    """Understands follow-ups on one store."""

    def __init__(self, store: Store, language: Language, asker: Asker, assertions: AssertionReader) -> None:
        words = language.words.follow_ups
        self._store = store
        self._asker = asker
        self._moves = _by_words(words, asker)
        self._words = {move: {word for phrase in self._phrases(move) for word in phrase} for move in Move}
        self._openers = frozenset(word for phrase in words.openers for word in phrase.split())
        self._beside = frozenset(words.beside) | self._openers
        self._completer = Completer(store, words, asker, assertions)
        self._objections = ObjectionReader(store, language, asker, assertions)

    def read(self, message: str, focus: Focus) -> FollowUp | None:
        """What a message wants of what the thread was last about; None where it stands for itself."""
        known = focus.within(self._store.facts, self._store.entities)
        if not known or not message.strip() or len(message) > LONGEST or self._asker.intents.read(message) in _REFUSED:
            return None
        return self._bare(message, known) or self._said_by(message, known) or self._further(message, known)

    def _bare(self, message: str, focus: Focus) -> FollowUp | None:
        """A phrase such as "sources?" or "are you sure?", where nothing else is said, or a mere "ok"."""
        words = self._asker.terms.read(message).words
        if self._openers.issuperset(words) and "?" not in message:
            return FollowUp(Move.NOD, focus.facts)
        move = self._move(words) if focus.facts or not focus.answered else None
        reason = self._completer.reason(focus) if move is Move.WHY and focus.answered else None
        return FollowUp(move, focus.facts, (reason,) if reason else ()) if move else None

    def _move(self, words: _Phrase) -> Move | None:
        """What the longest phrase among the words wants, if the others are none of their own subject."""
        hits = [(phrase, place) for place in range(len(words)) if (phrase := self._longest_at(words, place))]
        phrase, place = max(hits, key=lambda hit: len(hit[0]), default=((), 0))
        move = self._moves.get(phrase)
        rest = {*words[:place], *words[place + len(phrase) :]}
        return move if move and rest <= self._beside | self._words[move] else None

    def _phrases(self, wanted: Move) -> Iterator[_Phrase]:
        return (phrase for phrase, move in self._moves.items() if move is wanted)

    def _longest_at(self, words: _Phrase, place: int) -> _Phrase | None:
        lengths = range(len(words) - place, 0, -1)
        return next((words[place : place + n] for n in lengths if words[place : place + n] in self._moves), None)

    def _said_by(self, message: str, focus: Focus) -> FollowUp | None:
        """What one source says on the same, or several, where nothing but sources is named."""
        named = tuple(dict.fromkeys(SOURCE.findall(message)))
        part = self._asker.reader.whole(SOURCE.sub(" ", message))
        if not named or part.terms.content or not focus.facts or not all(map(self._is_of_a_source, named)):
            return None
        told, nearest = (focus.facts, ()) if focus.answered else ((), focus.facts)
        return FollowUp(
            Move.QUESTION,
            focus.facts,
            tuple(Found(replace(part, source=source), None, told, told, nearest) for source in named),
        )

    def _is_of_a_source(self, number: str) -> bool:
        """True for a source's number, be there such a source or not: with a nought before it, it counts nothing."""
        return number in self._store.sources or number.startswith("0")

    def _further(self, message: str, focus: Focus) -> FollowUp | None:
        if self._asker.intents.read(message):
            return None
        objection = self._objections.read(message, focus) if focus.facts and focus.answered else None
        if objection:
            return FollowUp(Move.OBJECTION, (objection.fact,), assertion=objection.assertion)
        asked = self._completer.complete(message, focus)
        return FollowUp(Move.QUESTION, focus.facts, asked.parts, entity=asked.entity) if asked else None


def _by_words(words: FollowUpWords, asker: Asker) -> dict[_Phrase, Move]:
    groups = {Move.SOURCES: words.sources, Move.WHY: words.why, Move.SURE: words.sure, Move.MORE: words.more}
    return {asker.terms.read(text, mend=False).words: move for move, group in groups.items() for text in group}
