"""The review screen in a browser: who may see it, what the page loads, and a key pressed in headless Chromium where there is one."""

import asyncio
import base64
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.tui.desk import catalog

pytest.importorskip("textual_serve")
aiohttp = pytest.importorskip("aiohttp")
CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)


@pytest.fixture
def server(tmp_path):
    """A server for a small catalog; gives the address that it tells."""
    path = catalog(tmp_path)
    environment = {**os.environ, "HOME": str(tmp_path), "LANGUAGE": "en", "ENDONYM_AUTHOR": "Asel"}
    process = subprocess.Popen(
        [sys.executable, "-m", "endonym", "review", "--web", path.name], cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        said = process.stdout.readline(), process.stdout.readline().strip()
        assert said[0].startswith("Open this page")
        yield said[1]
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
        process.stdout.close()


def status(url, **headers):
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def test_only_who_knows_the_address_sees_the_page(server):
    root = server[: server.index("/", 8) + 1]
    assert server.startswith("http://127.0.0.1:")
    assert len(server) - len(root) > 30
    assert status(server) == 200
    assert status(root) == 404
    assert status(f"{root}guess/") == 404
    assert status(f"{root}ws") == 404
    assert status(server, Host="evil.example") == 403
    assert status(f"{server}ws", Origin="http://evil.example") == 403


def test_the_page_names_nothing_outside(server):
    with urllib.request.urlopen(server) as answer:
        page, policy = answer.read().decode(), answer.headers["Content-Security-Policy"]
    assert "https:" not in page
    assert page.count("http:") == 0
    assert policy.startswith("default-src 'none'")


def test_a_project_is_served_once(server, tmp_path):
    command = [sys.executable, "-m", "endonym", "review", "--web", "guide.po"]
    second = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, env={**os.environ, "LANGUAGE": "en"})
    assert second.returncode == 2
    assert "already" in second.stderr


class Browser:
    """Headless Chromium over its debugging protocol."""

    def __init__(self, socket):
        self._socket, self._number = socket, 0
        self.requests = []

    async def call(self, method, **params):
        self._number += 1
        await self._socket.send_json({"id": self._number, "method": method, "params": params})
        while True:
            said = json.loads((await self._socket.receive()).data)
            if said.get("method") in ("Network.requestWillBeSent", "Network.webSocketCreated"):
                self.requests.append(said["params"].get("request", said["params"])["url"])
            if said.get("id") == self._number:
                return said.get("result", {})

    async def press(self, char):
        for kind in ("keyDown", "keyUp"):
            await self.call("Input.dispatchKeyEvent", type=kind, key=char, text=char if kind == "keyDown" else "", windowsVirtualKeyCode=65)


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium")
def test_a_key_in_the_browser_is_a_key_on_the_screen(server, tmp_path):
    home = tmp_path / "browser"
    words = ["--headless", "--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader", "--no-first-run", "--remote-debugging-port=0"]
    chromium = subprocess.Popen(
        [CHROMIUM, *words, f"--user-data-dir={home}", "--window-size=1200,800", "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        port = _port(home)
        assert asyncio.run(_use(port, server, tmp_path)), "the key did not arrive"
    finally:
        chromium.terminate()
        chromium.wait(20)
    with opened_after(tmp_path) as session:  # the server goes on; the page's process ends with the page
        assert session.read_only is None
        assert session.pair(0).state == "approved"


def _port(home):
    place, end = home / "DevToolsActivePort", time.monotonic() + 30
    while not place.exists() or not place.read_text().strip():
        assert time.monotonic() < end, "Chromium does not start"
        time.sleep(0.1)
    return int(place.read_text().split()[0])


async def _use(port, address, folder):
    """Open the page, press Ф, and wait until the session has it."""
    async with aiohttp.ClientSession() as client:
        async with client.get(f"http://127.0.0.1:{port}/json") as answer:
            page = next(one for one in json.loads(await answer.text()) if one["type"] == "page")
        async with client.ws_connect(page["webSocketDebuggerUrl"], max_msg_size=0) as socket:
            browser = Browser(socket)
            await browser.call("Network.enable")
            await browser.call("Page.navigate", url=address)
            ready = False
            for _ in range(100):
                said = await browser.call("Runtime.evaluate", expression="document.body.classList.contains('-first-byte')")
                ready = ready or said.get("result", {}).get("value") is True
                if ready:
                    break
                await asyncio.sleep(0.2)
            assert ready, "nothing was drawn"
            done = False
            for _ in range(50):
                # Again until it arrives: a key before the page listens is nobody's.
                await browser.call("Runtime.evaluate", expression="document.querySelector('textarea').focus()")
                await browser.press("ф")
                await asyncio.sleep(0.2)
                done = _approved(folder)
                if done:
                    break
            picture = await browser.call("Page.captureScreenshot", format="png")
            (folder / "browser.png").write_bytes(base64.b64decode(picture["data"]))
            await browser.call("Runtime.evaluate", expression="1")
            outside = [url for url in browser.requests if not url.startswith((address, address.replace("http:", "ws:"), "data:"))]
            assert browser.requests
            assert not outside, outside
            await browser.call("Page.navigate", url="about:blank")
            return done


def _approved(folder):
    import sqlite3

    for place in Path(folder).rglob("*.db"):
        if place.parent.name == "reviews":
            with sqlite3.connect(f"file:{place}?mode=ro", uri=True) as database:
                return database.execute("SELECT count(*) FROM step").fetchone()[0] > 0
    return False


def opened_after(folder):
    """The session of the catalog, once the page's process has let go of it."""
    from passages.review import Session

    end = time.monotonic() + 20
    while True:
        session = Session.open(folder / "guide.po", reviewer="Asel")
        if session.read_only is None or time.monotonic() > end:
            return session
        session.close()
        time.sleep(0.2)


@pytest.mark.parametrize("how", ["SIGKILL", "SIGTERM", "SIGINT"])
def test_a_page_whose_server_has_ended_lets_go_of_the_session(tmp_path, how):
    catalog(tmp_path)
    process = subprocess.Popen(
        [sys.executable, "-m", "endonym", "review", "--web", "guide.po"],
        cwd=tmp_path, env={**os.environ, "HOME": str(tmp_path), "LANGUAGE": "en"}, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    process.stdout.readline()
    address = process.stdout.readline().strip()

    async def look_and_end():
        async with aiohttp.ClientSession() as client, client.ws_connect(f"{address.replace('http', 'ws')}ws?width=80&height=24") as socket:
            for _ in range(6):
                await socket.receive()
            process.send_signal(getattr(signal, how))

    asyncio.run(look_and_end())
    process.wait(20)
    process.stdout.close()
    with opened_after(tmp_path) as session:
        assert session.read_only is None
