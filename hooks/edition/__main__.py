"""``python -m edition``: the desk."""

import sys

from edition.desk import main

sys.exit(main())
