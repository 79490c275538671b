"""The model of the edition that pages, diagrams, citations and outputs are made from."""
