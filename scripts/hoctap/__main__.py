"""`python -m hoctap` is the same as the command `hoctap`."""

import sys

from hoctap.cli import main

sys.exit(main())
