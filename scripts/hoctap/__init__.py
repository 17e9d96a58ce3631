"""Sổ Học Tập: open data and a static site about Vietnam's learning-society movement."""

__version__ = "0.1.0"
