"""Citations of the edition: CSL items, citations formatted in several styles, and files for reference managers."""
