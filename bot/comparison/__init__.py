"""How do claims relate? Pure functions from facts to verdicts, each with its reason; reads nothing."""

from bot.comparison.compare import Comparison, Pair, Position, Side, Solidity, compare, worst_severity
from bot.comparison.deal import DealComparison, compare_deal
from bot.comparison.laws import Arithmetic, Breach
from bot.comparison.pair import Relating, relate
from bot.comparison.standing import Held, Restatement, Standing, stand
from bot.comparison.verdict import Reason, Relation, Severity, Verdict, worst

__all__ = [
    "Arithmetic",
    "Breach",
    "Comparison",
    "DealComparison",
    "Held",
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
    "relate",
    "stand",
    "worst",
    "worst_severity",
]
