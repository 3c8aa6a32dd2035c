"""The review screen through a pseudo-terminal of 120 × 40: how soon it stands, how soon a key is painted, what it holds.

    python benchmarks/screen.py [--pairs 100000] [--keys 200] [--peers] [--write]

A translation memory of so many pairs is made, seeded; `endonym review` opens it in a pty as a user's terminal would, answering the query for
synchronized output so that the end of each painting is told (`CSI ? 2026 l`). *Mount* is from the first sequence of the screen (the alternate
buffer) to the end of its first painting; *key to paint* from a key's byte to the end of the painting that it causes; *resize* from SIGWINCH to
the end of the painting that reaches the new last line. Between two keys pass 30 to 300 ms, at random and seeded. Memory is the resident set of the process, whole. `--peers` shows the same pairs in
Textual's DataTable and OptionList (wrapped cells, the rows added at mount), in processes of their own, in the same run; a peer that has not
painted after a minute is ended.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import random
import select
import signal
import struct
import sys
import tempfile
import termios
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
WORDS = "the town of Zhanaozen and Aktau oil workers strike region Mangistau company was founded during night December people square road sea".split()  # noqa: SIM905
SLOVA = "город Жанаозен и Актау нефтяники область Мангистау компания основана ночью декабря люди площадь дорога море Джанаозен был там где".split()  # noqa: SIM905
LIMITS = {"mount": 0.3, "key": 0.05, "resize": 0.2, "memory": 150.0}


@dataclass
class Terminal:
    """A program in a pty, and what it has written so far."""

    command: list[str]
    environment: dict[str, str]
    columns: int = 120
    rows: int = 40
    seen: bytearray = field(default_factory=bytearray)
    pid: int = 0
    handle: int = -1

    def start(self) -> float:
        """Begin; the time of it."""
        begun = time.perf_counter()
        self.pid, self.handle = pty.fork()
        if self.pid == 0:
            os.execvpe(self.command[0], self.command, self.environment)
        self.size(self.columns, self.rows)
        return begun

    def size(self, columns: int, rows: int) -> None:
        """Make the terminal another size."""
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds: float) -> bool:
        """Read what is there, waiting so long at most."""
        ready, _, _ = select.select([self.handle], [], [], seconds)
        if not ready:
            return False
        try:
            got = os.read(self.handle, 1 << 16)
        except OSError:
            return False
        if b"\x1b[?2026$p" in got:
            os.write(self.handle, b"\x1b[?2026;2$y")
        self.seen += got
        return bool(got)

    def until(self, mark: bytes, since: int, seconds: float) -> float | None:
        """The time at which a mark has come, from a place of the output on; None where it does not."""
        end = time.perf_counter() + seconds
        while self.seen.find(mark, since) < 0:
            left = end - time.perf_counter()
            if left <= 0 or (not self.read(min(left, 0.5)) and not self.alive):
                return None
        return time.perf_counter()

    def rest(self, quiet: float = 0.1) -> float:
        """Read until nothing has come for a while; the time of the last that did."""
        last = time.perf_counter()
        while self.read(quiet):
            last = time.perf_counter()
        return last

    @property
    def alive(self) -> bool:
        """Whether the program runs."""
        return os.waitpid(self.pid, os.WNOHANG) == (0, 0)

    def memory(self) -> tuple[float, float]:
        """Resident memory now and at its highest, 10⁶ bytes."""
        lines = dict(line.split(":", 1) for line in Path(f"/proc/{self.pid}/status").read_text().splitlines())
        return tuple(int(lines[name].split()[0]) * 1024 / 1e6 for name in ("VmRSS", "VmHWM"))  # type: ignore[return-value]

    def stop(self) -> None:
        """End the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.handle)


def memory(path: Path, pairs: int) -> None:
    """Write a translation memory of so many pairs."""
    chance = random.Random(2011)
    with path.open("w", encoding="utf-8") as file:
        file.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n<header srclang="en" datatype="plaintext" segtype="sentence"/>\n<body>\n'
        )
        for _ in range(pairs):
            source, target = (" ".join(chance.choices(words, k=chance.randint(4, 28))) for words in (WORDS, SLOVA))
            file.write(f'<tu><tuv xml:lang="en"><seg>{source}</seg></tuv><tuv xml:lang="ru"><seg>{target}</seg></tuv></tu>\n')
        file.write("</body>\n</tmx>\n")


def measure(command: list[str], environment: dict[str, str], keys: list[bytes], *, patience: float = 60) -> dict[str, float]:
    """Start, mount, press keys, resize, weigh."""
    terminal, pause = Terminal(command, environment), random.Random(7)
    begun = terminal.start()
    try:
        shown = terminal.until(b"\x1b[?1049h", 0, patience)
        at = terminal.seen.find(b"\x1b[?1049h")
        painted = terminal.until(b"\x1b[?2026l", at, patience) if shown else None
        if shown is None or painted is None:
            return {"start": float("nan") if shown is None else shown - begun, "mount": float("inf")}
        terminal.rest(0.5)
        told = {"start": shown - begun, "mount": painted - shown}
        times: list[float] = []
        for key in keys:
            since = len(terminal.seen)
            pressed = time.perf_counter()
            os.write(terminal.handle, key)
            done = terminal.until(b"\x1b[?2026l", since, 2)
            if done is not None:
                times.append(done - pressed)
            time.sleep(pause.uniform(0.03, 0.3))  # held, typed, thought over
            terminal.rest(0.02)  # what was judged meanwhile is painted too
        ordered = sorted(times)
        told |= {"key": ordered[int(len(ordered) * 0.95)], "median": median(times), "worst": ordered[-1], "keys": len(times)}
        resized = []
        for columns, rows in ((100, 30), (160, 45), (80, 24), (120, 40)):
            terminal.rest(0.2)
            since = len(terminal.seen)
            pressed = time.perf_counter()
            terminal.size(columns, rows)
            os.kill(terminal.pid, signal.SIGWINCH)
            terminal.until(b"\x1b[%d;1H" % rows, since, 5)  # the new last line
            done = terminal.until(b"\x1b[?2026l", terminal.seen.rfind(b"\x1b[%d;1H" % rows), 5)
            resized.append((done or float("inf")) - pressed)
        told["resize"] = max(resized)
        told["memory"], told["peak"] = terminal.memory()
        return told
    finally:
        terminal.stop()


PEER = """
import re, sys
from textual.app import App
from textual.widgets import DataTable, OptionList
pairs = re.findall(r"<seg>(.*?)</seg></tuv><tuv[^>]*><seg>(.*?)</seg>", open(sys.argv[2], encoding="utf-8").read())
class Peer(App):
    def compose(self):
        yield DataTable(cursor_type="row") if sys.argv[1] == "DataTable" else OptionList(*(f"{a} | {b}" for a, b in pairs))
    def on_mount(self):
        if sys.argv[1] == "DataTable":
            table = self.query_one(DataTable)
            table.add_columns("source", "target")
            for pair in pairs:
                table.add_row(*pair, height=None)
Peer().run()
"""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pairs", type=int, default=100_000)
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--write", action="store_true", help="write screen.md")
    asked = parser.parse_args()
    rows: list[tuple[str, dict[str, float]]] = []
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "memory.tmx"
        memory(place, asked.pairs)
        home = {
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "HOME": folder,
            "XDG_CACHE_HOME": folder,
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
        }
        moves = [b"j", b"j", b"\x1b[6~", b"k", b"j", b"\x1b[F", b"\x1b[5~", b"\x1b[H", b"a", b"x"]
        keys = [moves[number % len(moves)] for number in range(asked.keys)]
        command = [sys.executable, "-m", "endonym", "review", str(place)]
        rows.append(("endonym review, first time", measure(command, home, keys[:10])))
        rows.append(("endonym review", measure(command, home, keys)))
        if asked.peers:
            script = Path(folder) / "peer.py"
            script.write_text(PEER, encoding="utf-8")
            peers = ("DataTable", "OptionList")
            rows += [(peer, measure([sys.executable, str(script), peer, str(place)], home, [b"\x1b[B"] * 20)) for peer in peers]
    text = table(rows, asked.pairs)
    print(text)
    if asked.write:
        (ROOT / "benchmarks" / "screen.md").write_text(text, encoding="utf-8")
    own = rows[1][1]
    sys.exit(any(own[name] > limit for name, limit in LIMITS.items()))


def table(rows: list[tuple[str, dict[str, float]]], pairs: int) -> str:
    """The figures as Markdown."""
    lines = [
        "# The review screen",
        "",
        f"{pairs:,} pairs of a TMX file, a pty of 120 × 40 (`screen.py` says what each column is). Limits: mount ≤ 0.3 s, key to paint ≤ 50 ms (95 of 100),",
        "resize ≤ 0.2 s, memory ≤ 150 MB with the data.",
        "",
        "| | start | mount | key to paint, median | 95 of 100 | worst | resize | memory | peak |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for name, told in rows:
        cells = [f"{told['start']:.2f} s", f"{told['mount']:.2f} s" if told["mount"] < 1e9 else "> 60 s"]
        cells += [
            f"{1e3 * told[column]:.0f} ms" if told.get(column, float("inf")) < 1e9 else "–"
            for column in ("median", "key", "worst", "resize")
        ]
        cells += [f"{told[column]:.0f} MB" if column in told else "–" for column in ("memory", "peak")]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
