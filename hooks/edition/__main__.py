"""``python -m edition``: the desk."""

import sys

from edition.cli import main

sys.exit(main())
