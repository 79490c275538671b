"""The edition as pages, pictures, citations and outputs see it."""
