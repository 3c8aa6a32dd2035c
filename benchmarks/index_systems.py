"""Write the index of the systems anew after schemes were added or changed: python benchmarks/index_systems.py."""

from __future__ import annotations

from translit.loading import SCHEMES
from translit.tables import Tables

if __name__ == "__main__":
    print(f"{Tables(SCHEMES).write()} systems")
