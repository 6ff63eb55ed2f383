"""How does an answer look in Slack? Blocks and their text, made of data alone; nothing here talks to Slack."""

from bot.blocks import controls
from bot.blocks.button import (
    ASK,
    EVIDENCE,
    FILE,
    MORE,
    PAGE,
    REMOVE,
    SHARE,
    SHARE_CHECK,
    Exhibit,
    Request,
    Sharer,
    Statement,
    request_for,
    statement_for,
)
from bot.blocks.controls import FEEDBACK, Choice, Frame, Look, read_choice
from bot.blocks.kit import Block, Modal
from bot.blocks.message import Message, render, render_whole
from bot.blocks.sheet import CARD, CHOOSE, LEAF, render_sheet

__all__ = [
    "ASK",
    "CARD",
    "CHOOSE",
    "EVIDENCE",
    "FEEDBACK",
    "FILE",
    "LEAF",
    "MORE",
    "PAGE",
    "REMOVE",
    "SHARE",
    "SHARE_CHECK",
    "Block",
    "Choice",
    "Exhibit",
    "Frame",
    "Look",
    "Message",
    "Modal",
    "Request",
    "Sharer",
    "Statement",
    "controls",
    "read_choice",
    "render",
    "render_sheet",
    "render_whole",
    "request_for",
    "statement_for",
]
