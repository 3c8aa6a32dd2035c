"""Modules that wait until they are asked for are the same to whoever asks, and are in nobody's way."""

import os
import subprocess
import sys

import pytest

from tests.test_endonym import _environment

START = "import sys, endonym\n"


def shown(code):
    """What a fresh interpreter prints that has imported the command line before."""
    return subprocess.run([sys.executable, "-c", START + code], capture_output=True, text=True, check=True).stdout.strip()


def test_a_start_imports_none_of_them():
    assert shown("print(*sorted({'inspect', 'ipaddress', 'platform'} & set(sys.modules)))") == ""


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import inspect; print(inspect.__spec__.name, inspect.signature(len))", "inspect (obj, /)"),
        ("import ipaddress; print(ipaddress.ip_address('::1'))", "::1"),
        ("import platform, os; print(platform.system() == os.uname().sysname)", "True"),
        ("import endonym_normalize, urllib.parse; print(urllib.parse.urlsplit('http://[::1]/').hostname)", "::1"),
        ("import endonym_normalize, urllib.parse, sys; urllib.parse.urlsplit('http://[::1]/'); print(sys.modules['ipaddress'].__spec__.name)", "ipaddress"),
        ("import click; print(repr(click.Command('c', help='One.\\n\\n    Two.').get_short_help_str()))", "'One.'"),
        ("import click; print(click.Option(['--o'], help='One.\\n    Two.').help)", "One.\nTwo."),
        ("import click; print(click.Option(['--o'], help='  One. ').help + '|')", "One. |"),
        ("import click, inspect; print(click.core.inspect.isfunction is inspect.isfunction)", "True"),
        ("import uuid; print(uuid.UUID(int=1))", "00000000-0000-0000-0000-000000000001"),
    ],
)  # fmt: skip
def test_who_asks_for_one_gets_what_the_module_has(code, expected):
    assert shown(code) == expected


def test_a_module_that_is_there_already_stays():
    code = "import inspect, platform, ipaddress, sys\nimport endonym, click\nprint(click.core.inspect is inspect, sys.modules['platform'] is platform)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "True True"


@pytest.mark.parametrize("start", [["-m", "endonym"], ["-c", "from endonym import main; main()"]], ids=["module", "script"])
def test_the_collector_works_while_a_command_does(tmp_path, start):
    (tmp_path / "a.txt").write_text("Zhanoezen\n", encoding="utf-8")
    (tmp_path / "sitecustomize.py").write_text(
        "import atexit, gc\natexit.register(lambda: print('collects:', gc.isenabled()))\n", encoding="utf-8"
    )
    environment = _environment()
    environment["PYTHONPATH"] = os.pathsep.join((str(tmp_path), environment["PYTHONPATH"]))
    command = [sys.executable, *start, "normalize", str(tmp_path / "a.txt"), "--report", "json"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, env=environment)
    assert done.stdout.endswith("collects: True\n")


def test_the_width_of_help_is_that_of_columns(monkeypatch):
    from passages.reports.terminal import cells

    for columns, expected in (("60", 58), ("300", 98), ("10", 50), ("0", 78), ("wide", 78), ("-5", 78)):
        monkeypatch.setenv("COLUMNS", columns)
        monkeypatch.setattr("os.get_terminal_size", lambda _: (_ for _ in ()).throw(OSError))
        assert cells() == expected, columns
