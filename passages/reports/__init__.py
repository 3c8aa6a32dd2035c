"""What was found, told: one model of a run and its reporters for people (text, HTML) and for programs (JSON, SARIF)."""
