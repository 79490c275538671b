"""Citing the edition: what is cited (CSL items), how styles say it, and the files that tools import."""
