"""How do claims relate? Pure functions from facts to verdicts, each with its reason; reads nothing."""

from bot.comparison.compare import Comparison, Solidity, compare
from bot.comparison.deal import DealComparison, compare_deal
from bot.comparison.entail import Assertion, Judgement, judge
from bot.comparison.held import Held, Pair, relate_held
from bot.comparison.laws import Arithmetic, Breach
from bot.comparison.pair import Relating, relate
from bot.comparison.position import Position, Side
from bot.comparison.standing import Restatement, Standing, stand
from bot.comparison.verdict import Reason, Relation, Severity, Verdict, worst, worst_severity

__all__ = [
    "Arithmetic",
    "Assertion",
    "Breach",
    "Comparison",
    "DealComparison",
    "Held",
    "Judgement",
    "Pair",
    "Position",
    "Reason",
    "Relating",
    "Relation",
    "Restatement",
    "Severity",
    "Side",
    "Solidity",
    "Standing",
    "Verdict",
    "compare",
    "compare_deal",
    "judge",
    "relate",
    "relate_held",
    "stand",
    "worst",
    "worst_severity",
]
