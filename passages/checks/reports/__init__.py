"""What the checks found in files, told: for people (text, HTML) and for programs (JSON, SARIF)."""
