"""What can be typed after the slash command, and what is the answer? Plain functions; Slack is nowhere near."""

from bot.command.registry import ASK_DEAL, CHECK_MESSAGE, COMMANDS, Command, Shortcut, help_answer
from bot.command.route import converse, has_table, respond, start, table_of
from bot.command.typed import LONGEST, SLASH, charts_in, has_words, is_sentence, statement_in, tidy

__all__ = [
    "ASK_DEAL",
    "CHECK_MESSAGE",
    "COMMANDS",
    "LONGEST",
    "SLASH",
    "Command",
    "Shortcut",
    "charts_in",
    "converse",
    "has_table",
    "has_words",
    "help_answer",
    "is_sentence",
    "respond",
    "start",
    "statement_in",
    "table_of",
    "tidy",
]
