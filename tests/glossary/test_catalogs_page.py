"""Every command and every example of `docs/catalogs.md` does what the page says."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from glossary.speech import locales

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "catalogs.md").read_text("utf-8")
HEAD = 'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
PO = HEAD + '#. Мангышлак\nmsgid "in Mangistau"\nmsgstr ""\n"в самом "\n"Мангышлаке"\n'


@pytest.fixture
def place(tmp_path):
    (tmp_path / "ru.po").write_text(PO, "utf-8")
    (tmp_path / "messages.pot").write_text(HEAD.replace("ru", "") + 'msgid "in Mangistau"\nmsgstr ""\n\nmsgid "x"\nmsgstr ""\n', "utf-8")
    shutil.copytree(locales(), tmp_path / "locales")
    return tmp_path


def blocks(kind):
    return re.findall(rf"^```{kind}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def run(command, place, **environment):
    return subprocess.run(
        command,
        cwd=place,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("code", blocks("python"))
def test_the_examples_in_python(code, place):
    done = run([sys.executable, "-c", code], place)
    assert done.returncode == 0, done.stderr.decode()
    said = done.stdout.decode()
    if "pgettext" in code:
        assert said == "Жаңаөзен\n"
    else:
        assert said.startswith("ru.po:10: former-name: Мангышлаке → Мангистау")


@pytest.mark.parametrize("command", [line for block in blocks("sh") for line in block.splitlines()])
def test_the_commands(command, place):
    if command.startswith("TEXTDOMAINDIR"):
        if shutil.which("gettext") is None:
            pytest.skip("needs GNU gettext")
        assert run(["sh", "-c", command], place, LC_ALL="C.UTF-8").stdout.decode() == "Жаңаөзен"
        return
    done = run([sys.executable, "-m", *command.split()], place)
    assert done.returncode in ((0, 1) if " check " in command else (0,)), done.stderr.decode()
    after = (place / "ru.po").read_text("utf-8")
    if "--fix" in command:
        assert after == PO.replace('"Мангышлаке"', '"Мангистау"')
    elif " check " in command:
        assert "former-name" in done.stdout.decode()
        assert (after, done.returncode) == (PO, 1)
    elif " update " in command:
        assert after == PO.replace("#. Мангышлак\n", "") + '\nmsgid "x"\nmsgstr ""\n'
    elif " compile " in command:
        assert (place / "ru.mo").read_bytes().startswith(b"\xde\x12\x04\x95")
