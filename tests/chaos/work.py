"""The worker as a process to be killed: `python -m tests.chaos.work`."""

import sys

from bursar.kit import settings
from bursar.worker.process import run
from tests.ground import urls_from_environment

if __name__ == "__main__":
    sys.exit(run(settings.load(), urls_from_environment()))
