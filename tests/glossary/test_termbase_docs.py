"""The Python on the page about the termbase does what the page says."""

import re
import shlex
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "termbase.md"
MESSAGES = Path(__file__).parents[2] / "glossary"


def test_the_page_runs_from_top_to_bottom(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("names.csv").write_text(
        "concept,kind,language,term,status\nzhanaozen,place,en,Zhanaozen,preferred\nzhanaozen,place,en,Zhanoezen,misspelling\n", "utf-8"
    )
    blocks = re.findall(r"^```python\n(.*?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert len(blocks) == 5
    exec("\n".join(blocks), {})
    shown = capsys.readouterr().out
    assert "Aigerim  1 concept  names from the style guide" in shown
    assert "Zhanaozen  en-Latn  preferred  zhanaozen" in shown
    assert "note “Oil town”, was none" in shown


def test_the_commands_run_in_their_order(run):
    Path("names.csv").write_text("preferred,variants\nZhanaozen,Zhanoezen\n", "utf-8")
    Path("texts").mkdir()
    Path("texts", "a.txt").write_text("The strike at Zhanoezen\n", "utf-8")
    (commands,) = (
        block for block in re.findall(r"^```sh\n(.*?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL) if "glossary list" in block
    )
    said = []
    for line in commands.splitlines():
        words = shlex.split(line, comments=True)
        assert words[0] == "endonym"
        for given in (words[1:], words[1:-1]) if "--dry-run" in words else (words[1:],):
            status, shown, errors = run(*given)
            assert status == 0, (line, errors)
            said.append(shown)
    told = "".join(said)
    for expected in ("1 to add", "Zhanaozen  en-Latn", "Zhaoneze (en-Latn), deprecated", "a slip", "Zhanoezen → Zhanaozen"):
        assert expected in told


def test_every_message_in_the_table_is_one_that_is_said():
    said = "".join(path.read_text("utf-8") for path in MESSAGES.glob("termbase*.py"))
    listed = [
        message for row in re.findall(r"^\| (`.*?) \|", PAGE.read_text("utf-8"), re.MULTILINE) for message in re.findall(r"`([^`]+)`", row)
    ]
    assert len(listed) == 10
    for message in listed:
        assert message.replace("psycopg", "{name}") in said
