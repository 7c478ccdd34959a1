"""What is known about English and Chinese names: scripts, readings, variants, romanisation, titles."""
