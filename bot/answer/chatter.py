"""What is said to a message that asks for no fact: courtesies, rules to be broken, other languages, nothing at all?"""

from __future__ import annotations

from bot.answer.elements import Answer, Chrome, Paragraph, Pointer
from bot.fact import Store
from bot.question import Intent

_TRY = (Chrome(" Ask about the deal, or try "), Pointer("/deal summary"), Chrome("."))
_LINES = {
    Intent.THANKS: ("You are welcome", "You are welcome."),
    Intent.GREETING: ("Hello", "Hello. I answer from the sources on this deal, each statement cited."),
    Intent.BYE: ("Goodbye", "Goodbye."),
    Intent.HELP: ("What you can ask", "I answer from the sources on this deal, each statement cited."),
    Intent.INJECTION: (
        "Only what the sources say",
        "I can only say what the sources on this deal say, with citations.",
    ),
    Intent.FOREIGN: ("In English, please", "I understand questions in English only; the sources are in English too."),
}


def chatter(intent: Intent, store: Store) -> Answer:
    """One helpful line; nothing of the message is repeated."""
    title, line = _LINES[intent]
    return Answer(title, (Paragraph((Chrome(line), *_TRY)),), answered=False, suggestions=store.deal.prompts[:3])


def nothing_asked(store: Store) -> Answer:
    """What to ask, where the question is empty."""
    line = (Chrome("No question was asked."), *_TRY)
    return Answer("Ask a question", (Paragraph(line),), answered=False, suggestions=store.deal.prompts)


def too_long(most: int, store: Store) -> Answer:
    """That a text is longer than the `most` characters that are still read as one question."""
    line = (Chrome(f"Please ask in fewer than {most:,} characters."), *_TRY)
    return Answer("Too long for a question", (Paragraph(line),), answered=False, suggestions=store.deal.prompts)
