"""Are the figures of a text read with what they count and where they hold?"""

from __future__ import annotations

import pytest

from bot.pairing.mention import MentionReader
from bot.pairing.vocabulary import Vocabulary
from bot.store import Language
from tests.pairing.pages import YEAR


@pytest.fixture(scope="module")
def reader(language: Language) -> MentionReader:
    return MentionReader(language)


def test_every_figure_that_counts_is_a_mention(reader: MentionReader) -> None:
    """In order; vague ones, dates and figures in names are none."""
    found = reader.read("In 2019 Toy Story 4 made over $1 billion, several records and 2 sequels.", YEAR)
    assert [mention.quantity.as_written for mention in found] == ["over $1 billion", "2"]


def test_a_part_of_a_whole_is_known_as_one(reader: MentionReader) -> None:
    """From "of which" on, the figures of a sentence are parts; the next sentence begins anew."""
    found = reader.read("There were 300 cases, of which 200 in Kent, 100 in Essex. It has 5 hospitals.", YEAR)
    assert [mention.part for mention in found] == [False, True, True, False]


def test_what_goes_on_counting_is_of_one_sort_and_sentence(reader: MentionReader, vocabulary: Vocabulary) -> None:
    """A share of cases counts no cases, and a new sentence needs a noun of its own."""
    first, share, last = reader.read("There were 300 cases, 40% in Kent. There, 200.", YEAR)
    assert first.wording.counted == vocabulary.keys(["cases"])
    assert not (share.wording.counted | last.wording.counted) & first.wording.counted
