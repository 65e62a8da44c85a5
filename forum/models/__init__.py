"""Sessions, reports of citizens and discussions."""
