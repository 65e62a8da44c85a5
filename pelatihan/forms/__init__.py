"""Shapes and messages of what is typed."""
