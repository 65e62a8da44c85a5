"""Writes of training. Keyword-only functions; each is one transaction with its checks and its audit entry."""
