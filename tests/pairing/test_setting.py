"""Do two figures hold of the same, in the same place, at the same time and in the same way?"""

from __future__ import annotations

import pytest

from bot.pairing.setting import Setting, SettingReader
from bot.pairing.vocabulary import Vocabulary
from bot.store import Language
from tests.pairing.pages import clauses_of


def setting(text: str, language: Language) -> Setting:
    """The setting of the last figure of a text."""
    page, clauses = clauses_of(text, language)
    return SettingReader(language.words, Vocabulary(language.words.pairs)).read(page, clauses[-1])


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("3 reviews on Metacritic", "4 reviews on Rotten Tomatoes", False),
        ("On Metacritic it has 3 reviews", "4 reviews on Metacritic", True),
        ("3 cases in Kent", "4 cases in the county of Kent", True),
        ("$3 million in Canada", "$4 million worldwide", False),
        ("$3 million across the world", "$4 million worldwide", True),
        ("3 goals for Roma", "4 goals in Roma", True),
        ("3 episodes in the first season", "4 episodes in the second season", False),
        ("Season 1 has 3 episodes", "4 episodes in the 1st season", True),
        ("3 episodes in the first season", "the second film has 4 episodes", True),
        ("3 cases by March 29", "4 cases in March 2020", True),
        ("3 new cases", "4 cases", False),
        ("3 new cases", "4 additional cases", True),
        ("3 cases a day by May 2019", "4 cases in 2018", False),
        ("it could reach 3 cases", "it reached 4 cases", False),
        ("it never reached 3 cases", "it reached 4 cases", False),
        ("the film Men in Black made $3 million", "It made $4 million in Canada", True),
    ],
)
def test_settings_meet_where_nothing_sets_them_apart(one: str, other: str, together: bool, language: Language) -> None:
    """Another place, member of a series, time, basis or certainty sets two figures apart; silence does not."""
    left, right = setting(one, language), setting(other, language)
    assert left.meets(right) is together
    assert right.meets(left) is together


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Harbour Mills sold 3 boats", {"harbour", "mill"}),
        ("Kestrel has 3 boats", {"kestrel"}),
        ("Sales of 3 boats", set()),
        ("Kestrel sold 3 boats", {"kestrel"}),
        ("In Kent, the firm sold 3 boats", set()),
        ("In Kent, Kestrel sold 3 boats", {"kestrel"}),
        ("there were 3 boats", set()),
    ],
)
def test_subjects_are_names_behind_no_preposition(text: str, subjects: set[str], language: Language) -> None:
    """The first word of a sentence is a name only where the next word shows it."""
    assert setting(text, language).subjects == subjects


def test_a_place_that_the_claim_does_not_name_is_beyond_it(language: Language) -> None:
    """Everywhere is no such place."""
    assert setting("3 boats in Kent", language).is_beyond(frozenset({"boat"}))
    assert not setting("3 boats in Kent", language).is_beyond(frozenset({"kent"}))
    assert not setting("3 boats worldwide", language).is_beyond(frozenset())


def test_every_basis_has_words_of_its_own(language: Language) -> None:
    """No word puts a figure on two bases."""
    listed = [word for group in language.words.pairs.bases.values() for word in group]
    assert sorted(listed) == sorted(set(listed))
