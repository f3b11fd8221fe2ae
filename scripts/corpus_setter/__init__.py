"""Typesets the corpus of fictional municipal plans from their sources."""
