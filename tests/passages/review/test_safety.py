"""A review that is killed at any moment has everything that was shown as done, and at most the step under way besides."""

import os
import signal
import subprocess
import sys

from passages.review import Session
from tests.passages.review.conftest import Bitext, rows, write

REVIEWER = """
import sys
from passages.pair import PairState
from passages.review import Session
from tests.passages.review.conftest import Bitext
with Session.open(sys.argv[1], reviewer="Aigerim", opener=Bitext) as session:
    print("ready", flush=True)
    for number in range(int(sys.argv[2]), 10**6):
        at = number % len(session)
        session.keep_draft(at, f"draft {number}")
        session.edit(at, f"text {number}")
        session.set_state([at], PairState.APPROVED if number % 2 else PairState.NEEDS_WORK)
        session.comment(at, f"comment {number}")
        print(number, flush=True)
        if number % 7 == 6:
            session.save()
"""


def test_killed_in_a_loop_it_keeps_every_step(file):
    write(file, rows([(f"Sentence {number}.", "") for number in range(4)]))
    begin = 0
    for round in range(5):
        process = subprocess.Popen(
            [sys.executable, "-c", REVIEWER, str(file), str(begin)],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        assert process.stdout.readline() == "ready\n"
        for _ in range(1 + round * 5):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        rest, _ = process.communicate()
        assert process.returncode == -signal.SIGKILL
        last = max((int(line) for line in rest.split("\n")[:-1]), default=begin + round * 5)
        with Session.open(file, reviewer="Aigerim", opener=Bitext) as session:
            said = [comment.text for index in range(len(session)) for comment in session.comments(index)]
            there = {int(one.partition(" ")[2]) for one in said}
            assert there >= set(range(last + 1)), "a comment that was shown is gone"
            assert there <= set(range(last + 2)), "at most the step under way may be there besides"
            assert len(said) == len(there)
            for index in range(len(session)):
                mine = [number for number in there if number % len(session) == index]
                if mine and last + 1 not in range(index, 10**6, len(session)):
                    assert session.pair(index).target == f"text {max(mine)}"
            assert session.news is None or "on both sides" not in session.news
            assert session.comments(0) == tuple(sorted(session.comments(0), key=lambda one: int(one.text.partition(" ")[2])))
            begin = max(there) + 1
            session.save()
    with Session.open(file, reviewer="Aigerim", opener=Bitext) as session:
        assert not session.unsaved
        steps = 0
        while session.undo():
            steps += 1
        assert steps >= begin * 2, "an edit and a comment each"
        assert not any(session.comments(index) for index in range(len(session)))
