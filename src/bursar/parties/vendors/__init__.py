"""A vendor is who sends bills and is paid. Active until blocked; bank accounts are written by people alone."""
