"""How do claims relate? Pure functions from facts to verdicts, each with its reason; reads nothing."""

from bot.comparison.accounts import Account, account_of, alone, beside, broken_by
from bot.comparison.compare import Comparison, Solidity, compare
from bot.comparison.deal import DealComparison, compare_deal
from bot.comparison.entail import Assertion, Judgement, figure_entails, judge
from bot.comparison.held import Held, Pair, relate_held
from bot.comparison.laws import Arithmetic, Breach
from bot.comparison.narrowed import of_member, of_sources
from bot.comparison.pair import Relating, relate, relate_figures
from bot.comparison.position import Position, Side
from bot.comparison.standing import Restatement, Standing, stand
from bot.comparison.verdict import Reason, Relation, Severity, Verdict, worst, worst_severity

__all__ = [
    "Account",
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
    "account_of",
    "alone",
    "beside",
    "broken_by",
    "compare",
    "compare_deal",
    "figure_entails",
    "judge",
    "of_member",
    "of_sources",
    "relate",
    "relate_figures",
    "relate_held",
    "stand",
    "worst",
    "worst_severity",
]
