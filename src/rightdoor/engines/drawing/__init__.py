"""Drawings as accessible SVG, from plain data: families, scores, maps, each with its table."""
