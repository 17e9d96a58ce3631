"""Pure functions of the catalog, one module for each kind of page. They compute; templates show.

A view is a frozen dataclass of values ready to be shown. Nothing here writes, prints or knows HTML.
"""
