"""The review screen in a browser on this computer, by textual-serve.

Owns the page, who may see it, and that only one such server runs for a project. The page loads nothing from anywhere but this server: its fonts
and script come with textual-serve (MIT), and a Content-Security-Policy forbids the rest. The address holds a secret that other accounts and
other pages in the browser do not know; names are checked against rebinding. The screen itself runs in a process of its own for each page.
"""

from __future__ import annotations

import os
import secrets
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from glossary.speech import Speech

if TYPE_CHECKING:
    from aiohttp import web

HOST = "127.0.0.1"
"""The only address that is listened at."""
_POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self' ws://{host}; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="static/css/xterm.css">
<style>
@font-face {{ font-family: "Roboto Mono"; font-weight: 100 700; src: url("static/fonts/RobotoMono-VariableFont_wght.ttf"); }}
@font-face {{ font-family: "Roboto Mono"; font-weight: 100 700; font-style: italic; src: url("static/fonts/RobotoMono-Italic-VariableFont_wght.ttf"); }}
html, body {{ margin: 0; height: 100%; background: #121212; color: #e4e4e4; font-family: "Roboto Mono", monospace; }}
#terminal {{ width: 100vw; height: 100vh; }}
#over {{ display: none; position: fixed; inset: 0; background: #121212; align-items: center; justify-content: center; z-index: 10; }}
body.-closed #over {{ display: flex; }}
button {{ font: inherit; padding: .5em 1.5em; margin-left: 1em; }}
</style>
<script src="static/js/textual.js"></script>
</head>
<body>
<div id="over"><span>{over}</span><button type="button" id="again">{again}</button></div>
<div id="terminal" class="textual-terminal" data-session-websocket-url="{socket}" data-font-size="16"></div>
<script nonce="{nonce}">document.getElementById("again").addEventListener("click", () => location.reload());</script>
</body>
</html>
"""


def serve(file: Path, words: Sequence[str], port: int, speech: Speech) -> None:
    """Serve the screen until Ctrl+C.

    Args:
        file: what is reviewed; it tells the project, and must be there.
        words: the command that shows the screen, run once for each page.
        port: the port to listen at; 0 for a free one.
        speech: the reviewer's language.

    Raises:
        DocumentError: where the file is not there or another server runs for the project.
        click.UsageError: where textual-serve is not installed.
    """
    from passages.errors import DocumentError
    from passages.lock import HeldError, locked
    from passages.review.place import HOME, project_of
    from translit.message import Message

    try:
        import textual_serve.server  # noqa: F401  # asked for before anything is begun
    except ImportError as error:
        raise click.UsageError(speech.text("--web needs textual-serve: pip install 'endonym[web]'")) from error
    if not file.is_file():
        raise DocumentError(file, Message("there is no such file"), Message("check the spelling of the path"))
    home = project_of(file) / HOME
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DocumentError.from_os(home, error, "write") from error
    try:
        with locked(home / "web.lock"):
            _run(file, words, port, speech)
    except HeldError as error:
        raise DocumentError(
            home, Message("the review of this project is served in a browser already"), Message("use that page, or end that command")
        ) from error


def _run(file: Path, words: Sequence[str], port: int, speech: Speech) -> None:
    """Listen, say where, and serve."""
    import asyncio
    import logging
    import signal
    import socket

    from aiohttp import web

    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except OSError as error:
        listening.close()
        raise click.UsageError(speech.text("--port: {port} is taken; name another, or none", port=port)) from error
    address = f"{HOST}:{listening.getsockname()[1]}"
    secret = secrets.token_urlsafe(24)
    logging.getLogger("textual-serve").setLevel(logging.ERROR)

    async def until_told() -> None:
        runner = web.AppRunner(application(file.name, words, address, secret, speech), shutdown_timeout=3)
        await runner.setup()
        await web.SockSite(runner, listening).start()
        click.echo(speech.text("Open this page; Ctrl+C ends it:"))
        click.echo(f"http://{address}/{secret}/")
        sys.stdout.flush()
        told = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            try:
                loop.add_signal_handler(number, told.set)
            except NotImplementedError:
                break  # Windows: Ctrl+C ends asyncio.run itself
        await told.wait()
        await runner.cleanup()

    asyncio.run(until_told())


def application(title: str, words: Sequence[str], address: str, secret: str, speech: Speech) -> web.Application:
    """The server's routes, all below the secret.

    Args:
        title: the page's.
        words: the command that shows the screen.
        address: host and port as a browser writes them.
        secret: the first part of every path.
        speech: the reader's language.
    """
    import html

    from aiohttp import web
    from textual_serve.server import Server

    server = Server(
        f"exec {shlex.join(words)}" if os.name == "posix" else shlex.join(words),
        host=HOST,
        port=int(address.rpartition(":")[2]),
        title=title,
    )
    hosts = {address, address.replace(HOST, "localhost")}

    @web.middleware
    async def guarded(request: web.Request, handler: object) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        if request.host not in hosts or (origin is not None and origin.removeprefix("http://") not in hosts):
            raise web.HTTPForbidden(text="wrong host")
        response: web.StreamResponse = await handler(request)  # type: ignore[operator]
        if not response.prepared:
            response.headers.update({"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store"})
        return response

    async def page(request: web.Request) -> web.Response:
        nonce = secrets.token_urlsafe(12)
        text = _PAGE.format(
            language=html.escape(speech.language),
            title=html.escape(title),
            over=html.escape(speech.text("The review is closed; every step is kept.")),
            again=html.escape(speech.text("Go on")),
            socket=html.escape(f"ws://{request.host}/{secret}/ws"),
            nonce=nonce,
        )
        return web.Response(
            text=text, content_type="text/html", headers={"Content-Security-Policy": _POLICY.format(nonce=nonce, host=request.host)}
        )

    made = web.Application(middlewares=[guarded])
    made.add_routes(
        [
            web.get(f"/{secret}/", page),
            web.get(f"/{secret}/ws", server.handle_websocket),
            web.static(f"/{secret}/static", server.statics_path),
        ]
    )
    return made
