# ruff: noqa: A005 - tests mirror src, where `platform` is a rung of the ladder.
