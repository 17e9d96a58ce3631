"""Search: what is known of every page and figure, written as files that a browser reads by part."""
