"""Vietnamese as it is written: numbers, dates, money, sorting, folding; and old encodings read back."""
