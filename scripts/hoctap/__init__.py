"""Sổ Học Tập: open data and a static site about Vietnam's learning-society movement."""
