"""A text with everything in it that could steer a terminal, or that nobody would see, as a sign in its place.

One code point stays one code point, so that spans found in the text hold in what is shown. Which signs are not the text's own is told by
comparing the two.
"""

from __future__ import annotations

import re

_SIGNS = {
    **{code: 0x2400 + code for code in range(0x20)},  # the control pictures: ␛ for the escape
    0x0A: 0x21B5,  # ↵
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0x2426),  # C1 has no pictures of its own
    **dict.fromkeys((0xAD, 0x2028, 0x2029), 0x2424),
    **dict.fromkeys((0x200B, 0x2060, 0xFEFF, 0x180E), 0x2423),  # spaces without width
    **dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x2070)), 0xA6),  # directional controls
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),  # lone surrogates
    **dict.fromkeys((*range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080)), 0xFFFD),  # annotations and tags
}
_STRANGE = re.compile("[" + "".join(f"\\U{code:08x}" for code in _SIGNS) + "]")


def safe(text: str) -> str:
    """The text as it may be sent to a terminal, of the same length in code points.

    Control characters are control pictures (Unicode block 2400), a line feed ↵, directional controls ¦, invisible spaces ␣, the soft hyphen
    and line separators ␤, what is no character �. The joiners U+200C and U+200D stay: words of Persian and Hindi need them.
    """
    return text if _STRANGE.search(text) is None else text.translate(_SIGNS)
