"""What does the bot say? Answers as data, composed from the facts and their comparison; renderers come later."""

from bot.answer.elements import (
    Answer,
    Bullets,
    Chrome,
    Cited,
    Computed,
    Element,
    Entry,
    Heading,
    Legend,
    Line,
    Mark,
    Notice,
    Paragraph,
    Silence,
    Span,
    Stand,
)

__all__ = [
    "Answer",
    "Bullets",
    "Chrome",
    "Cited",
    "Computed",
    "Element",
    "Entry",
    "Heading",
    "Legend",
    "Line",
    "Mark",
    "Notice",
    "Paragraph",
    "Silence",
    "Span",
    "Stand",
]
