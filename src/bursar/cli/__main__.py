"""`python -m bursar.cli`: the same command without its script."""

from bursar.cli.commands import main

if __name__ == "__main__":
    main()
