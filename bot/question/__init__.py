"""Which facts does a question ask for? Entities, curated wordings and a ranking; below a threshold, none."""

from bot.question.match import Asked, Matcher

__all__ = ["Asked", "Matcher"]
