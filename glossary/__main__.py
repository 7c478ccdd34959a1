"""``python -m glossary``: the same as the command ``glossary``."""

from glossary.cli import main

if __name__ == "__main__":
    main()
