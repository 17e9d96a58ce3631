"""Why prose pages are refused, said by whoever refuses them: macros, the generator, the configuration."""


class ProseError(Exception):
    """The prose pages are refused; the text says which page and why."""
