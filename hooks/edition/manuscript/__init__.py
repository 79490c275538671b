"""Read a reader's copy of the chapter, split it into paragraphs, match them, and explain any mismatch."""
