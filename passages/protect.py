"""What looks like prose and is not: addresses, file names, placeholders.

One scanner for every format. It errs on the side of prose where a run-together sentence is as likely
(“e.g. Astana.Then”): a dotted word is a file name only with a known extension and a host only with a known
top-level domain, written all in lower (or, for files, all in upper) case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from passages.segment import merged

EXTENSIONS = (
    "txt text md markdown rst adoc tex log doc docx odt rtf pdf epub fb2 djvu xls xlsx ods csv tsv ppt pptx odp html htm xhtml xml xsl dtd "
    "svg json jsonl yaml yml toml ini cfg conf env sql db sqlite po pot mo xlf xliff tmx tbx srt vtt ass sub properties strings resx arb "
    "ftl py pyi ipynb js mjs ts tsx jsx css scss php rb rs go java kt swift cpp hpp cs sh bat exe dll zip gz tgz bz2 xz 7z rar tar png jpg "
    "jpeg gif webp tif tiff bmp ico psd eps mp3 mp4 wav ogg flac avi mov mkv webm ttf otf woff woff2 bak tmp lock"
)
"""Suffixes of file names; after IANA's media types and everyday use. Words of prose (“in”, “so”) are not among them."""

DOMAINS = (
    "com org net edu gov mil int info biz name io dev app news media press wiki eu "
    "kz ru su by ua uz kg tj tm az ge md pl cz sk hu ro bg rs de fr uk ie nl dk se fi ee lv lt es pt gr tr il cn jp kr ca au nz br mx рф қаз бел укр"
)
"""Top-level domains (IANA root zone) without those that oftener are a word after a missing space (in, is, it, at, be, no, to, us, me, my, am, so …)."""

_EXTENSION = "|".join(sorted((form for word in EXTENSIONS.split() for form in (word, word.upper())), key=len, reverse=True))
_DOMAIN = "|".join(sorted(DOMAINS.split(), key=len, reverse=True))

_NATIVE = "|".join(domain for domain in DOMAINS.split() if not domain.isascii())

_CAPITAL = r"[A-ZА-ЯЁ][\w.+-]*+"
"""A part that begins as a name does: Russian/Kazakh/English are three names, docs/Kiev/x is a path."""

_ADDRESS = r"""[^\s<>"«»“”„\[\]`|]"""
_NAME = r"""[^\s<>"«»“”:*?|\\]"""

# Every alternative is anchored by what may not stand before it, and every run is bounded or possessive: a word of a
# million letters takes time in proportion, however it is made.
_TOKEN = rf"""
      (?P<url> (?<![^\W_]) (?: (?i:[a-z][a-z0-9+.-]{{0,20}}+://) | (?i:www\.)(?=\w) | (?i:mailto:|tel:|urn:|doi:)(?=\w) ) {_ADDRESS}{{1,4000}}+ )
    | (?P<mail> (?<![\w.+%-]) [\w.+%-]{{1,64}}+ @ [\w-]{{1,63}}+ (?: \.[\w-]{{1,63}}+ ){{1,10}}+ )
    | (?P<handle> (?<![\w@.]) @ [A-Za-z0-9_]{{2,30}}+ (?!\w) )
    | (?P<shortcode> (?<![\w:]) : [A-Za-z] [\w+-]{{1,40}}+ : (?![\w:]) )
    | (?P<hashtag> (?<![\w&#/]) \# (?=[\w]*[^\W\d_]) \w{{2,100}}+ )
    | (?P<path> (?<![\w.~/]) (?! {_CAPITAL} (?: / {_CAPITAL} ){{2,}}+ (?!/) ) [^\W\d][\w.+-]{{0,100}}+ (?: / \w[\w.+-]{{0,100}}+ ){{2,40}}+ /?+
              | (?<![\w/.~]) (?: ~ | \.{{1,2}} )?+ (?: / [\w.+-]++ ){{2,}}+ /?+
              | (?<![\w/.~]) (?: ~ | \.{{1,2}} ) / [\w.+-]++ /?+
              | (?<!\w) [A-Za-z]:[\\/] (?: {_NAME} | \\ ){{1,1000}}+
              | (?<!\\) \\\\ [\w.$-]++ (?: \\ {_NAME}++ )++ )
    | (?P<file> (?<![\w.+~/\\-]) [\w~.] [\w.+~()/\\-]{{0,255}} (?<=[\w)]) \. (?:{_EXTENSION}) (?![\w-]) (?!\.\w) )
    | (?P<host> (?<![\w@.-]) (?: \w[\w-]{{0,62}}+ \. ){{1,10}} (?:{_DOMAIN}) (?![\w-]) (?!\.\w) (?: :\d{{1,5}}+ )?+ (?: / {_ADDRESS}{{0,4000}}+ )?+ )
    | (?P<printf> % (?: \d{{1,2}}+\$ )?+ (?: \( [^()\s]{{1,80}}+ \) )?+ [-+#0]{{0,5}} (?: \d{{1,4}}+ | \* )?+ (?: \. (?: \d{{1,4}}+ | \* ) )?+
                  (?: hh|h|ll|l|q|j|z|t|L )? [diouxXeEfFgGcrsa@] (?!\w)
                | %[A-Z][A-Z0-9_]{{0,40}}+% )
    | (?P<brace> \$?+ \{{ [A-Za-z0-9_]{{0,80}}+ (?: [.\[!:] [^{{}}\s]{{0,80}}+ )?+ \}} )
    """

# One of these stands in everything `_TOKEN` finds; looking for them first keeps prose fast. Each is one character and what must follow it.
_TRIGGER = re.compile(
    r"@|#(?=\w)|\{|\\|%(?=[\w(#*+.-])|/(?=/|[\w.+-]+/)|~(?=/)|:(?=[^\W\d])"
    rf"|\.(?=[a-z0-9]{{2}}|[A-Z]{{3}}|/|7z|{_NATIVE})"
)

_TEMPLATE = r"\{\{[^{}\r\n]{1,200}\}\}|\{%[^{}\r\n]{1,200}%\}|%\([^()\r\n]{1,80}\)[-+#0-9.]*[diouxXeEfFgGcrsa]|\{[#.][^{}\r\n]{1,80}\}"
"""Marks that may hold spaces: the placeholders of Jinja and Python, the `{#id .class}` of Pandoc's headings."""

_TRAILING = ".,;:!?…'’*_~&"
_PAIRS = {")": "(", "}": "{"}


def protected(text: str) -> tuple[tuple[int, int], ...]:
    """The spans (code points, sorted, apart) of a text that no edit may touch.

    URLs, e-mail addresses, @handles, #hashtags, :shortcodes:, hosts, file names and paths without spaces, and placeholders: printf
    (`%s`, `%1$d`, `%(name)s`), brace (`{name}`, `${x}`) and template (`{{ name }}`).
    """
    return merged(_found(text))


def _found(text: str) -> Iterator[tuple[int, int]]:
    """The spans, in no order; some may overlap."""
    if "{" in text or "%(" in text:
        yield from (match.span() for match in re.finditer(_TEMPLATE, text))
    end, token = 0, None
    for trigger in _TRIGGER.finditer(text):
        token = token or _token()
        at = trigger.start()
        if at < end:
            continue
        start, end = _word(text, at, end)
        for match in token.finditer(text, start, end):
            yield match.start(), _without_stop(text, match) if match.lastgroup in {"url", "path", "host"} else match.end()


def _token() -> re.Pattern[str]:
    """The pattern of everything protected, compiled when a text has something like it: that costs a third of a bare start; `re` keeps it."""
    return re.compile(_TOKEN, re.VERBOSE)


def _word(text: str, at: int, floor: int) -> tuple[int, int]:
    """The span between white space around a position, not before `floor`."""
    start = at
    while start > floor and not text[start - 1].isspace():
        start -= 1
    stop = _SPACE.search(text, at)
    return start, len(text) if stop is None else stop.start()


_SPACE = re.compile(r"\s")


def _without_stop(text: str, match: re.Match[str]) -> int:
    """Where an address ends, without the punctuation of the sentence around it (GFM, section 6.9, extended autolinks)."""
    start, end = match.span()
    while end > start:
        last = text[end - 1]
        if last in _TRAILING or (last in _PAIRS and text.count(last, start, end) > text.count(_PAIRS[last], start, end)):
            end -= 1
        else:
            break
    return end
