"""Is everything in place for the bot to work in a workspace, and what does one do where it is not?"""

from bot.checkup.finding import Finding, State
from bot.checkup.machine import port, records, state_file, variables
from bot.checkup.workspace import Tokens, workspace

__all__ = ["Finding", "State", "Tokens", "port", "records", "state_file", "variables", "workspace"]
