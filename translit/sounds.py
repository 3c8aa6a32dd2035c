"""How a spelling sounds, roughly and in one row of letters for every script: what an index of names is asked by.

Жаңаөзен, Jañaözen and Zhanoezen come to `janaozen`, `janaozen`, `janozen`; their *bones*, the consonants by class, to `snsn` all three.
Owns the rough classes only: they bring candidates together and decide nothing, which is why they are few and generous. Letters of scripts
without a row here stand for themselves. Sources: the letters of the systems in `schemes/`, read the other way round.
"""

from __future__ import annotations

import re

from translit.folding import plain, read

_LETTERS = {
        # Cyrillic: Russian, Ukrainian, Belarusian, Kazakh, Kirghiz, Tatar, Tajik, Uzbek, Serbian, Macedonian.
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "ғ": "g", "д": "d", "е": "e", "є": "e", "э": "e", "ж": "j", "җ": "j", "з": "z",
        "и": "i", "і": "i", "ї": "i", "й": "i", "ј": "i", "ы": "i", "к": "k", "қ": "k", "ҡ": "k", "л": "l", "љ": "l", "м": "m", "н": "n",
        "ң": "n", "њ": "n", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ү": "u", "ұ": "u", "ӯ": "u",
        "ф": "f", "х": "h", "ҳ": "h", "һ": "h", "ц": "c", "ч": "c", "ҷ": "j", "џ": "j", "ш": "x", "щ": "x", "ъ": "", "ь": "", "ю": "iu",
        "я": "ia", "ё": "io", "ә": "a", "ӣ": "i", "ђ": "dj", "ѓ": "g", "ќ": "k", "ҙ": "z", "ҫ": "s",
        # Latin letters whose mark is a sound of its own.
        "š": "x", "ş": "x", "ș": "x", "ŝ": "x", "ś": "x", "č": "c", "ç": "c", "ć": "c", "ĉ": "c", "ž": "j", "ż": "j", "ź": "z", "ĵ": "j",
        "ǰ": "j", "ğ": "g", "ģ": "g", "ķ": "k", "ə": "a", "ñ": "n", "ń": "n", "ň": "n", "ì": "i", "ț": "c", "ţ": "c", "ä": "a", "ö": "o",
        "ü": "u", "ű": "u", "ő": "o", "ø": "o", "å": "o", "æ": "a", "œ": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "t", "ß": "s", "ı": "i",
        "’": "", "”": "", "·": "",
}  # fmt: skip
"""Letter → its sound, in the sixteen or so letters used here: c for ч and ц, j for ж and дж, x for ш and щ, h for х."""

_CLUSTERS = {
    "shch": "x", "shh": "x", "tsch": "c", "tch": "c", "dsch": "j", "dzh": "j", "dsh": "j", "dj": "j", "sch": "x", "zh": "j", "zj": "j", "sh": "x",
    "sz": "x", "sj": "x", "ch": "c", "cz": "c", "tz": "c", "ts": "c", "kh": "h", "gh": "g", "ph": "f", "th": "t", "ck": "k", "q": "k", "w": "v",
    "ou": "u", "oo": "u", "ee": "i", "ae": "a", "oe": "o", "ue": "u", "yu": "iu", "ya": "ia", "yo": "io", "ye": "e", "ie": "e", "y": "i",
    "ce": "ce", "ci": "ci", "c": "k",
}  # fmt: skip
_CLUSTER = re.compile("|".join(sorted(_CLUSTERS, key=len, reverse=True)))
# What the table gave is not to be read again as Latin: sounds stand in capitals until the clusters are read.
_SOUNDS = str.maketrans({letter: sound.upper() for letter, sound in _LETTERS.items()})
_NO_LETTER = re.compile(r"[\W\d_]+")
_DOUBLED = re.compile(r"(.)\1+")
_GLIDE = re.compile("[ji]+e")

_VOWELS = "aeiou"
_BONES = str.maketrans("cjxzghdbfm", "sssskktpvn", _VOWELS)


def sounds(spelling: str) -> tuple[str, ...]:
    """The ways a spelling may be read: one, or two where a Latin j is й in one language and ж in another. Empty letters are possible: `("",)`.

    Spaces, hyphens, digits, apostrophes and capitals do not count: Tel-Aviv and Telaviv are read alike.
    """
    small = spelling.lower() if spelling.isascii() else read(spelling).replace("дж", "ж").translate(_SOUNDS)
    text = _NO_LETTER.sub("", small if small.isascii() else plain(small))
    read_as = _CLUSTER.sub(_sound, text)
    first = _DOUBLED.sub(r"\1", read_as.lower())
    if "j" not in read_as:
        return (first,)
    glide = _DOUBLED.sub(r"\1", _GLIDE.sub("e", read_as).replace("j", "i").lower())
    return (first, glide) if glide != first else (first,)


def _sound(match: re.Match[str]) -> str:
    return _CLUSTERS[match[0]].replace("j", "J")


def bones(sound: str) -> str:
    """The consonants of a reading by their class (sibilants, velars, dentals, labials, nasals …), doubled ones once; a vowel at the beginning as `a`."""
    skeleton = _DOUBLED.sub(r"\1", sound.translate(_BONES))
    return f"a{skeleton}" if sound and sound[0] in _VOWELS else skeleton
