"""How a name is written: scripts, romanization systems, engine, reverse, identification, spellings, likeness."""
