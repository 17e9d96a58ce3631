"""A version of the data: recorded, compared with another, verified."""
