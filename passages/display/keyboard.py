"""Letters typed on a Russian or Kazakh keyboard, as the key in the same place of a Latin one (US QWERTY) gives them.

A command is a key, not a letter: who types о on a Russian layout presses the key that says j. The places are those of xkeyboard-config 2.35,
symbols/ru "winkeys" and symbols/kz "basic". Where the two layouts disagree the Russian one is right: its full stop is the key of / and its
comma that of ?, while the Kazakh ones stand on 7 and 6.
"""

from __future__ import annotations

_LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?"
_RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"
_KAZAKH_ROW = 'әіңғүұқөһ"№ӘІҢҒҮҰҚӨҺ'
_LATIN_ROW = "234589" + "0-=" + "1/" + "@#$%*()_+"
_BY_PLACE = dict(zip(_RUSSIAN + _KAZAKH_ROW, _LATIN + _LATIN_ROW, strict=True))


def by_place(char: str) -> str:
    """The character that the same key gives on a Latin keyboard: о → j, Ф → A, ә → 2; any other character itself.

    It folds what is no letter too (a Russian full stop to a slash), so ask it only for what is no command as it stands.
    """
    return _BY_PLACE.get(char, char)
