"""How do the record files become facts? The only reader of YAML; nothing else opens a record."""

from bot.store.language import Language, read_language
from bot.store.load import load, read
from bot.store.locate import deal_folders, locate
from bot.store.receipts import RECEIPTS, write_receipts

__all__ = [
    "RECEIPTS",
    "Language",
    "deal_folders",
    "load",
    "locate",
    "read",
    "read_language",
    "write_receipts",
]
