"""What does a question ask: how many things, of what kind, of which source, yes or no, and do they all say the same?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Generic, TypeVar

from bot.record import Pronouns, QuestionWords, Sought
from bot.terms import TermReader, Terms

SOURCE = re.compile(r"(?<![\w$€£])(?<!\d[.,])\d{3}(?!\w|[.,]\d|%)")  # no part of a longer figure
_SENTENCES = re.compile(
    r"(?<=\?)[?!]*\s+(?=\w)|[!;\n]+(?=\s*\w)|(?<=[a-z])(?<!\b[Mm]r)(?<!\bMs)(?<!\bDr)(?<!\bMrs)\.\s+(?=\w)"
)
_JOINTS = re.compile(r"[,;]?\s+(?:and|plus|also|as well as|&|\+|n)\s+(?:(?:also|separately|then),?\s+)?", re.IGNORECASE)
_BETWEEN = re.compile(r",?\s+(?:and|plus|as well as|&|\+)\s+(?:also\s+)?", re.IGNORECASE)
_PREPOSITION = re.compile(r"(?:at|by|in|on|from|to|for|with|of|about|under|after|since)\s+", re.IGNORECASE)
_LEAD = re.compile(r"^\s*[^:?]{1,60}:\s+")
_NAME = re.compile(r"(?<=[\w,] )[A-Z][a-z]\w+")  # a capital inside a sentence; of capitals alone are acronyms
_INITIAL = re.compile(r"\b[^\W\d_]")
_TITLE = 0.6  # share of words with a capital from which on a text is a headline, where capitals tell nothing
_KINDS = {Pronouns.PERSON: ("person",), Pronouns.THING: ("company", "product")}  # what each may mean

_Phrase = tuple[str, ...]
_T = TypeVar("_T")


@dataclass(frozen=True)
class Part:
    """One thing asked for; its terms name what a pronoun means in the part before.

    `elsewhere` are sources, people and companies that the records do not hold; `asks` is False for a mere remark.
    `alternatives` is True where one of several is to be chosen ("a client or a partner?"), `inverted` where an
    auxiliary opens.
    `source` is the one source that is asked for; `between` are those that are asked to agree with each other.
    """

    text: str
    terms: Terms
    sought: Sought | None
    yes_no: bool
    agreement: bool
    source: str | None
    elsewhere: tuple[str, ...] = ()
    asks: bool = True
    between: tuple[str, ...] = ()
    alternatives: bool = False
    inverted: bool = False


class QuestionReader:
    """Reads questions with the words of the language and the terms of one store."""

    def __init__(self, words: QuestionWords, terms: TermReader, sources: Iterable[str]) -> None:
        self._terms = terms
        self._sources = frozenset(sources)
        self._sought = _Phrases({phrase: kind for kind, group in words.sought.items() for phrase in group})
        self._agreement = _Phrases(dict.fromkeys(words.agreement, True))
        self._alternatives = frozenset(words.alternatives)
        self._negations = frozenset(words.negations)
        self._nothing_else = frozenset(words.no_alternatives)
        self._agreeing = frozenset(words.agreement_words)
        self._telling = frozenset(words.source_words)
        self._yes_no = _Phrases(dict.fromkeys(words.yes_no, True))
        self._elsewhere = _Phrases(dict.fromkeys(words.elsewhere, True))
        self._openers = {phrase[0] for phrase in (*self._sought, *self._yes_no)}
        self._openers.update(words.openers)
        pronouns = {kind: frozenset(group) for kind, group in words.pronouns.items()}
        self._pointing = frozenset().union(*pronouns.values())
        self._pronouns = [(_KINDS[kind], group) for kind, group in pronouns.items() if kind in _KINDS]
        self._requests = _Phrases(dict.fromkeys(words.requests, True))
        self._leading = frozenset(words.leading)
        self._addressed = frozenset(words.addressed)

    def read(self, question: str, whole: Part | None = None) -> tuple[Part, ...]:
        """The parts of a question, in order; a part without a subject of its own is left to the one before.

        `whole` is the question as one part, where that is read already: one piece is not read twice.
        """
        pieces = self._pieces(question)
        if whole and [text for text, _ in pieces] == [whole.text]:
            return (whole,)
        parts: list[Part] = []
        for text, joined in pieces:
            read = self._part(text, parts[-1].terms.entities if parts else ())
            part = replace(read, asks=read.asks or joined)
            if part.terms.content or part.agreement or not parts:
                parts.append(part)
        return tuple(parts)

    def whole(self, question: str) -> Part:
        """The question as one part."""
        return self._part(self._without_lead(question).strip(), ())

    def points(self, part: Part) -> bool:
        """Whether a part speaks of somebody or something that it does not name."""
        return bool(self._pointing & set(part.terms.words)) and not part.terms.entities

    def halves(self, part: Part) -> Iterator[tuple[Part, Part]]:
        """The two halves of a part at each "and" in it."""
        for joint in _BETWEEN.finditer(part.text):
            first = self._part(part.text[: joint.start()], ())
            yield first, self._part(part.text[joint.end() :], first.terms.entities)

    def _without_lead(self, question: str) -> str:
        """The question without what stands before a colon, where a question opens behind it."""
        lead = _LEAD.match(question)
        opens = lead and question[lead.end() :].lower().split()[:1]
        if not lead or not opens or opens[0].removesuffix("'s") not in self._openers or self._is_opener(question):
            return question
        return question[lead.end() :]

    def _pieces(self, question: str) -> list[tuple[str, bool]]:
        """What may ask for something of its own, and whether it was joined to another question."""
        sentences = [piece for piece in _SENTENCES.split(self._without_lead(question)) if piece and piece.strip()]
        joined = [self._joined(sentence) for sentence in sentences]
        return [(text.strip(), len(pieces) > 1) for pieces in joined for text in pieces]

    def _joined(self, sentence: str) -> list[str]:
        """The sentence cut where "and" opens another question."""
        cuts = [joint for joint in _JOINTS.finditer(sentence) if self._is_opener(sentence[joint.end() :])]
        starts = [0, *(joint.end() for joint in cuts)]
        ends = [*(joint.start() for joint in cuts), len(sentence)]
        return [sentence[start:end] for start, end in zip(starts, ends, strict=True) if sentence[start:end].strip()]

    def _is_opener(self, text: str) -> bool:
        """Whether a text begins like a question: "what", "by whom", "does"."""
        plain = _PREPOSITION.sub("", text, count=1) if _PREPOSITION.match(text) else text
        first = (plain.lower().split() or [""])[0].strip(",?").replace("’", "'").removesuffix("'s")
        return first in self._openers

    def _part(self, text: str, before: tuple[str, ...]) -> Part:
        named = tuple(dict.fromkeys(found[0] for found in SOURCE.finditer(text) if found[0] in self._sources))
        words = self._terms.read(SOURCE.sub(self._blank, text)).words
        rest, agreement = self._without_agreement(words, named=bool(named))
        terms = self._terms.of((*rest, *self._meant(rest, before)))
        yes_no = self._asks_yes_no(rest, text)
        sought = None if yes_no and not self._asks_indirectly(rest) else self._kind(rest)
        return Part(
            text=text,
            terms=terms,
            sought=None if agreement and sought is Sought.PLACE else sought,
            yes_no=yes_no,
            agreement=agreement,
            source=named[0] if named and not agreement else None,
            inverted=self._is_inverted(rest),
            alternatives=any(word in self._alternatives and self._chooses(after) for word, after in pairwise(words)),
            between=named if agreement and len(named) > 1 else (),
            elsewhere=tuple(self._unheard_of(text, words)),
            asks=text.rstrip().endswith("?") or self._opens(words),
        )

    def _chooses(self, after: str) -> bool:
        """Whether what follows "or" is something else to choose; "or not" and "or what" are none."""
        return after not in self._negations and after not in self._nothing_else

    def _blank(self, found: re.Match[str]) -> str:
        """A source's number says nothing of a subject; another number may."""
        return " " if found[0] in self._sources else found[0]

    def _opens(self, words: tuple[str, ...]) -> bool:
        """Whether a question or a request opens a text, behind "and also" and the like."""
        place = next((place for place, word in enumerate(words) if word not in self._leading), len(words))
        rest = words[place:]
        return bool(rest) and (rest[0] in self._openers or self._requests.longest_at(rest, 0) is not None)

    def _unheard_of(self, text: str, words: tuple[str, ...]) -> Iterator[str]:
        """Sources that there are not, names that the world knows, capitalised words nobody knows."""
        numbers = (found[0] for found in SOURCE.finditer(text))
        yield from (number for number in numbers if number.startswith("0") and number not in self._sources)
        listed = (self._elsewhere.longest_at(words, place) for place in range(len(words)))
        yield from (" ".join(phrase) for phrase in listed if phrase)
        if sum(map(str.isupper, _INITIAL.findall(text))) < _TITLE * len(_INITIAL.findall(text)):
            yield from (name for name in _NAME.findall(text) if not self._is_heard_of(name))

    def _is_heard_of(self, name: str) -> bool:
        return any(word.startswith("@") or self._terms.knows(word) for word in self._terms.read(name).words)

    def _meant(self, words: tuple[str, ...], before: tuple[str, ...]) -> tuple[str, ...]:
        """The entity of the part before that "he" or "it" means, where the part names none of that kind itself."""
        for kinds, pronouns in self._pronouns:
            of_kind = [entity for entity in before if self._terms.kind(entity) in kinds]
            own = any(self._terms.kind(word[1:]) in kinds for word in words if word.startswith("@"))
            if of_kind and not own and any(word in pronouns for word in words):
                return (f"@{of_kind[-1]}",)
        return ()

    def _without_agreement(self, words: tuple[str, ...], *, named: bool) -> tuple[tuple[str, ...], bool]:
        """The words without those that ask whether the sources say the same; `named` tells that one was named."""
        rest: list[str] = []
        place = 0
        while place < len(words):
            phrase = self._agreement.longest_at(words, place)
            rest += () if phrase else (words[place],)
            place += len(phrase or (place,))
        if self._agreeing & set(rest) and (named or self._telling & set(rest)):
            rest = [word for word in rest if word not in self._agreeing]
        return tuple(rest), len(rest) < len(words)

    def _kind(self, words: tuple[str, ...]) -> Sought | None:
        for place in range(len(words)):
            phrase = self._sought.longest_at(words, place)
            if phrase:
                return self._sought[phrase]
        return None

    def _asks_indirectly(self, words: tuple[str, ...]) -> bool:
        """Whether a yes or no is only the polite form: "can you tell me how much", "do we know who"."""
        return bool(self._addressed & set(words[:4]))

    def _is_inverted(self, words: tuple[str, ...]) -> bool:
        auxiliaries = {phrase[0] for phrase in self._yes_no if len(phrase) == 1}
        first = next((word for word in words if word in auxiliaries or word not in self._leading), "")
        return first in auxiliaries

    def _asks_yes_no(self, words: tuple[str, ...], text: str) -> bool:
        """True where an auxiliary opens the question, or a tag closes it, and nothing else is sought."""
        opens = self._is_inverted(words)
        tagged = any(text.lower().rstrip(" ?!.").endswith(f" {' '.join(phrase)}") for phrase in self._yes_no)
        return opens or (self._kind(words) is None and (tagged or text.rstrip().endswith("?")))


class _Phrases(Generic[_T]):
    """Phrases by their first word, so that a text is gone through once."""

    def __init__(self, table: Mapping[str, _T]) -> None:
        self._values = {tuple(phrase.split()): value for phrase, value in table.items()}
        self._by_first: defaultdict[str, list[_Phrase]] = defaultdict(list)
        for phrase in sorted(self._values, key=len, reverse=True):
            self._by_first[phrase[0]].append(phrase)

    def __iter__(self) -> Iterator[_Phrase]:
        return iter(self._values)

    def __getitem__(self, phrase: _Phrase) -> _T:
        return self._values[phrase]

    def longest_at(self, words: tuple[str, ...], place: int) -> _Phrase | None:
        """The longest phrase that begins at a word."""
        own = self._by_first.get(words[place], ())
        return next((phrase for phrase in own if words[place : place + len(phrase)] == phrase), None)
