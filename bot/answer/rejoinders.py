"""What is said to a follow-up: the quotes behind the last answer, why it is so, how sure that is, what else?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.answer.chatter import chatter
from bot.answer.elements import Answer, Bullets, Chrome, Computed, Element, Heading, Line, Paragraph
from bot.answer.replies import reply, told, unknown
from bot.answer.solidity import solidity_line
from bot.answer.statements import cites, notice, quotes, silence, sourced, statement
from bot.answer.wording import listed
from bot.assertion import AssertionReader
from bot.comparison import Assertion, Comparison, DealComparison, Judgement, Verdict, judge, worst, worst_severity
from bot.comparison.entail import entails
from bot.fact import Fact, Store
from bot.question import Focus, FollowUp, Intent, Move
from bot.record import Kind

_SHOWN = 3  # facts at a time whose quotes or notices are shown; more are asked for one by one
_MORE = 5  # facts that "more" tells
_SUGGESTED = 3


def rejoin(follow: FollowUp, focus: Focus, store: Store, deal: DealComparison, assertions: AssertionReader) -> Answer:
    """What the sources say to a follow-up on what a thread was last about."""
    match follow.move:
        case Move.QUESTION:
            return _completed(follow, store, deal, assertions)
        case Move.NOD:
            return chatter(Intent.THANKS, store)
        case _ if not focus.answered:
            return unknown(follow.facts, store)
        case Move.MORE:
            return _more(focus, store, deal)
        case _:
            return _on_the_same(follow, store, deal, assertions)


def _on_the_same(follow: FollowUp, store: Store, deal: DealComparison, assertions: AssertionReader) -> Answer:
    """What is said once more of the facts that were told."""
    facts = [deal.facts[fact] for fact in follow.facts]
    match follow.move:
        case Move.SOURCES:
            return _quoted(facts, store)
        case Move.WHY:
            return _explained(follow, facts, store, deal, assertions)
        case _ if follow.assertion:
            return _judged(follow.assertion, facts[0], store, deal)
        case _:
            return _weighed(facts[0], store, deal)


def _completed(follow: FollowUp, store: Store, deal: DealComparison, assertions: AssertionReader) -> Answer:
    """A bare "when?" that is not answered is no gap in the records: nobody could tell what it asks for."""
    answer = reply(follow.parts, store, deal, assertions)
    if answer.facts and len({part.facts for part in follow.parts}) == 1:
        answer = replace(answer, title=store.facts[answer.facts[0]].question)
    telling = {part.part.text for part in follow.parts if part.part.terms.content and not part.part.source}
    return replace(answer, missing=tuple(text for text in answer.missing if text in telling))


def _quoted(facts: list[Comparison], store: Store) -> Answer:
    """Each fact with every quote behind it, by source."""
    shown, more = facts[:_SHOWN], facts[_SHOWN:]
    elements = tuple(element for fact in shown for element in _with_quotes(fact, store, several=len(facts) > 1))
    left = (Paragraph((Chrome("Ask for one of the others by its question to see its quotes."),)),) if more else ()
    return _answer(facts[0].fact.question, (*elements, *left), shown, store, _questions(more))


def _with_quotes(comparison: Comparison, store: Store, *, several: bool) -> Iterator[Element]:
    fact = comparison.fact
    if several:
        yield Heading(fact.question)
    yield Paragraph(statement(comparison, store))
    yield from quotes(fact, store)
    if quiet := silence(fact):
        yield Paragraph(quiet)


def _explained(
    follow: FollowUp, facts: list[Comparison], store: Store, deal: DealComparison, assertions: AssertionReader
) -> Answer:
    """Why the sources part; where they do not, the reason that the records give; where there is none, who says it."""
    apart = [fact for fact in facts if fact.verdict.is_disagreement][:_SHOWN]
    if apart:
        elements = tuple(notice(fact, deal, store) for fact in apart)
        reasons = tuple(part.target.wordings[0] for part in follow.parts if part.target)
        return _answer(apart[0].fact.question, elements, apart, store, reasons)
    if follow.parts:
        return reply(follow.parts, store, deal, assertions)
    lead = Paragraph((*_standing(facts[0]), Chrome(" No source gives a reason.")))
    return _answer(facts[0].fact.question, (lead, *_with_quotes(facts[0], store, several=False)), facts[:1], store)


_SURE = {
    Verdict.SINGLE_SOURCE: "Only {who} says so.",
    Verdict.AGREE: "{who} say the same.",
    Verdict.DIFFER: "Not entirely: the sources differ.",
    Verdict.DISAGREE: "No: the sources disagree.",
    Verdict.SELF_CONTRADICTION: "No: a source contradicts itself.",
}


def _standing(comparison: Comparison) -> Line:
    """Who stands behind a fact, and whether they say the same."""
    citations = cites(comparison.fact.all_claims)
    who = listed(dict.fromkeys(citation.source for citation in citations))
    return (Computed(_SURE[comparison.verdict].format(who=who), ()),)


def _weighed(comparison: Comparison, store: Store, deal: DealComparison) -> Answer:
    """The same fact again, with what its solidity rests on."""
    if not comparison.positions:
        return unknown((comparison.fact.id,), store)
    elements = (Paragraph(_standing(comparison)), *told(comparison, deal, store), Paragraph(solidity_line(comparison)))
    return _answer(comparison.fact.question, elements, [comparison], store)


def _judged(assertion: Assertion, comparison: Comparison, store: Store, deal: DealComparison) -> Answer:
    """The same fact again, with what its claims make of the value that somebody holds against it."""
    elements = (Paragraph((Computed(_verdict(assertion, comparison), ()),)), *told(comparison, deal, store))
    return _answer(comparison.fact.question, elements, [comparison], store)


def _verdict(assertion: Assertion, comparison: Comparison) -> str:
    """A figure that a source gives beside another of its own is given, though it is no position."""
    fact, found = comparison.fact, judge(assertion, comparison)
    given = any(entails(claim.value, assertion.value, fact) for claim in fact.all_claims)
    if found is Judgement.SUPPORTED:
        return "Yes, so the sources say."
    if given and not assertion.denied:
        return "The sources differ on that; this is what each of them says."
    return f"No source {_GIVES.get(fact.kind, 'says so')}; this is what they say."


_GIVES = {
    Kind.MONEY: "gives that figure",
    Kind.PERCENT: "gives that figure",
    Kind.NUMBER: "gives that figure",
    Kind.DATE: "gives that date",
}


def _more(focus: Focus, store: Store, deal: DealComparison) -> Answer:
    """What else the sources say about whom and what the thread is about, and has not heard."""
    heard = {*focus.told, *focus.facts}
    fresh = [deal.facts[fact.id] for fact in _beside(focus, store) if fact.id not in heard]
    spoken = [comparison for comparison in fresh if comparison.positions]
    if not spoken:
        end = Paragraph((Chrome("That is all that I have on this."),))
        return Answer("Nothing more", (end,), answered=False, suggestions=store.deal.prompts[:_SUGGESTED])
    shown = spoken[:_MORE]
    points = Bullets(tuple(statement(comparison, store) for comparison in shown))
    return _answer("More on this", (points,), shown, store, _questions(spoken[_MORE:]))


def _beside(focus: Focus, store: Store) -> list[Fact]:
    """Facts that share most with the last one come first: its subject and whom it is about, then each entity."""
    last = store.facts[focus.facts[0]] if focus.facts else None
    about = set(last.about if last else ()) | set(focus.entities[:1])

    def apart(fact: Fact) -> tuple[bool, int, int]:
        return last is None or fact.subject != last.subject, -len(about & set(fact.about)), len(fact.about)

    return sorted((fact for fact in store.facts.values() if about & set(fact.about)), key=apart)


def _questions(facts: list[Comparison]) -> tuple[str, ...]:
    return tuple(comparison.fact.question for comparison in facts[:_SUGGESTED])


def _answer(
    title: str, elements: tuple[Element, ...], facts: list[Comparison], store: Store, suggestions: tuple[str, ...] = ()
) -> Answer:
    answer = Answer(
        title=title,
        elements=elements,
        facts=tuple(comparison.fact.id for comparison in facts),
        verdict=worst(comparison.verdict for comparison in facts if comparison.positions),
        severity=worst_severity(comparison.severity for comparison in facts),
        suggestions=suggestions,
    )
    return sourced(answer, store)
