"""Where does one assertion of a text end and the next begin?

A text is cut at sentence ends and at joints ("but", "and", "which" …). Whether a piece stands for itself is decided
later: what asserts nothing of its own is read together with the piece before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.record import Source, StatementWords
from bot.statement.voices import NOBODY, VoiceReader, Voices
from bot.store import Language

_SENTENCE = r"(?<=[.!?])\s+(?=[\"'“(]?[A-Z0-9@$])|[;\n]+|\s[–—]\s"
_LABEL = re.compile(r"^\s*([^:]{1,40}):\s+(?=\S)")
_FIGURE = re.compile(r"\d")
MARKS = " ,\t\r\f\v"  # what stands between pieces and belongs to none
_ENDS = ".!?:" + MARKS


@dataclass(frozen=True)
class Clause:
    """A piece of a text.

    `written` is the piece as it stands in the text, marks around it included; `text` what is left of it to be
    checked, without the names of sources; `sources` are whom it credits; `sentence` counts from 0; `voices` are who
    else is said to speak so. A clause is `broken` where an insertion parts whom it tells of from what it tells; its
    text has both, `rest` only what stands behind the insertion.
    """

    written: str
    text: str
    sources: tuple[str, ...]
    sentence: int
    voices: Voices = NOBODY
    rest: str = ""

    @property
    def broken(self) -> bool:
        """True for a clause that goes on behind an insertion."""
        return bool(self.rest)

    @property
    def behind(self) -> Clause:
        """The clause without what stands before the insertion."""
        return replace(self, text=self.rest or self.text, rest="")

    def joined(self, other: Clause) -> Clause:
        """The clause together with the piece that follows it in its sentence."""
        mark = "," if other.written.lstrip().startswith(",") else ""
        voices = self.voices if self.voices != NOBODY else other.voices
        text = f"{self.text}{mark} {other.text}"
        return replace(self, written=self.written + other.written, text=text, voices=voices)


class ClauseReader:
    """Cuts texts into clauses."""

    def __init__(
        self, words: StatementWords, sources: Mapping[str, Source], language: Language, credited: Iterable[str] = ()
    ) -> None:
        self._language = language
        self._voices = VoiceReader(words, sources, tuple(credited))
        short = "".join(rf"(?<!\b(?i:{re.escape(title)}))" for title in words.titles)
        self._sentence = re.compile(f"{short}{_SENTENCE}")
        self._lead_in = re.compile(rf"^\s*(?:{_either(words.lead_ins)})\b[\s,:]*", re.IGNORECASE)
        onward = rf"(?!(?:{_either(words.continuations)})\b)"
        joints = rf"(?:,\s*|\s+)(?:{_either(words.joints)})\s+|,\s+{onward}|\s+(?=\()"
        self._joint = re.compile(joints, re.IGNORECASE)
        self._insertion = re.compile(rf"\s*,\s*(?:{_either(words.articles)})\s", re.IGNORECASE)
        self._goes_on = re.compile(rf"\s*,\s*(?!(?:{_either((*words.joints, *words.continuations))})\b)[a-z]")
        self._opening = re.compile(rf"(?:{_either(words.joints)})?", re.IGNORECASE)
        self._ids = {name: source.id for source in sources.values() for name in (source.id, source.label)}
        # As printed: "catching up" is no label, and the end of "10,000" is no id.
        name = rf"\[?(?<![\w$€£])(?<!\d[.,])(?:{_either(self._ids)})(?!\w|[.,]\d|%)\]?"
        self._named = re.compile(name)
        listed = rf"{name}(?:(?:\s*,)?\s*(?:\b(?:and|or)\b\s*|&\s*)?{name})*"
        credit = rf"\b(?i:{_either(words.attributions)})\b"
        self._credit = re.compile(rf"(?:{credit}\s+)?{listed}(?:\s+{credit})?")

    def read(self, text: str) -> tuple[Clause, ...]:
        """The clauses of a text in order, without what leads in."""
        sentences = (part for part in self._sentence.split(text) if part and part.strip())
        found = (clause for number, sentence in enumerate(sentences) for clause in self._clauses(sentence, number))
        return tuple(clause for clause in found if clause.text.strip(_ENDS))

    def _clauses(self, sentence: str, number: int) -> Iterator[Clause]:
        """The pieces of a sentence; one that credits nobody goes by the nearest before, or by one behind all."""
        pieces = self._with_credits(self._pieces(self._without_lead(sentence)))
        own = [self._credited(piece) for piece in pieces]
        behind = [() if self._opens_with_credit(piece) else sources for piece, sources in zip(pieces, own, strict=True)]
        for place, piece in enumerate(pieces):
            nearest = (sources for sources in (*own[place::-1], *behind[place:]) if sources)
            text = self._without_source(self._voices.without(piece))
            broken = self._is_broken(pieces, place)
            whole = f"{self._without_source(pieces[place - 2])} {text}" if broken else text
            rest = text if broken else ""
            yield Clause(piece, whole, next(nearest, ()), number, self._voices.read(piece), rest)

    def _is_broken(self, pieces: list[str], place: int) -> bool:
        """True for what goes on behind ", a co-founder of Uber Eats,", which tells of the same as the sentence."""
        inserted = place > 1 and self._insertion.match(pieces[place - 1]) is not None
        return inserted and self._goes_on.match(pieces[place]) is not None

    def _opens_with_credit(self, piece: str) -> bool:
        """True for "but according to 001, …", which credits nothing that comes before it."""
        credit = self._credit.search(piece)
        return credit is not None and self._opening.fullmatch(piece[: credit.start()].strip(MARKS)) is not None

    def _with_credits(self, pieces: Iterable[str]) -> list[str]:
        """The pieces, where one that only credits goes with the next if it leads to it, or else with the last."""
        kept: list[str] = []
        ahead = ""
        for piece in pieces:
            said = self._without_source(piece).strip(_ENDS)
            if self._opening.fullmatch(said) and (said or not kept):
                ahead += piece
            elif said:
                kept.append(ahead + piece)
                ahead = ""
            else:
                kept[-1] += piece
        return [*kept[:-1], "".join((*kept[-1:], ahead))]

    def _credited(self, text: str) -> tuple[str, ...]:
        """The sources that a text names."""
        return tuple(dict.fromkeys(self._ids[hit[0].strip("[]")] for hit in self._named.finditer(text)))

    def _without_source(self, text: str) -> str:
        """A text without the words that credit a source, which assert nothing."""
        return self._credit.sub(" ", text).strip(MARKS)

    def _without_lead(self, sentence: str) -> str:
        label = _LABEL.match(sentence)
        if label and not _FIGURE.search(label[1]) and len(label[1].split()) <= 6:  # noqa: PLR2004 # a label is short
            sentence = sentence[label.end() :]
        return self._lead_in.sub("", sentence)

    def _pieces(self, sentence: str) -> list[str]:
        """The pieces between joints, each with the joint that opens it, so that nothing of the text is lost."""
        inside = self._figures(sentence)
        joints = [joint.start() for joint in self._joint.finditer(sentence)]
        cuts = [0, *(place for place in joints if not any(a <= place < b for a, b in inside)), len(sentence)]
        return [sentence[a:b] for a, b in pairwise(cuts)]

    def _figures(self, sentence: str) -> list[tuple[int, int]]:
        """Where figures, dates and lists of sources stand; "and" and commas within them are no joints."""
        figures = [(hit.start, hit.end) for hit in self._language.quantities.read(sentence)]
        dates = [(hit.start, hit.end) for hit in self._language.dates.read(sentence)]
        return [*figures, *dates, *(credit.span() for credit in self._credit.finditer(sentence))]


def _either(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
