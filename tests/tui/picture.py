"""Draws docs/review.svg, the picture of the review screen in the README, from the bundled sample: `python -m tests.tui.picture`."""

import re
import tempfile
from pathlib import Path

from passages.pair import PairState
from passages.samples import put
from tests.tui.desk import opened, play

PLACE = Path(__file__).parents[2] / "docs" / "review.svg"


def picture():
    """The picture: the sample at its sixth pair, those before it approved. It names no font of another server."""
    drawn = []

    def draw(app):
        drawn.append(app.export_screenshot(title="endonym review oil-towns.ru.po"))

    with tempfile.TemporaryDirectory() as folder, opened(put(Path(folder))) as session:
        session.set_state(range(5), PairState.APPROVED)
        session.position = 5
        play(session, [], draw, size=(110, 32))
    return re.sub(r"@font-face \{.*?\}\s*", "", drawn[0], flags=re.DOTALL)


if __name__ == "__main__":
    PLACE.write_text(picture(), "utf-8")
