"""Text on a terminal: made safe, measured in cells, wrapped, put into visual order; and keys by their place on the keyboard.

Owns how a text is laid out, never what it says: every character shown keeps the code point it came from. Knows no screen library.
"""
