"""Drawings of Keras layers: whole networks, blocks, and what a filter covers."""
