"""How does an answer look in Slack? Blocks and their text, made of data alone; nothing here talks to Slack."""

from bot.blocks.button import ASK, FILE, PAGE, SHARE, Request, request_for
from bot.blocks.kit import Block
from bot.blocks.message import Frame, Message, render, render_whole

__all__ = [
    "ASK",
    "FILE",
    "PAGE",
    "SHARE",
    "Block",
    "Frame",
    "Message",
    "Request",
    "render",
    "render_whole",
    "request_for",
]
