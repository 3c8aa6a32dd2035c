"""Which files of the paths that were named: folders walked in a stable order, ignored and binary files left out.

A path that is named is taken, ignored, hidden or linked as it may be; only `exclude` overrules it. In folders, `.gitignore`
files (of the whole repository, and `.git/info/exclude`) are obeyed as git means them; hidden files and folders, and so `.git` and
`.endonym`, are passed over in silence; links are not followed. Without `include`, a folder gives the files whose suffix belongs
to a format; files without a suffix (LICENSE, Makefile) must be named or included.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from passages.encoding import HEAD, looks_binary
from passages.errors import DocumentError
from passages.formats import FORMATS
from translit.message import Message
from translit.values import value

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec
    from pathspec.pattern import Pattern


@value
class Found:
    """A file to read."""

    path: Path
    """Where it is: a named path, or one below a named folder."""


@value
class Skipped:
    """A file passed over, which a user might have expected to be read."""

    path: Path
    """Where it is."""
    reason: str
    """Why, in a few words."""


def walk(
    paths: Iterable[str | Path], include: Sequence[str] = (), exclude: Sequence[str] = (), use_gitignore: bool = True
) -> Iterator[Found | Skipped]:
    """The files of the paths, each once, in the order of the paths and by name inside folders.

    `include` and `exclude` are patterns in the language of `.gitignore`, relative to the folder that was named: `*.md`
    anywhere, `/drafts` at its top, `old/**`. `include` replaces the default choice by suffix.

    Raises:
        DocumentError: at once for a path that does not exist or a malformed pattern; on the way for a folder that cannot be listed.
    """
    places = [Path(path) for path in paths]
    for place in places:
        try:
            place.stat()
        except (OSError, ValueError) as error:
            if isinstance(error, OSError):
                raise DocumentError.from_os(place, error, "find") from error
            raise DocumentError(place, "it is no path", "check the spelling of the path") from error
    return _walked(places, _Choice(_globs(include) if include else None, _globs(exclude) if exclude else None), use_gitignore)


@value
class _Choice:
    """What the caller wants of a folder's files."""

    include: GitIgnoreSpec | None
    """Only these; None for the suffixes of the formats."""
    exclude: GitIgnoreSpec | None
    """None of these; None excludes nothing."""

    def takes(self, relative: str) -> bool:
        """Whether a file is wanted; `relative` has `/` between its parts."""
        if self.include is not None:
            return self.include.match_file(relative)
        return PurePosixPath(relative).suffix.lower() in _SUFFIXES

    def refuses(self, relative: str) -> bool:
        """Whether a file, or a folder (with `/` at its end), is excluded."""
        return self.exclude is not None and self.exclude.match_file(relative)


_SUFFIXES = frozenset(suffix for format in FORMATS for suffix in format.suffixes)


def _globs(patterns: Sequence[str]) -> GitIgnoreSpec:
    """The caller's patterns; git would take a malformed one for one that matches nothing, which a caller cannot mean."""
    for pattern in patterns:
        if re.search(_MALFORMED, re.sub(_CLOSED, "", pattern)):
            raise DocumentError(pattern, "the pattern is malformed", "close its [ with ], or write \\[ or \\\\ for the character itself")
    try:
        return _spec(patterns)
    except ValueError as error:
        raise DocumentError(
            " ".join(patterns), "the pattern is malformed", "write it as in a .gitignore file: *.md, /drafts, old/**"
        ) from error


_CLOSED = r"\\.|\[[!^]?\]?[^\]]*\]"
"""What is whole in a pattern: an escaped character, a class in brackets (gitignore(5), fnmatch(3))."""

_MALFORMED = r"\[|\\\Z"
"""What is left of one that is not: an open bracket, a backslash at the end."""


def _spec(patterns: Iterable[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def _walked(places: list[Path], choice: _Choice, use_gitignore: bool) -> Iterator[Found | Skipped]:
    """What `walk` promises, each real file once."""
    seen: set[str] = set()
    for place in places:
        if place.is_dir():
            real = place.resolve()
            items = _folder(place, real, "", choice, _Ignored.above(real) if use_gitignore else None)
        elif not place.is_file():
            raise DocumentError(place, "it is neither a file nor a folder", "name a file; for a pipe, write it to a file first")
        elif choice.refuses(_relative(place)):
            items = iter([Skipped(place, "excluded")])
        else:
            items = iter([Found(place)])
        for item in items:
            if isinstance(item, Found):
                file = os.path.realpath(item.path)
                if file in seen:
                    continue
                seen.add(file)
            yield item


def _relative(place: Path) -> str:
    """A named file's path as patterns see it: from the working directory where it lies below, else its whole path."""
    absolute = Path(os.path.normpath(place.absolute()))
    here = Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else absolute.relative_to(absolute.anchor)).as_posix()


def _folder(folder: Path, real: Path, below: str, choice: _Choice, ignored: _Ignored | None) -> Iterator[Found | Skipped]:
    """The files of a folder; `real` is where it is without links, `below` its path from the named one, with `/` at its end."""
    if ignored is not None:
        ignored = ignored.entering(real)
    try:
        with os.scandir(folder) as entries:
            ordered = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        raise DocumentError.from_os(folder, error, "list") from error
    for entry in ordered:
        if entry.name.startswith("."):
            continue
        path = folder / entry.name
        is_folder = entry.is_dir(follow_symlinks=False)
        relative = below + entry.name + ("/" if is_folder else "")
        if choice.refuses(relative) or (ignored is not None and ignored(real / entry.name, is_folder)):
            continue
        if is_folder:
            yield from _folder(path, real / entry.name, relative, choice, ignored)
        elif entry.is_symlink():
            if choice.takes(relative) and os.path.isfile(path):  # noqa: PTH113 -- false, not an error, where it leads into a closed folder
                yield Skipped(path, "a link; name it to have it read")
        elif entry.is_file() and choice.takes(relative):
            yield Skipped(path, "not text") if _is_binary(path) else Found(path)
        elif choice.include is None and entry.is_file():
            yield Skipped(
                path, Message("no format for {suffix}", suffix=path.suffix) if path.suffix else "no suffix; name it to have it read"
            )


def _is_binary(path: Path) -> bool:
    """Whether the file begins as no text does; a file that cannot be read is left to its reader to complain about."""
    try:
        with path.open("rb") as file:
            return looks_binary(file.read(HEAD))
    except OSError:
        return False


@value
class _Ignored:
    """The `.gitignore` files in force in one folder (gitignore(5)): the deepest with a matching pattern decides. Paths are absolute, without links."""

    specs: tuple[tuple[Path, GitIgnoreSpec], ...]
    """From the weakest to the strongest: the folder that its patterns are relative to, and the patterns."""

    @classmethod
    def above(cls, folder: Path) -> _Ignored:
        """Those of the folders above, up to the repository's root; none outside a repository or where the folder is ignored itself."""
        root = next((place for place in (folder, *folder.parents) if os.path.exists(place / ".git")), None)  # noqa: PTH110 -- Path.exists raises where a folder may not be entered
        if root is None:
            return cls(())
        ignored = cls(_patterns(root / ".git" / "info" / "exclude", root))
        here = root
        for name in folder.relative_to(root).parts:
            ignored = ignored.entering(here)
            here /= name
            if ignored(here, True):
                return cls(())
        return ignored

    def entering(self, folder: Path) -> _Ignored:
        """Those in force inside the folder."""
        return _Ignored((*self.specs, *_patterns(folder / ".gitignore", folder)))

    def __call__(self, path: Path, is_folder: bool) -> bool:
        """Whether git would ignore it, given that it ignores none of the folders above."""
        for base, spec in reversed(self.specs):
            relative = path.relative_to(base).as_posix() + ("/" if is_folder else "")
            for pattern in reversed(spec.patterns):
                if pattern.include is not None and _is_itself_matched(pattern, relative):
                    return pattern.include
        return False


def _is_itself_matched(pattern: Pattern, relative: str) -> bool:
    """Whether a pattern matches the path itself, as git asks, and not only a folder above it, as pathspec does too.

    Else `!foo/` would take back what `bar` says of `foo/bar`. The group `ps_d` is the slash after the folder that matched; a pattern
    without one (`bar/**`) speaks of what is in the folder `bar/`, so its slash does not count.
    """
    regex: re.Pattern[str] | None = getattr(pattern, "regex", None)
    if regex is None:
        return False
    if any(match.groupdict().get("ps_d") is not None and match.end("ps_d") == len(relative) for match in regex.finditer(relative)):
        return True
    return any(match.groupdict().get("ps_d") is None for match in regex.finditer(relative.removesuffix("/")))


def _patterns(file: Path, base: Path) -> tuple[tuple[Path, GitIgnoreSpec], ...]:
    """The patterns of an ignore file, where it exists and can be read."""
    try:
        lines = file.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return ()
    return ((base, _spec(lines)),) if any(line.strip() and not line.startswith("#") for line in lines) else ()
