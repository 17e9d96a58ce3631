"""What a long piece of work tells of its way. Must not print: whoever shows it makes a subclass."""


class Steps:
    """Tells nobody."""

    def step(self, name: str) -> None:
        """Say that the step of this name begins, and the one before it is over."""

    def count(self, done: int, total: int, long: int = 0) -> None:
        """Say how many pieces of the step under way are done or at work, of how many; the first `long` are the longest.

        While those are made nobody knows how long the others will take.
        """
