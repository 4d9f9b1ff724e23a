import httpx2
import pytest

from tests.books import Books
from tests.company import SignedIn


@pytest.fixture
def books(client: httpx2.AsyncClient, demo: SignedIn) -> Books:
    """The demo company's bills."""
    return Books(client, demo)
