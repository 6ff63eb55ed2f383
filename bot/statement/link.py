"""Which facts does a clause speak of, and what does it assert on each?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.assertion import AssertionReader
from bot.comparison import Assertion
from bot.fact import Store
from bot.question import Asker
from bot.statement.clauses import Clause
from bot.statement.figures import FigureLinker, Figures
from bot.statement.phrases import PhraseLinker
from bot.statement.subject import Before, Subject, SubjectReader
from bot.store import Language
from bot.terms import stem

_FEW = 3  # facts that come nearest


@dataclass(frozen=True)
class Linked:
    """What a clause asserts, on which facts; `strange` are specific words that none of these facts accounts for.

    `behind` is what the next clause may go on with.
    """

    assertions: tuple[Assertion, ...]
    strange: tuple[str, ...]
    nearest: tuple[str, ...]
    behind: Before


class Linker:
    """Links clauses with the facts of one store."""

    def __init__(self, store: Store, language: Language, asker: Asker, assertions: AssertionReader) -> None:
        self.terms = asker.terms
        words = language.words.statements
        self._joining = {word for phrase in (*words.joints, *words.continuations) for word in phrase.split()}
        self._assertions = assertions
        self._subjects = SubjectReader(store, asker, language.words)
        self._figures = FigureLinker(store, language, asker, assertions, self._subjects)
        self._phrases = PhraseLinker(store, asker, assertions, self._subjects, language.words)

    def link(self, clause: Clause, before: Before) -> Linked:
        """What a clause asserts."""
        return self._linked(self._subjects.read(clause, before), ())

    def link_whole(self, whole: Clause, before: Before, opening: Linked, rest: Clause, alone: Linked) -> Linked:
        """What a clause asserts that was read in two: the longer text must not hide what a piece asserts alone.

        Where the rest only goes on with the opening, what the whole asserts says more than the pieces did.
        """
        subject = self._subjects.read(whole, before)
        pieces = (*opening.assertions, *alone.assertions)
        linked = self._linked(subject, () if self.goes_on(rest) else pieces)
        return linked if linked.assertions else self._linked(subject, pieces)

    def goes_on(self, clause: Clause) -> bool:
        """True for a piece that only goes on with what stands before it: names, or one more word ("and OpenAI")."""
        terms = self.terms.read(clause.text)
        named = sum(word.startswith("@") for word in terms.content)
        few = len(terms.content) == max(named, 1)
        return few and all(word in self._joining or stem(word) in terms.content for word in terms.words)

    def _linked(self, subject: Subject, pieces: tuple[Assertion, ...]) -> Linked:
        figures = self._figures.link(subject)
        found = _more(figures.linked, self._phrases.link(subject, figures))
        found = _more(found, pieces)
        again = None if found or figures.unlinked else self._phrases.said_again(subject)
        found = (again,) if again else found
        if found and (pieces or self._strange(subject.text, found)):
            found = _more(found, self._phrases.link(self._subjects.without(subject, _facts(found)), Figures()))
        strange = self._strange(subject.text, found)
        nearest = tuple(dict.fromkeys(fact for fit in subject.fits[:_FEW] for fact in fit.target.facts))[:_FEW]
        behind = self._behind(subject, found)
        return Linked(_credited(found, subject.clause.sources), (*figures.unlinked, *strange), nearest, behind)

    def _behind(self, subject: Subject, found: tuple[Assertion, ...]) -> Before:
        terms = self.terms.read(subject.text)
        entities = dict.fromkeys((*terms.entities, *subject.before.entities))
        return Before(tuple(entities), _facts(found), (terms, *subject.before.terms))

    def _strange(self, text: str, found: tuple[Assertion, ...]) -> tuple[str, ...]:
        facts = _facts(found)
        return self._subjects.leftovers.of(self._assertions.without_figures(text), facts) if found else ()


def _facts(found: Iterable[Assertion]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.fact for item in found))


def _more(found: tuple[Assertion, ...], others: Iterable[Assertion]) -> tuple[Assertion, ...]:
    """What is found, and what else is asserted on other facts."""
    known = {item.fact for item in found}
    return (*found, *(item for item in others if item.fact not in known))


def _credited(found: Iterable[Assertion], sources: tuple[str, ...]) -> tuple[Assertion, ...]:
    """What is asserted, once for each source that is credited with it."""
    by_source = (replace(item, source=source) for item in found for source in sources or (None,))
    return tuple(dict.fromkeys(by_source))
