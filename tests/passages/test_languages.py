"""The language a document is taken for where nobody has said it."""

import pytest

from passages.languages import guess_language

SAMPLES = [
    ("", "en"),
    ("1986–1991", "en"),
    ("The oil workers of Zhanaozen", "en"),
    ("Luleå och Göteborg", "en"),
    ("Нефтяники города", "ru"),
    (
        "Нефтяники города Жаңаөзен вышли на площадь в декабре, и об этом писали все газеты страны, и столичные, и областные, и районные",
        "ru",
    ),
    ("Жаңаөзен қаласының тұрғындары", "kk"),
    ("Мешканці міста Київ", "uk"),
    ("The Russian press writes Жанаозен, the Kazakh press Жаңаөзен.", "en"),
]


@pytest.mark.parametrize(("text", "language"), SAMPLES)
def test_guess(text, language):
    assert guess_language(text) == language
