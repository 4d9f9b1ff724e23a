"""Prompts: versioned files of a package, `name@version.md`, each the static part of what a model is shown.

A version that was used is never edited; what is to be said otherwise is another version. The digest tells whether
somebody did.
"""

import functools
import hashlib
import re
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

_FILE: Final = re.compile(r"([a-z][a-z0-9_]*)@([1-9][0-9]{0,3})\.md")


class NoSuchPrompt(LookupError):  # noqa: N818 - named as what is the case.
    """A package has no prompt of this name and version: a mistake of ours."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One version of a prompt."""

    name: str
    version: int
    text: str

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the text."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def __str__(self) -> str:
        return f"{self.name}@{self.version}"


@functools.cache
def load_prompts(package: str) -> dict[str, Prompt]:
    """Return the prompts of a package by `name@version`. Raises ValueError for a file that is named otherwise."""
    found = {}
    for file in files(package).iterdir():
        if not file.name.endswith(".md"):
            continue
        named = _FILE.fullmatch(file.name)
        if named is None:
            raise ValueError(f"{file.name} is not named as a prompt: name@version.md")
        prompt = Prompt(named[1], int(named[2]), file.read_text(encoding="utf-8").strip() + "\n")
        found[str(prompt)] = prompt
    return found


def load_prompt(package: str, name: str) -> Prompt:
    """Return a prompt by `name@version`, or the newest version by `name`. Raises NoSuchPrompt."""
    prompts = load_prompts(package)
    if "@" in name:
        versions = [prompts[name]] if name in prompts else []
    else:
        versions = [prompt for prompt in prompts.values() if prompt.name == name]
    if not versions:
        raise NoSuchPrompt(f"{package} has no prompt {name}")
    return max(versions, key=lambda prompt: prompt.version)
