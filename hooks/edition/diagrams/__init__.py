"""Diagrams of the data: Python computes the layout in integer SVG user units ("pixels"); templates write the SVG."""
