"""Sign-in: a person proves who they are and gets a session, short access tokens and rotating refresh tokens.

sign in ──> session ──refresh──> session ──...──> expired
               │  a used refresh token presented again, or sign out
               └──> revoked: every transaction's first statement refuses it

A session belongs to one tenant: who works for two signs in twice.
"""
