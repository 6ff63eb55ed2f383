"""What do the sources make of each clause of a statement?

Every figure, date, name and telling phrase of a clause is linked to the fact it speaks of and read into the value that
the fact's claims have; the directional rule then judges it. A specific word that no linked fact accounts for leaves
the clause not covered, whatever else in it is borne out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from bot.comparison import Assertion, Comparison, Judgement, judge
from bot.fact import Store
from bot.statement.cast import Cast
from bot.statement.clauses import MARKS, Clause, ClauseReader
from bot.statement.foretold import Forecasts
from bot.statement.link import Linked, Linker
from bot.statement.subject import Before
from bot.statement.voices import Voices
from bot.store import Language

LONGEST = 4_000  # characters of a text that are checked
MOST = 40  # clauses of a text that are checked


@dataclass(frozen=True)
class CheckedAssertion:
    """One thing asserted and what the claims make of it.

    `foretold` is True where the sources only expect what is told as done; `silent` are those that are said to speak
    so and do not speak on it.
    """

    assertion: Assertion
    judgement: Judgement
    foretold: bool = False
    silent: tuple[str, ...] = ()


@dataclass(frozen=True)
class CheckedClause:
    """A clause with what it asserts.

    `strange` are specific words that no fact accounts for, `outsiders` those of whom no source says it.
    """

    text: str
    found: tuple[CheckedAssertion, ...]
    strange: tuple[str, ...]
    nearest: tuple[str, ...]
    outsiders: tuple[str, ...] = ()

    @property
    def judgement(self) -> Judgement:
        """The worst of what is asserted; not covered where a part of it is."""
        partly = self.strange or self.outsiders or not self.found
        found = Judgement.NOT_COVERED if partly else Judgement.SUPPORTED
        for item in self.found:
            found = found.worse(item.judgement)
        return found

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that the clause speaks of."""
        return tuple(dict.fromkeys(item.assertion.fact for item in self.found))


@dataclass(frozen=True)
class Checked:
    """A text with its clauses; `unchecked` is what lies beyond the limits."""

    clauses: tuple[CheckedClause, ...]
    unchecked: str = ""

    @property
    def judgement(self) -> Judgement:
        """The worst of all clauses; not covered for a text without any."""
        found = Judgement.SUPPORTED if self.clauses else Judgement.NOT_COVERED
        for clause in self.clauses:
            found = found.worse(clause.judgement)
        return found


class Checker:
    """Checks texts against one store."""

    def __init__(self, store: Store, comparisons: Mapping[str, Comparison], linker: Linker, language: Language) -> None:
        self._comparisons = comparisons
        self._linker = linker
        self._cast = Cast(store, linker.terms)
        self._sources = tuple(sorted(store.sources))
        self._forecasts = Forecasts(language.words)
        credited = {claim.according_to for claim in store.claims() if claim.according_to}
        self._clauses = ClauseReader(language.words.statements, store.sources, language, sorted(credited))

    def check(self, text: str) -> Checked:
        """The clauses of a text, in order, each checked, and what is too long to be."""
        clauses = self._clauses.read(text[:LONGEST])
        beyond = _together(clauses[MOST:])
        merged = tuple(self._merged(clauses[:MOST]))
        return Checked(tuple(self._judged(clause, linked) for clause, linked in merged), beyond + text[LONGEST:])

    def bears(self, text: str) -> bool:
        """True where the sources bear a text as it stands."""
        return self.check(text).judgement is Judgement.SUPPORTED

    def _merged(self, clauses: tuple[Clause, ...]) -> Iterator[tuple[Clause, Linked]]:
        """Pieces that assert nothing of their own are read with the piece before them.

        What stands behind an insertion that asserts something asserts something else, or nothing that is known.
        """
        kept: list[tuple[Clause, Linked]] = []
        for clause in clauses:
            if clause.broken and kept and kept[-1][1].assertions:
                kept.append((clause, self._linker.link(clause, _behind(kept, clause))))
            else:
                self._take(kept, clause.behind)
        yield from kept

    def _take(self, kept: list[tuple[Clause, Linked]], clause: Clause) -> None:
        """Put a clause behind those before it, or into the last where one of the two asserts nothing."""
        linked = self._linker.link(clause, _behind(kept, clause))
        if kept and kept[-1][0].sentence == clause.sentence and not self._stand_apart(clause, linked, kept[-1][1]):
            opening, before = kept.pop()
            whole = opening.joined(clause)
            linked = self._linker.link_whole(whole, _behind(kept, whole), before, clause, linked)
            kept.append((whole, linked))
        else:
            kept.append((clause, linked))

    def _stand_apart(self, clause: Clause, linked: Linked, before: Linked) -> bool:
        """True where a clause and the one before it assert something each."""
        return bool(linked.assertions and before.assertions) and not self._linker.goes_on(clause)

    def _judged(self, clause: Clause, linked: Linked) -> CheckedClause:
        played = self._cast.played(clause.text, linked.assertions, linked.behind.entities)
        found = tuple(self._weighed(item, clause) for item in played.assertions)
        return CheckedClause(clause.written.strip(MARKS), found, linked.strange, linked.nearest, played.outsiders)

    def _weighed(self, assertion: Assertion, clause: Clause) -> CheckedAssertion:
        """An assertion with what the claims make of it, of those whom the clause means."""
        comparison, voices = self._comparisons[assertion.fact], clause.voices
        if voices.counted and assertion.source is None:
            return self._by_each(assertion, voices)
        assertion = replace(assertion, credited=voices.credited)
        judgement = judge(assertion, comparison)
        foretold = judgement is Judgement.SUPPORTED and self._forecasts.told_as_done(clause.text, comparison.fact)
        return CheckedAssertion(assertion, Judgement.NOT_COVERED if foretold else judgement, foretold)

    def _by_each(self, assertion: Assertion, voices: Voices) -> CheckedAssertion:
        """What each source makes of it; where some are said to speak so, as many must as are said."""
        comparison = self._comparisons[assertion.fact]
        made = {source: judge(replace(assertion, source=source), comparison) for source in self._sources}
        speaking = tuple(source for source in self._sources if comparison.fact.claims.get(source))
        if voices.none:
            heard = Judgement.SUPPORTED in made.values()
            return CheckedAssertion(assertion, Judgement.CONTRADICTED if heard else Judgement.NOT_COVERED)
        meant = voices.meant(speaking, self._sources)
        if meant is None:
            bearing = sum(judgement is Judgement.SUPPORTED for judgement in made.values())
            enough = bearing >= (voices.count or 0)
            return CheckedAssertion(assertion, Judgement.SUPPORTED if enough else Judgement.NOT_COVERED)
        found = Judgement.SUPPORTED if voices.count in (None, len(meant)) else Judgement.NOT_COVERED
        for source in meant:
            found = found.worse(made[source])
        return CheckedAssertion(assertion, found, silent=tuple(source for source in meant if source not in speaking))


def _together(clauses: tuple[Clause, ...]) -> str:
    """The text of clauses, its sentences apart."""
    sentences: dict[int, str] = {}
    for clause in clauses:
        sentences[clause.sentence] = sentences.get(clause.sentence, "") + clause.written
    return " ".join(sentences.values())


def _behind(kept: list[tuple[Clause, Linked]], clause: Clause) -> Before:
    """What a clause may go on with: of the sentence before only whom and what it spoke of, not its words."""
    if not kept:
        return Before()
    last, linked = kept[-1]
    return linked.behind if last.sentence == clause.sentence else linked.behind.elsewhere
