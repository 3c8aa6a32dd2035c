"""Keys of pairs: short, the same while the source stays, and never two the same in one file."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b


def content_key(*parts: str | bytes) -> str:
    """A key made of what a pair says: 16 hexadecimal digits."""
    told = b"\0".join(part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass") for part in parts)
    return blake2b(told, digest_size=8).hexdigest()


def distinct(keys: Iterable[str]) -> list[str]:
    """The keys in their order; the second of the same is `key#2`, and so on."""
    made: list[str] = []
    used: set[str] = set()
    counts: dict[str, int] = {}
    for key in keys:
        one = key
        while one in used:
            counts[key] = counts.get(key, 1) + 1
            one = f"{key}#{counts[key]}"
        used.add(one)
        made.append(one)
    return made
