"""Views into HTML and SVG, through one autoescaped environment. Computes nothing; reads no data file."""
