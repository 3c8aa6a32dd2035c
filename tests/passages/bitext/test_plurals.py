"""Which numbers a string of a plural is for."""

import pytest

from passages.bitext import open_bitext
from passages.bitext.plurals import numbers

RUSSIAN = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (RUSSIAN, {0: (1, 21, 31, 41), 1: (2, 3, 4, 22), 2: (0, 5, 6, 7)}),
        ("nplurals=2; plural=(n != 1);", {0: (1,), 1: (0, 2, 3, 4)}),
        ("nplurals=1; plural=0;", {0: (0, 1, 2, 3)}),
        ("nplurals=2; plural=n > 1", {0: (0, 1), 1: (2, 3, 4, 5)}),
        ("", {}), ("nplurals=2;", {}), ("plural=n +;", {}), ("plural=__import__('os');", {}), ("plural=1 / 0;", {}), ("plural=" + "(" * 400 + ";", {}),
    ],
)  # fmt: skip
def test_the_first_numbers_of_each_string(rule, told):
    assert numbers(rule) == told


def test_a_pair_says_its_numbers(tmp_path):
    path = tmp_path / "ru.po"
    head = f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: {RUSSIAN}\\n"\n\n'
    path.write_text(
        head
        + 'msgid "one well"\nmsgid_plural "%d wells"\nmsgstr[0] "а"\nmsgstr[1] "б"\nmsgstr[2] "в"\nmsgstr[3] "д"\n\nmsgid "x"\nmsgstr "г"\n',
        "utf-8",
    )
    assert [pair.numbers for pair in open_bitext(path).pairs] == [(1, 21, 31, 41), (2, 3, 4, 22), (0, 5, 6, 7), (), None]
