"""Ways in: the Excel form and its return, scaffolds of rows, and what a change does. Nothing here prints."""
