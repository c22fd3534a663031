"""Tells translators and reviewers by mail what has come to wait for them.

`signals` notices what happens, `outbox` gathers what one request did, `events` says whom it concerns and what is to be
told, `letters` writes and sends. One mail a person and request, in their own language of the editors' side.
"""
