"""Why does a verdict stand? One line for each, with the figures that it follows from."""

from __future__ import annotations

from decimal import Decimal

from bot.answer.elements import Computed, Line
from bot.answer.wording import held_text, listed, says, sentence, value_text, within
from bot.comparison import (
    Arithmetic,
    Breach,
    Comparison,
    DealComparison,
    Held,
    Pair,
    Reason,
    Relation,
    Verdict,
)
from bot.comparison.pair import narrower
from bot.fact import Citation, Fact, Store, Value
from bot.record import Product, Ratio, Stage
from bot.value import Interval, Quantity, Reading
from bot.value.written import write_interval, write_number, write_percent


def reason_line(comparison: Comparison, deal: DealComparison, store: Store) -> Line:
    """Why the fact's verdict is what it is, in one sentence."""
    breaches = [b for b in deal.breaches_of(comparison.fact.id) if _is_own(b, comparison)]
    if breaches and not _clash(comparison):
        return (breach_span(breaches[0], deal, store),)
    pair = comparison.deciding
    if pair is None:
        return ()
    return (Computed(sentence(_pair_text(pair, comparison, store)), _proof(pair, comparison)),)


def arithmetic_line(item: Arithmetic) -> Line:
    """A product or ratio worked out, and whether the stated figure fits it."""
    if isinstance(item.law, Ratio):
        return (_ratio_span(item, item.law),)
    unit = item.stated.value.unit if isinstance(item.stated.value, Quantity) else ""
    inputs = " × ".join(_input(held) for held in item.inputs)
    centre = write_number(item.centre, unit)
    return (Computed(f"{inputs} comes to about {centre}; {_fit(item)}", item.citations),)


def _ratio_span(item: Arithmetic, law: Ratio) -> Computed:
    """How many times the earlier figure the later one is, and whether that is what the ratio word says."""
    start, end = _middle(item.inputs[0]), _middle(item.stated)
    times = write_number(end / start, "") if start else "?"
    judged = f"“{law.factor}” fits" if item.fits else f"“{law.factor}” does not fit"
    text = f"{_input(item.stated)} is about {times} times {_input(item.inputs[0])}; {judged}."
    return Computed(sentence(text), item.citations)


def _middle(held: Held) -> Decimal:
    interval = held.value.interval if isinstance(held.value, Quantity) else None
    ends = [end for end in (interval.low, interval.high) if end is not None] if interval else []
    return sum(ends, Decimal(0)) / len(ends) if ends else Decimal(0)


def breach_span(breach: Breach, deal: DealComparison, store: Store) -> Computed:
    """What somebody's words would mean, and who says otherwise."""
    premise, conclusion = (
        deal.facts[breach.law.premise.fact].fact,
        deal.facts[breach.law.conclusion.fact].fact,
    )
    said = value_said(premise, breach.premise.value, store)
    against = value_said(conclusion, breach.conclusion.value, store)
    wanted = value_said(conclusion, Reading(breach.law.conclusion.reading), store)
    who = f"{breach.premise.source} itself" if breach.within_one_source else breach.conclusion.source
    claims = (*breach.premise.claims, *breach.conclusion.claims)
    text = f"That {said} would mean that {wanted}; but {who} says that {against}."
    return Computed(text, tuple(sorted(claim.citation for claim in claims)))


def _is_own(breach: Breach, comparison: Comparison) -> bool:
    return breach.within_one_source or comparison.verdict is Verdict.DIFFER


def _clash(comparison: Comparison) -> bool:
    pair = comparison.deciding
    return bool(pair and pair.within_one_source and pair.relating.relation is Relation.EXCLUSIVE)


def value_said(fact: Fact, value: Value, store: Store) -> str:
    """What a value says, as it stands within a sentence: only a name keeps its capital."""
    key = value.key if isinstance(value, Reading) else None
    return within(says(fact, store, value_text(value, fact, store), key), fact)


def _pair_text(pair: Pair, comparison: Comparison, store: Store) -> str:
    match pair.relating.relation:
        case Relation.EXCLUSIVE if pair.within_one_source:
            return _within_text(pair, comparison, store)
        case Relation.EXCLUSIVE:
            return _exclusive_text(pair, comparison, store)
        case Relation.SUPERSEDED:
            return _superseded_text(pair, comparison, store)
        case Relation.COMPATIBLE:
            return f"Only precision: {_overlap_text(pair, comparison)}."
        case Relation.DIFFERENT:
            return _different_text(pair, comparison, store)
        case _:
            return _same_text(pair)


def _within_text(pair: Pair, comparison: Comparison, store: Store) -> str:
    left, right = (held_text(held, comparison.fact, store) for held in (pair.left, pair.right))
    return f"{pair.left.source} says both {left} and {right}, which cannot both hold."


def _exclusive_text(pair: Pair, comparison: Comparison, store: Store) -> str:
    named = _named(pair, comparison, store)
    if pair.relating.apart is None:
        return f"{named} exclude each other."
    ranges = [_spelled(held) for held in (pair.left, pair.right)]
    told = f" ({'; '.join(text for text in ranges if text)})" if any(ranges) else ""
    return f"{named} do not overlap{told}: they are {_distance(pair)} apart."


def _named(pair: Pair, comparison: Comparison, store: Store) -> str:
    left, right = (held_text(held, comparison.fact, store) for held in (pair.left, pair.right))
    return f"{left} [{pair.left.source}] and {right} [{pair.right.source}]"


def _distance(pair: Pair) -> str:
    """How far apart two figures are: shares by points, others as a figure and as a share of the larger."""
    gap, apart, unit = pair.relating.gap or Decimal(0), pair.relating.apart or Decimal(0), _unit(pair.left)
    if unit == "percent":
        return write_number(gap, "point" if gap == 1 else "points")
    return f"{write_number(gap, unit)} ({write_percent(apart)})"


def _spelled(held: Held) -> str:
    """What a hedged figure leaves open; empty for a plain one."""
    if not isinstance(held.value, Quantity) or held.value.interval is None or held.value.interval.is_point:
        return ""
    return f"{held.value.as_written} = {write_interval(held.value.interval, held.value.unit)}"


def _superseded_text(pair: Pair, comparison: Comparison, store: Store) -> str:
    helds = _helds(comparison)
    before = sorted({held.source for held in helds if held.stage and held.stage.before_terms})
    after = sorted({side.source for each in _superseded(comparison) for side in (each.left, each.right)} - {*before})
    rumoured = all(held.stage is Stage.RUMOURED for held in helds if held.source in before)
    time = f"{'speak' if before[1:] else 'speaks'} from the {'rumours' if rumoured else 'talks'}"
    told = f"{listed(before)} {time}, before terms were set; {listed(after)} from after."
    apart = f" {sentence(_named(pair, comparison, store))} are {_distance(pair)} apart." if pair.relating.apart else ""
    return told + (apart or _common_text(comparison, _unit(pair.left)))


def _superseded(comparison: Comparison) -> tuple[Pair, ...]:
    return tuple(pair for pair in comparison.pairs if pair.relating.relation is Relation.SUPERSEDED)


def _helds(comparison: Comparison) -> tuple[Held, ...]:
    return tuple(held for position in comparison.positions for held in position.held)


def _common_text(comparison: Comparison, unit: str) -> str:
    common = comparison.common
    if common is None or not unit:
        return ""
    return f" All are consistent with {write_interval(common, unit)}."


def _overlap_text(pair: Pair, comparison: Comparison) -> str:
    why = {
        Reason.FLOOR: "one gives only a floor",
        Reason.CEILING: "one gives only a ceiling",
        Reason.RANGE: "one gives a range that the other falls into",
        Reason.ROUNDING: "one is rounded or hedged",
        Reason.MORE_SPECIFIC: "one is more exact",
    }.get(pair.relating.reason, "they overlap")
    common: Interval | None = comparison.common
    unit = _unit(pair.left)
    return f"{why}; all are consistent with {write_interval(common, unit)}" if common and unit else why


def _different_text(pair: Pair, comparison: Comparison, store: Store) -> str:
    left, right = (held_text(held, comparison.fact, store) for held in (pair.left, pair.right))
    match pair.relating.reason:
        case Reason.MEMBERS:
            return "The lists are not the same; a source that leaves a name out does not deny it."
        case Reason.RUNGS:
            return "These are different steps on one way; none rules the others out."
        case Reason.EMPHASIS:
            return "Different things are stressed; none rules the others out."
        case _:
            narrow, broad = (left, right) if _narrows(pair, comparison) else (right, left)
            return f"Only precision: {narrow} is the more exact way to say {broad}."


def _narrows(pair: Pair, comparison: Comparison) -> bool:
    left, right = pair.left.value, pair.right.value
    if not (isinstance(left, Reading) and isinstance(right, Reading)):
        return False
    return narrower(left.key, right.key, comparison.fact.readings)


def _same_text(pair: Pair) -> str:
    if pair.relating.reason is Reason.QUALIFIER_OMITTED:
        only = pair.left if pair.left.qualifiers else pair.right
        return f"The same figure; only {only.source} adds {listed(sorted(only.qualifiers))}."
    return "All say the same."


def _fit(item: Arithmetic) -> str:
    stated = f"{item.stated.source} gives {item.stated.value.as_written}, which"
    if item.fits:
        return f"{stated} fits."
    apart = write_percent(item.apart)
    condition = f", if {item.law.condition}" if isinstance(item.law, Product) else ""
    return f"{stated} does not multiply out (about {apart} apart){condition}."


def _input(held: Held) -> str:
    return f"{held.value.as_written} [{held.source}]"


def _proof(pair: Pair, comparison: Comparison) -> tuple[Citation, ...]:
    """What the reason follows from: the pair where two clash, everything held where the whole is spoken of."""
    if pair.relating.relation is not Relation.EXCLUSIVE:
        return tuple(sorted({c for position in comparison.positions for c in position.citations}))
    return tuple(sorted({claim.citation for held in (pair.left, pair.right) for claim in held.claims}))


def _unit(held: Held) -> str:
    return held.value.unit if isinstance(held.value, Quantity) else ""
