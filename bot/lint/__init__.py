"""Are a deal's records right? Every rule, every problem at once; facts/README.md lists the codes."""

from bot.lint.accounting import Account, Balance, balances
from bot.lint.check import Report, check, check_all
from bot.lint.material import Material
from bot.lint.rules import problems

__all__ = ["Account", "Balance", "Material", "Report", "balances", "check", "check_all", "problems"]
