"""What does a question ask for, and which facts answer it? Structure first; below a threshold, nothing."""

from bot.question.ask import Asked, Asker, Found
from bot.question.focus import Focus
from bot.question.followup import FollowUp, FollowUpReader, Move
from bot.question.intent import Intent
from bot.question.parse import Part
from bot.question.target import TargetKind

__all__ = ["Asked", "Asker", "Focus", "FollowUp", "FollowUpReader", "Found", "Intent", "Move", "Part", "TargetKind"]
