"""Chaos: people use Bursar over HTTP while its processes are killed; at the end every invoice is in the books once."""
