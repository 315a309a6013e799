"""Tokens for the copilot: JSON Web Tokens (RFC 7515, 7519) signed with HMAC-SHA-256. Standard library only, so that it runs on every Odoo from 14 to 19."""
import base64
import hashlib
import hmac
import json
import secrets
import time

LASTS = 60  # seconds; the service takes nothing that is good for longer
PURPOSE = b'distribution-copilot handed key'


def _part(data):
    return base64.urlsafe_b64encode(data).rstrip(b'=').decode()


def _hkdf(secret, salt, length):
    """HKDF with SHA-256 (RFC 5869)."""
    found = hmac.new(salt, secret, hashlib.sha256).digest()
    block, stream, number = b'', b'', 1
    while len(stream) < length:
        block = hmac.new(found, block + PURPOSE + bytes([number]), hashlib.sha256).digest()
        stream, number = stream + block, number + 1
    return stream[:length]


def hide(api_key, secret, once):
    """Hides an API key from the browser that carries the token: a stream of its own for each token, covered by the token's signature."""
    data = api_key.encode('ascii')
    return _part(bytes(a ^ b for a, b in zip(data, _hkdf(secret.encode(), once.encode('ascii'), len(data)))))


def sign(claims, key, api_key=None, now=None):
    """Signs claims with a key written ``name:secret``; adds issuer, times and an id that is good once."""
    name, _, secret = key.partition(':')
    now = int(time.time() if now is None else now)
    once = secrets.token_urlsafe(18)
    claims = dict(claims, iss='odoo', iat=now, exp=now + LASTS, jti=once)
    if api_key:
        claims['key'] = hide(api_key, secret, once)
    head = {'alg': 'HS256', 'typ': 'copilot-sidebar+jwt', 'kid': name}
    signed = '.'.join(_part(json.dumps(part, separators=(',', ':')).encode()) for part in (head, claims))
    return signed + '.' + _part(hmac.new(secret.encode(), signed.encode('ascii'), hashlib.sha256).digest())
