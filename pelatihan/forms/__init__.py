"""Shapes and messages of what people type."""
