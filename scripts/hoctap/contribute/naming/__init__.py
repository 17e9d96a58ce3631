"""What people call units, indicators, periods and figures, and which of ours they mean."""
