"""The commands of the review screen, each defined once: its keys, its line in the footer, the palette and the help all come from here.

Owns names, default keys and words; what a command does is the screen's business (`tui.py`, `action_<name>`). A key is written as Textual
names it (`ctrl+g`, `f6`, `F`, `pagedown`).
"""

from __future__ import annotations

from dataclasses import dataclass

from glossary.speech import Speech


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a reviewer can ask for."""

    name: str
    """Its name in the configuration file and, as `action_<name>`, in the screen."""
    keys: tuple[str, ...]
    """The keys that ask for it; the first is the one that is shown. Empty where only the palette has it."""
    title: str
    """What it does, in a few words."""
    help: str
    """What it does, in a sentence."""
    group: str
    """The heading it stands under in the help."""
    hot: str = ""
    """One word for the footer; empty where it is not shown there."""
    writes: bool = False
    """True where it changes the review: not offered to who only reads."""


def commands(speech: Speech) -> tuple[Command, ...]:
    """All commands, in the order of the help, in the reviewer's language."""
    said = speech
    move, decide, fix = said.text("Move"), said.text("Decide"), said.text("Fix")
    write, find, segments, file = said.text("Write"), said.text("Find"), said.text("Segments"), said.text("File and screen")
    return (
        Command("up", ("up", "k"), said.text("Previous pair"), said.text("Go to the pair above."), move),
        Command("down", ("down", "j"), said.text("Next pair"), said.text("Go to the pair below."), move),
        Command("page_up", ("pageup",), said.text("Page up"), said.text("Go up by a screenful."), move),
        Command("page_down", ("pagedown",), said.text("Page down"), said.text("Go down by a screenful."), move),
        Command("first", ("home",), said.text("First pair"), said.text("Go to the first pair."), move),
        Command("last", ("end",), said.text("Last pair"), said.text("Go to the last pair."), move),
        Command("skip", ("space",), said.text("Skip"), said.text("Leave the pair undecided and go to the next unreviewed one."), move),
        Command(
            "go_to", ("ctrl+g",), said.text("Go to a number"), said.text("Go to the pair with a number, or a share such as 50 %."), move
        ),
        Command(
            "approve",
            ("a", "f8"),
            said.text("Approve"),
            said.text("Say that the pair is good and go to the next unreviewed one."),
            decide,
            hot=said.text("approve"),
            writes=True,
        ),
        Command(
            "needs_work",
            ("x", "f7"),
            said.text("Needs work"),
            said.text("Say that the pair is not good yet and go to the next unreviewed one."),
            decide,
            hot=said.text("needs work"),
            writes=True,
        ),
        Command(
            "reset",
            ("r",),
            said.text("Not reviewed"),
            said.text("Take the decision about the pair back: it counts as not reviewed."),
            decide,
            writes=True,
        ),
        Command("undo", ("u",), said.text("Undo"), said.text("Take the last step back, from earlier sittings too."), decide, writes=True),
        Command("redo", ("U",), said.text("Redo"), said.text("Make the step again that was taken back."), decide, writes=True),
        Command(
            "fix",
            ("f", "f6"),
            said.text("Apply the fix"),
            said.text("Apply the fix that is marked below; 1 to 9 or the arrows mark another."),
            fix,
            hot=said.text("fix"),
            writes=True,
        ),
        Command("next_fix", ("right",), said.text("Next fix"), said.text("Mark the next of the fixes offered."), fix),
        Command("previous_fix", ("left",), said.text("Previous fix"), said.text("Mark the fix before it."), fix),
        Command(
            "everywhere",
            ("F",),
            said.text("Fix everywhere"),
            said.text("Show every pair that the marked fix would change, and change them in one step."),
            fix,
            writes=True,
        ),
        Command(
            "dismiss",
            ("d",),
            said.text("Dismiss here"),
            said.text("Say that the finding is wrong here; it stays dismissed."),
            fix,
            writes=True,
        ),
        Command(
            "dismiss_rule",
            ("D",),
            said.text("Dismiss everywhere"),
            said.text("Say that findings of this kind are wrong in this file; they stay dismissed."),
            fix,
            writes=True,
        ),
        Command(
            "dismiss_spelling",
            (),
            said.text("Dismiss for these words"),
            said.text("Say that the finding is wrong for these words, wherever they stand; it stays dismissed."),
            fix,
            writes=True,
        ),
        Command(
            "restore",
            (),
            said.text("Show dismissed findings again"),
            said.text("Bring back all findings that were dismissed."),
            fix,
            writes=True,
        ),
        Command(
            "edit", ("e", "enter", "f2"), said.text("Edit"), said.text("Change the translation."), write, hot=said.text("edit"), writes=True
        ),
        Command("comment", ("c", "f4"), said.text("Comment"), said.text("Write a comment for the translator."), write, writes=True),
        Command(
            "glossary", ("g",), said.text("Glossary"), said.text("Show the names of the pair as the glossary has them; add one."), write
        ),
        Command("search", ("slash",), said.text("Search"), said.text("Look for a text in both columns."), find),
        Command("search_next", ("n",), said.text("Next hit"), said.text("Go to the next pair that holds what was searched for."), find),
        Command("search_back", ("N",), said.text("Previous hit"), said.text("Go to the one before."), find),
        Command(
            "filter",
            ("t",),
            said.text("Filter"),
            said.text("Show only some pairs: is:needs-work has:variant name:Zhanaozen text:oil, a minus before what is not wanted."),
            find,
        ),
        Command(
            "merge",
            ("m",),
            said.text("Merge"),
            said.text("Make one pair of this one and the next, where the file allows it."),
            segments,
            writes=True,
        ),
        Command(
            "split", ("s",), said.text("Split"), said.text("Make two pairs of this one, where the file allows it."), segments, writes=True
        ),
        Command(
            "shift_down",
            ("right_square_bracket",),
            said.text("Move translations down"),
            said.text("Move the translations from here on down by one pair."),
            segments,
            writes=True,
        ),
        Command(
            "shift_up",
            ("left_square_bracket",),
            said.text("Move translations up"),
            said.text("Move the translations from here on up by one pair."),
            segments,
            writes=True,
        ),
        Command(
            "save",
            ("ctrl+s",),
            said.text("Save"),
            said.text("Write the review into the file; nothing else in it changes."),
            file,
            writes=True,
        ),
        Command(
            "export", (), said.text("Export"), said.text("Write the pairs as TMX, XLIFF or CSV, or a report of the review as HTML."), file
        ),
        Command(
            "reload", (), said.text("Read the file again"), said.text("Take over what others have changed in the file."), file, writes=True
        ),
        Command("statistics", (), said.text("Statistics"), said.text("Show how far the review is."), file),
        Command(
            "inspector",
            ("i",),
            said.text("Inspector"),
            said.text("Show the findings, names and comments of the pair large, small or not at all."),
            file,
        ),
        Command(
            "bidi",
            (),
            said.text("Writing direction"),
            said.text("Let endonym order right-to-left text, or the terminal, or nobody."),
            file,
        ),
        Command("look", (), said.text("Colours"), said.text("Change the colours: dark, light, the terminal's own."), file),
        Command("palette", ("ctrl+p",), said.text("All commands"), said.text("Look for a command by its name."), file),
        Command("help", ("question_mark", "f1"), said.text("Help"), said.text("Show all keys."), file, hot=said.text("help")),
        Command(
            "quit", ("q",), said.text("Quit"), said.text("Leave; every step is kept, and asked about if it is not in the file yet."), file
        ),
    )
