"""Choices of training: values are stored, labels are what people read."""
