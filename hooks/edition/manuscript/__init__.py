"""Read a reader's copy of the chapter, match it with the edition's source paragraphs, and explain mismatches."""
