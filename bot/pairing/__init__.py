"""Do two sentences give the same figure of the same thing? Weighs one against the other, without any records."""

from bot.pairing.judge import LONGEST, Pairer, Pairing, Relation

__all__ = ["LONGEST", "Pairer", "Pairing", "Relation"]
