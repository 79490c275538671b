"""Pictures made of the data: Python says where things go, in whole pixels of a picture's own; templates draw them."""
