"""Texts for property tests: of a system's own letters, with all that a real text mixes in."""

from hypothesis import strategies as st

from translit import System

OTHERS = [
    " ",
    " ",
    " ",
    "\n",
    "-",
    ".",
    ",",
    "'",
    "’",
    "«",
    "»",
    "1",
    "i",
    "e",
    "o",
    "Windows",
    "\u0301",
    "\u0300",
    "\u00ad",
    "\u200d",
    "😀",
    "中",
    "\t",
    "\u00a0",
    "\u2000",
    "\u202f",
    "\u0308",
    "é",
    "\x01",
    "№",
]


def texts(system: System, max_size: int = 40) -> st.SearchStrategy[str]:
    """Words of the system's letters in every case, among other things."""
    letters = list(system.scheme.alphabet)
    keys = [key for key in system.scheme.rules if key != "^"]
    pieces = st.one_of(
        st.sampled_from(letters),
        st.sampled_from(letters).map(str.upper),
        st.sampled_from(keys),
        st.sampled_from(keys).map(str.upper),
        st.sampled_from(keys).map(str.capitalize),
        st.sampled_from(OTHERS),
    )
    return st.lists(pieces, max_size=max_size).map("".join)
