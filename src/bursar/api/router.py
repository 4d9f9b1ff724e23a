"""The one table of what is served under `/v1`."""

from collections.abc import Callable
from typing import Any, Final

from fastapi import APIRouter
from fastapi.routing import APIRoute
from starlette.routing import Match
from starlette.types import Scope

from bursar.agents.models.endpoints import router as models_router
from bursar.agents.payables.endpoints import router as reading_router
from bursar.agents.runs.endpoints import router as runs_router
from bursar.approvals.proposals.endpoints import router as proposals_router
from bursar.approvals.tasks.endpoints import router as tasks_router
from bursar.documents.received.endpoints import router as documents_router
from bursar.ledger.accounts.endpoints import router as accounts_router
from bursar.ledger.attachments.endpoints import router as attachments_router
from bursar.ledger.dimensions.endpoints import router as dimensions_router
from bursar.ledger.entries.endpoints import router as entries_router
from bursar.ledger.fiscal_years.endpoints import router as fiscal_years_router
from bursar.ledger.integrity.endpoints import router as integrity_router
from bursar.ledger.legal_entities.endpoints import router as entities_router
from bursar.ledger.manual_entries.endpoints import router as manual_entries_router
from bursar.ledger.open_items.endpoints import router as open_items_router
from bursar.ledger.opening_balances.endpoints import router as openings_router
from bursar.ledger.payments.endpoints import router as payments_router
from bursar.ledger.periods.endpoints import router as periods_router
from bursar.ledger.rates.endpoints import router as rates_router
from bursar.ledger.recurring_entries.endpoints import router as recurring_entries_router
from bursar.ledger.reports.endpoints import router as reports_router
from bursar.ledger.revaluations.endpoints import router as revaluations_router
from bursar.ledger.settlements.endpoints import router as settlements_router
from bursar.ledger.tax_codes.endpoints import router as tax_codes_router
from bursar.ledger.withholding_codes.endpoints import router as withholding_codes_router
from bursar.parties.customers.endpoints import router as customers_router
from bursar.parties.vendors.endpoints import router as vendors_router
from bursar.payables.bills.endpoints import router as bills_router
from bursar.payables.coding.endpoints import router as coding_router
from bursar.payables.coding_rules.endpoints import router as coding_rules_router
from bursar.payables.duplicates.endpoints import router as duplicates_router
from bursar.payables.reversals.endpoints import router as reversals_router
from bursar.platform.auth.endpoints import me_router
from bursar.platform.auth.endpoints import router as auth_router
from bursar.platform.feed.endpoints import router as feed_router

PREFIX: Final = "/v1"

# (router, tag), in the order in which they are documented.
ROUTERS: Final[tuple[tuple[APIRouter, str], ...]] = (
    (auth_router, "sign-in"),
    (me_router, "me"),
    (documents_router, "documents"),
    (reading_router, "documents"),
    (proposals_router, "proposals"),
    (tasks_router, "tasks"),
    (runs_router, "agents"),
    (models_router, "agents"),
    (vendors_router, "vendors"),
    (customers_router, "customers"),
    (coding_router, "bills"),
    (duplicates_router, "bills"),
    (bills_router, "bills"),
    (reversals_router, "bills"),
    (coding_rules_router, "coding"),
    (entities_router, "ledger"),
    (accounts_router, "ledger"),
    (dimensions_router, "ledger"),
    (openings_router, "ledger"),
    (entries_router, "ledger"),
    (manual_entries_router, "journal"),
    (recurring_entries_router, "journal"),
    (attachments_router, "journal"),
    (open_items_router, "settlement"),
    (payments_router, "settlement"),
    (settlements_router, "settlement"),
    (periods_router, "periods"),
    (fiscal_years_router, "periods"),
    (rates_router, "ledger"),
    (revaluations_router, "ledger"),
    (tax_codes_router, "tax"),
    (withholding_codes_router, "tax"),
    (reports_router, "reports"),
    (integrity_router, "reports"),
    (feed_router, "events"),
)

# What each tag is, for those who read the documentation.
TAGS: Final = {
    "sign-in": "Sessions: short access tokens, and refresh tokens that are good once.",
    "me": "Who is signed in, and what they may do.",
    "documents": "Files as they came in, and what was read from them.",
    "proposals": "What agents would have done, with its whole effect: approved, edited or rejected by people.",
    "tasks": "What only a person can settle.",
    "agents": "What agents did, step by step, with their evidence.",
    "vendors": "Who sends bills and is paid.",
    "customers": "Who is sent invoices and pays.",
    "bills": "Vendors' bills and credits: submitted, approved by somebody else and posted, rejected, reversed.",
    "coding": "Rules by which lines of bills are coded, tried on what was posted.",
    "settlement": "What is open, the payments that were made and received, and what settles what.",
    "ledger": "Legal entities, their accounts, and the journal, which never changes.",
    "journal": "Entries that people write, once or from a template: approved by somebody else, posted, reversed.",
    "tax": "Tax codes with their rates by date, what tax comes to by them, and what is withheld.",
    "periods": "Days that take entries or do not, for each sub-ledger: checked, closed, and by exception open.",
    "reports": "Figures at any business date, as known at any instant, each with the one that it must tie to.",
    "events": "What happened, for those who pull: nothing skipped, nothing twice.",
    "system": "Whether this process lives and is ready to serve.",
}


class Route(APIRoute):
    """A route that is known by the first words of its path before anything else is asked of it."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **documented: Any) -> None:
        super().__init__(path, endpoint, **documented)
        self._begins = self.path_format.partition("{")[0]

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Tell whether the request is for this route, after a look at how its path begins."""
        if scope["type"] == "http" and not scope.get("root_path") and not scope["path"].startswith(self._begins):
            return Match.NONE, {}
        return super().matches(scope)


def add_routes(everything: APIRouter, part: APIRouter, tag: str, prefix: str = "") -> None:
    """Add the routes of a part to a router, side by side with those that are there.

    The framework finds its way through routers within routers by asking each route of each of them, once more on every
    level.
    """
    for route in part.routes:
        assert isinstance(route, APIRoute), route
        everything.add_api_route(
            prefix + route.path,
            route.endpoint,
            methods=route.methods,
            tags=[tag],
            summary=route.summary,
            status_code=route.status_code,
            responses=route.responses,
            response_model=route.response_model,
            response_class=route.response_class,
            openapi_extra=route.openapi_extra,
            route_class_override=Route,
        )


def router(everything: APIRouter | None = None) -> APIRouter:
    """Add everything under `/v1` to a router, a new one unless it is given, and return it."""
    everything = everything or APIRouter()
    for part, tag in ROUTERS:
        add_routes(everything, part, tag, PREFIX)
    return everything
