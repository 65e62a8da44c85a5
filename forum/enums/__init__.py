"""Choices of the forum: values are stored, labels are what people read."""
