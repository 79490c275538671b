"""What a page is given: templates, metadata, linked data."""
