"""Sentences with figures: what they say of which unit, as proposals for a person to judge."""
