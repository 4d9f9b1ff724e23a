"""What models are told: one file for each version of a prompt, `name@version.md`, never edited once it was used."""
