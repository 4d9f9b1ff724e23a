"""The API as a process to be killed: `python -m tests.chaos.serve`. Without Redis it runs the jobs itself."""

import uvicorn

from bursar.api.app import create_app
from bursar.kit import log, settings
from bursar.kit.jobs import CeleryHints
from bursar.platform.application import build_application
from bursar.platform.jobs.runner import Runner
from bursar.worker.handlers import import_handlers
from tests.ground import urls_from_environment


def main() -> None:
    """Serve until killed."""
    chosen = settings.load()
    log.configure(level=chosen.log_level, shape=chosen.log_format)
    import_handlers()
    application = build_application(chosen, urls_from_environment())
    beside = []
    if chosen.redis_url is not None:
        application.listener = CeleryHints(chosen.redis_url.get_secret_value())
    else:
        runner = Runner(application.queue, application, chosen.job_concurrency)
        application.listener = runner
        beside.append(runner.run)
    app = create_app(application, beside=beside)
    uvicorn.run(app, host=chosen.host, port=chosen.port, log_config=None, access_log=False)


if __name__ == "__main__":
    main()
