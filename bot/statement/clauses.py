"""Where does one assertion of a text end and the next begin?

A text is cut at sentence ends and at joints ("but", "and", "which" …). Whether a piece stands for itself is decided
later: what asserts nothing of its own is read together with the piece before it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.record import Source, StatementWords
from bot.store import Language

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[\"'“(]?[A-Z0-9@$])|[;\n]+|\s[–—]\s")
_LABEL = re.compile(r"^\s*([^:]{1,40}):\s+(?=\S)")
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True)
class Clause:
    """A piece of a text; `sources` are whom it credits, `sentence` counts from 0."""

    text: str
    sources: tuple[str, ...]
    sentence: int

    def joined(self, other: Clause) -> Clause:
        """The clause together with the piece behind it."""
        return replace(self, text=f"{self.text} {other.text}")


class ClauseReader:
    """Cuts texts into clauses."""

    def __init__(self, words: StatementWords, sources: Mapping[str, Source], language: Language) -> None:
        self._language = language
        openings = sorted(words.lead_ins, key=len, reverse=True)
        self._lead_in = re.compile(rf"^\s*(?:{_either(openings)})\b[\s,:]*", re.IGNORECASE)
        self._joint = re.compile(rf"(?:,\s*|\s+)(?:{_either(words.joints)})\s+|,\s+", re.IGNORECASE)
        names = [name for source in sources.values() for name in (source.id, source.label)]
        self._ids = {name.casefold(): source.id for source in sources.values() for name in (source.id, source.label)}
        self._named = re.compile(rf"\[?\b(?:{_either(names)})\b\]?", re.IGNORECASE)

    def read(self, text: str) -> tuple[Clause, ...]:
        """The clauses of a text in order, without what leads in."""
        found: list[Clause] = []
        for number, sentence in enumerate(part for part in _SENTENCE.split(text) if part and part.strip()):
            whole = self._credited(sentence)
            pieces = self._pieces(self._without_lead(sentence))
            found += [Clause(self._without_source(piece), self._credited(piece) or whole, number) for piece in pieces]
        return tuple(clause for clause in found if clause.text)

    def _credited(self, text: str) -> tuple[str, ...]:
        """The sources that a text names."""
        return tuple(dict.fromkeys(self._ids[hit[0].strip("[]").casefold()] for hit in self._named.finditer(text)))

    def _without_source(self, text: str) -> str:
        """A text without the names of sources, which assert nothing."""
        return self._named.sub(" ", text).strip(" ,")

    def _without_lead(self, sentence: str) -> str:
        label = _LABEL.match(sentence)
        if label and not _FIGURE.search(label[1]) and len(label[1].split()) <= 4:  # noqa: PLR2004 # a label is short
            sentence = sentence[label.end() :]
        return self._lead_in.sub("", sentence)

    def _pieces(self, sentence: str) -> list[str]:
        """The pieces between joints, each with the joint that opens it, so that nothing of the text is lost."""
        inside = self._figures(sentence)
        joints = [joint.start() for joint in self._joint.finditer(sentence)]
        cuts = [0, *(place for place in joints if not any(a <= place < b for a, b in inside)), len(sentence)]
        return [piece for a, b in pairwise(cuts) if (piece := sentence[a:b].strip(" ,"))]

    def _figures(self, sentence: str) -> list[tuple[int, int]]:
        """Where figures and dates stand; "and" and commas within them are no joints."""
        figures = [(hit.start, hit.end) for hit in self._language.quantities.read(sentence)]
        return figures + [(hit.start, hit.end) for hit in self._language.dates.read(sentence)]


def _either(phrases: tuple[str, ...] | list[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
