"""What does each method of the Web API do in the local workspace, and which scopes does it ask for?"""

from bot.playground.methods.method import Method
from bot.playground.methods.registry import ALL_SCOPES, METHODS

__all__ = ["ALL_SCOPES", "METHODS", "Method"]
