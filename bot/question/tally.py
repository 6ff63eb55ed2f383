"""What do the records' wordings come to, in plain data that can be kept from one run to the next?"""

from __future__ import annotations

import inspect
import marshal
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import Stemmer

from bot.article import normalise
from bot.question.odds import Gains, weighed
from bot.question.target import Target
from bot.terms import TermReader

# A tally is what the modules of these, and this one, make of texts.
_MAKERS: tuple[Callable[..., object], ...] = (normalise, TermReader, weighed)

Wording = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True)
class Tally:
    """Words by how often the records spell them, stems by how many targets know them, wordings by the place of theirs.

    `knowledge` holds what each target knows, packed, since few targets come near a question; `gains` and `usual` are
    what the odds are told from.
    """

    spelled: dict[str, int]
    spread: dict[str, int]
    exact: dict[str, int]
    knowledge: tuple[bytes, ...]
    gains: Gains
    usual: list[float]

    @property
    def plain(self) -> tuple[Any, ...]:
        """The same in built-in types alone; `Tally(*plain)` brings it back."""
        return self.spelled, self.spread, self.exact, self.knowledge, self.gains, self.usual


@dataclass(frozen=True)
class Knowledge:
    """What a target knows: in how many of its wordings a stem stands, the stems beside them, and each wording.

    A wording is all its stems, and those that carry its subject.
    """

    counts: dict[str, int]
    beside: frozenset[str]
    asked: Sequence[Wording]


def tally(targets: Sequence[Target], terms: TermReader, others: Iterable[str] = ()) -> Tally:
    """Go through all wordings once; `others` are texts whose words are spelled right, too."""
    own = (text for target in targets for text in (*target.wordings, *target.beside))
    spelled = terms.count((*own, *others))
    known = [_knowledge(target, terms) for target in targets]
    gains, usual = weighed([stems for stems, _ in knowledge.asked] for knowledge in known)
    return Tally(
        spelled=spelled,
        spread=dict(Counter(word for knowledge in known for word in {*knowledge.counts, *knowledge.beside})),
        exact={key(stems): place for place, knowledge in enumerate(known) for stems, _ in knowledge.asked},
        knowledge=tuple(map(_packed, known)),
        gains=gains,
        usual=usual,
    )


def made_by() -> str:
    """What a tally rests on besides the texts: the code that makes it."""
    files = [__file__, *(inspect.getfile(maker) for maker in _MAKERS)]
    return "\n".join([Stemmer.version(), *(Path(file).read_text("utf-8") for file in files)])


def key(stems: Iterable[str]) -> str:
    """A text as it is found again; no stem holds a space."""
    return " ".join(stems)


def unpacked(packed: bytes) -> Knowledge:
    """What a target knows."""
    counts, beside, asked = marshal.loads(packed)  # noqa: S302 # our own bytes, and whoever keeps them checks that
    return Knowledge(counts, frozenset(beside), asked)


def _knowledge(target: Target, terms: TermReader) -> Knowledge:
    read = [terms.read(wording, mend=False) for wording in target.wordings]
    counts = Counter(word for own in read for word in set(own.content))
    beside = frozenset(word for text in target.beside for word in terms.read(text, mend=False).content)
    return Knowledge(dict(counts), beside, [(own.stems, own.content) for own in read])


def _packed(knowledge: Knowledge) -> bytes:
    plain: tuple[Any, ...] = (knowledge.counts, tuple(knowledge.beside), knowledge.asked)
    return marshal.dumps(plain)
