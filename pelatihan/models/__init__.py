"""Programmes, events, hours of learning and what they changed."""
