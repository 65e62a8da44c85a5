"""Sets of rows that have a name: who sees what, what is open, what is late."""
