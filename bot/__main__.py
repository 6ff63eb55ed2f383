"""What does `python -m bot` run?"""

from bot.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
