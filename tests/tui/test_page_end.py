"""The process of a page ends with its server and its page, and lets go of the session; without a browser."""

import json
import os
import signal
import subprocess
import sys

import pytest

from passages.review import Session
from tests.tui.desk import catalog

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes as a server on POSIX makes them")
DRIVER = "textual.drivers.web_driver:WebDriver"
ENDED, KILLED = 129, 143


def packet(kind, payload):
    return kind + len(payload).to_bytes(4, "big") + payload


def typed(text):
    return packet(b"D", text.encode())


def read_until(process, wanted):
    seen = b""
    while wanted not in seen:
        read = process.stdout.read(4096)
        assert read, process.stderr.read()
        seen += read


@pytest.fixture
def page(tmp_path):
    """A page's process, started as textual-serve does, whose first picture has been read."""
    catalog(tmp_path)
    environment = {**os.environ, "HOME": str(tmp_path), "LANGUAGE": "en", "ENDONYM_AUTHOR": "Asel", "TEXTUAL_DRIVER": DRIVER}
    process = subprocess.Popen(
        [sys.executable, "-m", "endonym", "review", "guide.po"],
        cwd=tmp_path, env={**environment, "COLUMNS": "80", "ROWS": "24"}, bufsize=0,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    read_until(process, b"guide.po")
    yield process
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout, process.stderr):
        pipe.close()


def server_gone(process):
    process.stdin.close()
    process.stdout.close()


def server_gone_in_the_middle_of_a_picture(process):
    process.stdout.close()
    process.stdin.write(typed("jjj"))
    process.stdin.close()


def page_closed(process):
    process.stdin.write(packet(b"M", json.dumps({"type": "quit"}).encode()))


def page_closed_and_nothing_read_any_more(process):
    for _ in range(100):
        process.stdin.write(typed("?\x1b"))
    page_closed(process)


@pytest.mark.parametrize(
    ("how", "status"),
    [
        (lambda process: process.stdin.close(), ENDED),
        (server_gone, ENDED),
        (server_gone_in_the_middle_of_a_picture, ENDED),
        (page_closed, ENDED),
        (page_closed_and_nothing_read_any_more, ENDED),
        (lambda process: process.send_signal(signal.SIGTERM), KILLED),
    ],
    ids=["input-ends", "server-gone", "gone-while-drawing", "page-closed", "page-closed-unread", "terminated"],
)
def test_it_ends_and_lets_go_of_the_session(page, tmp_path, how, status):
    how(page)
    assert page.wait(20) == status
    if not page.stderr.closed:
        assert page.stderr.read() == b""
    with Session.open(tmp_path / "guide.po", reviewer="Asel") as session:
        assert session.read_only is None


def test_what_was_typed_is_kept(page, tmp_path):
    page.stdin.write(typed("eabc"))
    read_until(page, b"abc")
    page.stdin.close()
    assert page.wait(20) == ENDED
    with Session.open(tmp_path / "guide.po", reviewer="Asel") as session:
        assert session.draft(session.position).endswith("abc")
