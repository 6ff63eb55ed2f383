"""What is left of an answer for somebody who wants the gist? What the sources say, and where they part, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.answer.elements import Element, Notice, Paragraph, Silence


def gist(elements: Iterable[Element]) -> tuple[Element, ...]:
    """The elements without the arithmetic beside a disagreement, and without who does not say.

    Nothing that somebody says, and no source of it, is left out. An answer that consists of silence stays.
    """
    shown = tuple(elements)
    kept = tuple(_short(element) for element in shown if not _silence(element))
    return kept or shown


def _short(element: Element) -> Element:
    return replace(element, extra=()) if isinstance(element, Notice) else element


def _silence(element: Element) -> bool:
    return isinstance(element, Paragraph) and all(isinstance(span, Silence) for span in element.line)
