"""Which facts does a clause speak of, and what does it assert on each?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.assertion import AssertionReader
from bot.commonness import zipf
from bot.comparison import Assertion
from bot.fact import Store
from bot.question import Asker
from bot.question.rank import subject_words
from bot.statement.clauses import Clause
from bot.statement.figures import FigureLinker
from bot.statement.phrases import PhraseLinker
from bot.statement.subject import SubjectReader
from bot.store import Language
from bot.terms import stem

_SPECIFIC = 3.9  # weight from which a word that no fact accounts for leaves a clause uncovered
_COMMON = 5.2  # Zipf scale: words that every other text holds
_FEW = 3  # facts that come nearest


@dataclass(frozen=True)
class Linked:
    """What a clause asserts, on which facts; `strange` are specific words that none of these facts accounts for."""

    assertions: tuple[Assertion, ...]
    strange: tuple[str, ...]
    nearest: tuple[str, ...]
    entities: tuple[str, ...]


class Linker:
    """Links clauses with the facts of one store."""

    def __init__(self, store: Store, language: Language, asker: Asker, assertions: AssertionReader) -> None:
        self._terms = asker.terms
        self._reader = asker.reader
        self._index = asker.index
        self._ranker = asker.ranker
        self._assertions = assertions
        self._subjects = SubjectReader(store, asker, language.words.questions)
        self._figures = FigureLinker(store, language, asker, assertions, self._subjects)
        self._phrases = PhraseLinker(store, asker, assertions, self._subjects)
        modal = language.words.language.modal.values()
        self._empty = frozenset(word for group in (*modal, language.words.statements.attributions) for word in group)
        self._places = {profile.target.id: place for place, profile in enumerate(asker.index.profiles)}

    def link(self, clause: Clause, before: tuple[str, ...], opening: Linked | None = None) -> Linked:
        """What a clause asserts; `before` are the entities of the clause before, which a pronoun may mean.

        `opening` is what its first part was found to assert alone, which the longer text must not hide.
        """
        part = self._subjects.part(clause.text, before)
        fits = self._ranker.rank(part)
        found, unlinked = self._figures.link(clause.text, fits, before)
        found = _more(found, self._phrases.link(clause.text, part, fits))
        found = _more(found, opening.assertions if opening else ())
        again = None if found or unlinked else self._phrases.said_again(clause.text, fits)
        found = (again,) if again else found
        strange = self._strange(clause.text, {item.fact for item in found}) if found else ()
        entities = dict.fromkeys((*self._terms.read(clause.text).entities, *before))
        nearest = dict.fromkeys(fact for fit in fits[:_FEW] for fact in fit.target.facts)
        return Linked(_credited(found, clause.sources), (*unlinked, *strange), tuple(nearest)[:_FEW], tuple(entities))

    def goes_on(self, clause: Clause) -> bool:
        """True for a piece that only goes on with what stands before it: names, or one more word ("and OpenAI")."""
        content = self._terms.read(clause.text).content
        named = sum(word.startswith("@") for word in content)
        return len(content) == max(named, 1)

    def _strange(self, text: str, facts: set[str]) -> tuple[str, ...]:
        """Specific words of a text that none of the facts accounts for; what is common in English is none."""
        places = [self._places[fact] for fact in facts]
        terms = self._reader.whole(self._assertions.without_figures(text)).terms
        subjects = set(subject_words(terms))
        return tuple(
            word
            for word in dict.fromkeys(terms.words)
            if (own := stem(word)) in subjects
            and not word.startswith("@")
            and word not in self._empty
            and zipf(word) < _COMMON
            and self._index.weight(own) >= _SPECIFIC
            and not any(self._index.accounted(own, place) for place in places)
        )


def _more(found: tuple[Assertion, ...], others: Iterable[Assertion]) -> tuple[Assertion, ...]:
    """What is found, and what else is asserted on other facts."""
    known = {item.fact for item in found}
    return (*found, *(item for item in others if item.fact not in known))


def _credited(found: Iterable[Assertion], sources: tuple[str, ...]) -> tuple[Assertion, ...]:
    """What is asserted, once for each source that is credited with it."""
    by_source = (replace(item, source=source) for item in found for source in sources or (None,))
    return tuple(dict.fromkeys(by_source))
