"""How common is a word in English? Tells everyday filler and real words from slips of the pen and from rare names."""

from __future__ import annotations

from functools import lru_cache

_KEPT = 20_000  # words: what a busy day brings


@lru_cache(_KEPT)
def zipf(word: str) -> float:
    """The Zipf frequency of an English word: 7 for "the", 3 for rare words, 0 for none."""
    from wordfreq import zipf_frequency  # noqa: PLC0415 # takes 150 ms, and many questions hold no unknown word

    return zipf_frequency(word, "en", wordlist="small")
