"""The page about sessions says what the code does: its filters are understood, its example runs."""

import re
from pathlib import Path

import pytest

from passages.review.query import HAS, IS, parse

PAGE = Path(__file__).parents[3] / "docs" / "review-sessions.md"


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def test_every_filter_is_on_the_page_and_understood():
    [filters] = (block for block in blocks("") if "is:needs-work" in block)
    named = re.findall(r"\b(?:is|has):[\w-]+", filters)
    assert sorted(named) == sorted([f"is:{one}" for one in IS] + [f"has:{one}" for one in HAS])
    for query in (*named, "name:Zhanaozen", 'oil "two words"', "-is:approved", "is:unreviewed,needs-work"):
        assert parse(query)


def test_the_example_runs(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: ru\\n"\n\n'
    (tmp_path / "letters.po").write_text(head + 'msgid "Bread"\nmsgstr "Хлеб"\n\nmsgid "Salt"\nmsgstr ""\n', "utf-8")
    [example] = blocks("python")
    exec(compile(example, str(PAGE), "exec"), {})
    assert "approved=1" in capsys.readouterr().out


@pytest.mark.parametrize("word", ["approved", "needs work", "not reviewed"])
def test_the_page_names_the_states(word):
    assert word in PAGE.read_text("utf-8")
