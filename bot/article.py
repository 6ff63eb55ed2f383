"""How is an article's text cut into paragraphs and sentences, and when is a quote verbatim?

The articles are not part of the repository; this module only says how any copy of one is read. A paragraph is a
non-blank line, a sentence is numbered within its paragraph, both from 1. Quotes are compared after `normalise`.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_QUOTES = {ord(mark): '"' for mark in "“”„«»"} | {ord(mark): "'" for mark in "‘’‚`´"}
_REFERENCE = re.compile(r"\[\d+\]")
_BULLET = re.compile(r"^\s*(?:[-*•·]\s+)+")
_BARS = re.compile(r"\|+")
_SPACES = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"""(?<=[.!?])(?:["'”’)]*)(?:\[\d+\])*\s+(?=["'“‘(]?[A-Z0-9])|\s*\|\|+\s*""")


@dataclass(frozen=True)
class Article:
    """One article as it lies on disk."""

    name: str
    sha256: str
    paragraphs: tuple[str, ...]

    @cached_property
    def normalised(self) -> tuple[str, ...]:
        """The paragraphs, normalised, in order."""
        return tuple(normalise(paragraph) for paragraph in self.paragraphs)

    def paragraph(self, number: int) -> str | None:
        """The normalised text of paragraph `number` (from 1), or None where there is none."""
        return self.normalised[number - 1] if 0 < number <= len(self.paragraphs) else None


def read_article(path: Path) -> Article:
    """Read one article file (UTF-8)."""
    data = path.read_bytes()
    lines = data.decode("utf-8").splitlines()
    return Article(path.name, hashlib.sha256(data).hexdigest(), tuple(line for line in lines if line.strip()))


def sentences(paragraph: str) -> tuple[str, ...]:
    """The sentences of one paragraph as written; a table's rows (`||`) count as sentences."""
    return tuple(part.strip() for part in _SENTENCE_END.split(paragraph) if part and _has_words(part))


def normalise(text: str) -> str:
    """`tidy`, in lower case: the form in which quotes are compared."""
    return tidy(text).casefold()


def tidy(text: str) -> str:
    """NFKC, one kind of quote, dash and space; `[n]` marks, leading bullets and table bars dropped; case is kept."""
    text = unicodedata.normalize("NFKC", text).translate(_QUOTES | _DASHES)
    text = _SPACES.sub(" ", _BARS.sub(" ", _REFERENCE.sub("", text)))
    return _BULLET.sub("", text).strip()


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)
