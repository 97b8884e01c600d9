"""Deliveries under torture: `make torture`. Small versions of the same scenarios are tests."""
