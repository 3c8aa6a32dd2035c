"""Tells a name that is being *spoken of* from a name that is being *used*.

"Aktau (formerly Shevchenko)", "in 1989 (then called Novyi Uzen)" and "Leningrad, now Saint Petersburg" name a former
or another spelling on purpose; to change it there would make nonsense of the sentence. Owns the cue words of each
language and where they may stand; knows no glossary.

The cue words are ordinary vocabulary of the languages, not taken from a list; `tests/glossary/test_glosses.py` has a
sentence for each.
"""

from __future__ import annotations

import re
from functools import cached_property

# A cue stands right before the name ("formerly ⟨Shevchenko⟩", "then called “⟨Novyi Uzen⟩”") …
_BEFORE = {
    "en": (
        r"formerly(?:\s+(?:known\s+as|called|named|spelled|spelt))?|(?:then|once|previously|originally|officially|also|long|still|earlier|variously)\s+"
        r"(?:known\s+as|called|named|spelled|spelt|written|transliterated(?:\s+as)?)|(?:known|written|spelled|spelt|transliterated|renamed|rendered)\s+(?:then\s+)?(?:as|from)|"
        r"(?:old|former|earlier|previous|soviet)(?:-era)?\s+(?:name|spelling|form)(?:\s+(?:was|of|is))?|(?:known\s+)?in\s+soviet\s+times(?:\s+as)?|then|once|previously|earlier|until\s+\d{4}:?|before\s+\d{4}:?|née|ex-?|also"
    ),
    "ru": (
        r"(?:бывш(?:\w+|\.)|экс|в\s+прошлом|в\s+советское\s+время|ранее|прежде|раньше|тогда|некогда|до\s+\d{4}\s*(?:г\.|года)?)(?:\s+(?:назывался|называлась|называлось|называвш\w+|именовавш\w+|известн\w+\s+как))?|"
        r"(?:прежнее|старое|бывшее|советское)\s+(?:название|имя)|(?:назывался|называлась|называлось|переименован\w*\s+из)|также"
    ),
    "uk": r"(?:колишн\w+|раніше|тоді|до\s+\d{4}\s*(?:р\.|року)?)(?:\s+(?:називал\w+|назива\w+))?|(?:стара|колишня)\s+назва|також",
    "kk": r"(?:бұрынғы|бұрын|ертеде|ол\s+кезде|\d{4}\s+жылға\s+дейін)(?:\s+(?:аты|атауы))?",
    "de": r"(?:früher|ehemals|damals|einst|vormals|bis\s+\d{4}|auch)(?:\s+(?:genannt|bekannt\s+als))?",
    "fr": r"(?:anciennement|autrefois|jadis|alors|jusqu’en\s+\d{4}|aussi)(?:\s+(?:appelée?|nommée?|connue?\s+sous\s+le\s+nom\s+de))?",
}
# … or right behind it: "⟨Leningrad⟩ (now Saint Petersburg)", "⟨Mangyshlak⟩, today Mangistau".
_AFTER = {
    "en": r"now|today|nowadays|presently|currently|present-day|renamed|since\s+renamed|later|as\s+it\s+was\s+(?:then\s+)?called|as\s+\w+\s+was\s+then\s+(?:called|known)",
    "ru": r"ныне|теперь|сейчас|сегодня|позднее|впоследствии|переименован\w*",
    "uk": r"нині|тепер|сьогодні|згодом|перейменован\w*",
    "kk": r"қазіргі|қазір|бүгінгі|кейін",
    "de": r"heute|jetzt|nunmehr|später",
    "fr": r"aujourd’hui|actuellement|maintenant|depuis",
}
# The two words with which a gloss is written: (formerly ⟨name⟩), (now ⟨name⟩).
_WORDS = {
    "en": ("formerly", "now"),
    "ru": ("ранее", "ныне"),
    "uk": ("раніше", "нині"),
    "kk": ("бұрынғы", "қазіргі"),
    "de": ("früher", "heute"),
    "fr": ("anciennement", "aujourd’hui"),
}
_OPEN = r"[,:\s\"'“”„«‹‘’*_(\[—–-]*"
_CLOSING = "\"'”»’*_"  # what closes a name …
_PARTING = "([,—–-"  # … and what parts it from a cue behind it
_REACH = 60  # code points looked at on either side: the longest cue with its year, quotation mark and bracket

# A word that is a cue only inside brackets: "then" and "also" alone are too common to decide a sentence.
_BRACKETED = frozenset(
    ("then", "once", "also", "earlier", "previously", "тогда", "также", "тоді", "також", "auch", "aussi", "alors", "later", "кейін")
)


class Glosses:
    """The cue words of one language, ready to be asked."""

    def __init__(self, language: str) -> None:
        """Take the cues of a language; one without cues of its own has English ones."""
        self.formerly, self.now = _WORDS.get(language, _WORDS["en"])
        self._cues = _BEFORE.get(language, _BEFORE["en"]), _AFTER.get(language, _AFTER["en"])

    @cached_property
    def _before(self) -> re.Pattern[str]:
        """A cue at the end of what stands before a name; compiled for the first name that needs it."""
        return re.compile(rf"(?<!\w)(?P<cue>{self._cues[0]}){_OPEN}\Z", re.IGNORECASE)

    @cached_property
    def _after(self) -> re.Pattern[str]:
        """A cue at the beginning of what stands behind one."""
        return re.compile(rf"[{_CLOSING}]*\s*(?P<open>[{_PARTING}])\s*(?P<cue>{self._cues[1]})\b", re.IGNORECASE)

    def spoken_of(self, text: str, start: int, end: int) -> bool:
        """Whether the name at `start:end` (code points) is named as a former or other spelling, not used."""
        window = text[max(0, start - _REACH) : start].replace("'", "’")
        cue = self._before.search(window)
        if cue is not None and (cue["cue"].lower() not in _BRACKETED or _bracket_open(window[: cue.end("cue")])):
            return True
        window = text[end : end + _REACH].replace("'", "’")
        if window.lstrip(_CLOSING).lstrip()[:1] not in _PARTING:
            return False  # as behind most names, for which the pattern need not be compiled
        cue = self._after.match(window)
        return cue is not None and (cue["cue"].lower() not in _BRACKETED or cue["open"] in "([")


def _bracket_open(before: str) -> bool:
    """Whether an opening bracket stands unclosed in what comes before a cue, with at most a few words between."""
    opened = max(before.rfind("("), before.rfind("["))
    return opened >= 0 and before.rfind(")") < opened and before.rfind("]") < opened
