"""The one error of this package: its text is a whole Indonesian sentence for the person at the terminal."""


class LokalError(Exception):
    """An embedded server cannot be started, used or stopped."""
