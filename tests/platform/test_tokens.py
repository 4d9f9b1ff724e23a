"""Access tokens: ours are read back, and nothing else is taken for one of ours."""

import base64
import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from bursar.kit.errors import Unauthenticated
from bursar.platform import tokens as module
from bursar.platform.tokens import AUDIENCE, ISSUER, TYPE, AccessTokens, TokenExpired

SEED = bytes(range(32))
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
USER, TENANT, SESSION = UUID(int=1), UUID(int=2), UUID(int=3)
CORPORA = Path(os.environ.get("BURSAR_CORPORA") or Path(__file__).parents[2] / ".." / "shared" / "corpora")
WYCHEPROOF = CORPORA / "security" / "wycheproof" / "json_web_signature_test.json"


@pytest.fixture
def tokens() -> AccessTokens:
    return AccessTokens(SEED, life_seconds=300)


def claims(**changes: Any) -> dict[str, Any]:
    """Return the claims of a good token with changes; a change to None leaves the claim out."""
    issued_at = int(NOW.timestamp())
    good = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": str(USER),
        "tid": str(TENANT),
        "sid": str(SESSION),
        "iat": issued_at,
        "exp": issued_at + 300,
    }
    return {name: value for name, value in (good | changes).items() if value is not None}


def signed(tokens: AccessTokens, payload: dict[str, Any], **headers: Any) -> str:
    """Sign claims with our own key."""
    kept = {"typ": TYPE, "kid": tokens.key_id} | headers
    return jwt.encode(payload, Ed25519PrivateKey.from_private_bytes(SEED), "EdDSA", headers=kept)


def test_an_issued_token_says_who_asks(tokens: AccessTokens) -> None:
    read = tokens.verify(tokens.issue(USER, TENANT, SESSION, NOW), NOW)
    assert (read.user_id, read.tenant_id, read.session_id) == (USER, TENANT, SESSION)


def test_two_processes_with_one_key_understand_each_other(tokens: AccessTokens) -> None:
    token = tokens.issue(USER, TENANT, SESSION, NOW)
    assert AccessTokens(SEED, life_seconds=10).verify(token, NOW).user_id == USER


def test_a_token_expires_to_the_second_also_when_it_was_verified_before(tokens: AccessTokens) -> None:
    token = tokens.issue(USER, TENANT, SESSION, NOW)
    tokens.verify(token, NOW + timedelta(seconds=299))
    for _ in range(2):
        with pytest.raises(TokenExpired) as caught:
            tokens.verify(token, NOW + timedelta(seconds=300))
        assert (caught.value.status, caught.value.code) == (401, "token_expired")


def test_remembered_signatures_are_bounded(tokens: AccessTokens, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "REMEMBERED", 3)
    for number in range(10):
        tokens.verify(tokens.issue(UUID(int=number), TENANT, SESSION, NOW), NOW)
    assert len(tokens._verified) == 3  # noqa: SLF001


@pytest.mark.parametrize("claim", ["iss", "aud", "sub", "tid", "sid", "iat", "exp"])
def test_a_token_that_lacks_a_claim_is_refused(tokens: AccessTokens, claim: str) -> None:
    with pytest.raises(Unauthenticated):
        tokens.verify(signed(tokens, claims(**{claim: None})), NOW)


@pytest.mark.parametrize(
    "change",
    [
        {"iss": "somebody"},
        {"aud": "another-api"},
        {"aud": ["another-api", "bursar-api"]},
        {"sub": "me"},
        {"tid": "not a tenant"},
        {"sid": ""},
        {"exp": "4102444800"},
        {"exp": 4102444800.5},
        {"nbf": 4102444800},
    ],
)
def test_a_token_with_a_wrong_claim_is_refused(tokens: AccessTokens, change: dict[str, Any]) -> None:
    with pytest.raises(Unauthenticated):
        tokens.verify(signed(tokens, claims(**change)), NOW)


@pytest.mark.parametrize(
    "headers", [{"typ": "JWT"}, {"typ": "rt+jwt"}, {"kid": "another"}, {"crit": ["b64"], "b64": False}]
)
def test_a_token_with_a_wrong_header_is_refused(tokens: AccessTokens, headers: dict[str, Any]) -> None:
    with pytest.raises(Unauthenticated):
        tokens.verify(signed(tokens, claims(), **headers), NOW)


def part(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def confused(tokens: AccessTokens) -> Iterator[str]:
    """Give tokens that try to choose how they are verified."""
    raw = Ed25519PrivateKey.from_private_bytes(SEED).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    head = {"typ": TYPE, "kid": tokens.key_id}
    for algorithm in ("none", "None", "NONE", ""):
        yield f"{part(head | {'alg': algorithm})}.{part(claims())}."
    for algorithm in ("HS256", "HS384", "HS512"):
        yield jwt.encode(claims(), raw.ljust(64, b"\0"), algorithm, headers=head)
        yield jwt.encode(claims(), raw.hex() * 2, algorithm, headers=head)
    stranger = Ed25519PrivateKey.from_private_bytes(bytes(32))
    jwk = {"kty": "OKP", "crv": "Ed25519", "x": "O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik"}
    yield jwt.encode(claims(), stranger, "EdDSA", headers=head)
    yield jwt.encode(claims(), stranger, "EdDSA", headers=head | {"jwk": jwk})
    yield jwt.encode(claims(), stranger, "EdDSA", headers=head | {"jku": "https://attacker.example/keys"})


def test_no_token_chooses_its_own_algorithm_or_key(tokens: AccessTokens) -> None:
    for token in confused(tokens):
        with pytest.raises(Unauthenticated):
            tokens.verify(token, NOW)


def test_every_changed_character_breaks_a_token(tokens: AccessTokens) -> None:
    token = tokens.issue(USER, TENANT, SESSION, NOW)
    header, payload, signature = token.split(".")
    broken = [
        f"{header}.{payload}.",
        f"{header}.{payload}",
        f"{header}..{signature}",
        f".{payload}.{signature}",
        f"{header}.{signature}",
        f"{token}.{signature}",
        f"{token}.",
        f" {token}",
        f"{token}\n",
        f"{token}=",
        token[:-4],
        token.replace(".", ":"),
        token.swapcase(),
        "",
        ".",
        "..",
        "é" * 40,
        "a" * 100_000,
        f"{part([])}.{payload}.{signature}",
        f"{part({'alg': 'EdDSA', 'typ': TYPE})}.{payload}.{signature}",
    ]
    for wrong in broken:
        with pytest.raises(Unauthenticated):
            tokens.verify(wrong, NOW)


def test_no_token_of_wycheproof_is_taken_for_ours(tokens: AccessTokens) -> None:
    if not WYCHEPROOF.exists():
        pytest.skip("the Wycheproof corpus is not here")
    groups = json.loads(WYCHEPROOF.read_text(encoding="utf-8"))["testGroups"]
    cases = [case["jws"] for group in groups for case in group["tests"]]
    assert len(cases) > 300
    for case in cases:
        with pytest.raises(Unauthenticated):
            tokens.verify(case if isinstance(case, str) else json.dumps(case), NOW)
