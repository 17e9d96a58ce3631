"""What everything else speaks about: descriptors, rows, records, findings.

Owns data types only. It reads no file, knows no format and imports nothing of this package.
"""
