"""`bursar serve`: the API on a database that is set up already, as one of any number of processes."""

from bursar.cli.listening import listen
from bursar.cli.options import Home, Host, Port
from bursar.cli.terminal import err
from bursar.kit.settings import load


def serve(*, host: Host = None, port: Port = None, home: Home = None) -> None:
    """Serve the API until stopped. The database must be there and migrated: see `bursar setup`.

    With BURSAR_REDIS_URL the jobs are run by `bursar worker`, else by this process.
    """
    from bursar.cli.databases import running_urls  # noqa: PLC0415 - see the package.
    from bursar.cli.serving import configure_logs, serve_until_stopped  # noqa: PLC0415

    settings = load(host=host, port=port, home=home)
    with listen(settings.host, settings.port) as listening:
        urls = running_urls(settings)
        configure_logs(settings)
        jobs = "run by `bursar worker`" if settings.redis_url else "run in this process"
        serve_until_stopped(
            settings,
            urls,
            listening,
            on_ready=lambda url: err.print(f"[green]✓[/green] Serving on [bold]{url}[/bold]; jobs are {jobs}."),
        )
