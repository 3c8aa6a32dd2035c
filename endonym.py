"""The command line of endonym."""


def main() -> None:
    """Run the command line."""
    raise SystemExit("endonym: not built yet")
