"""A reader's own copy of the chapter: read from a file, split into paragraphs, matched, or its mismatch explained."""
