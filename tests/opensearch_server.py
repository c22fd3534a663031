"""As much of an OpenSearch server as the search asks for, in memory: what the client sends is carried out and answered."""

import json
import re
from urllib.parse import unquote

from opensearchpy import Connection, NotFoundError


class Server(Connection):
    """Stands in for the client's connection. Everything it is sent is kept in ``requests``."""

    indexes = {}
    requests = []

    def perform_request(self, method, url, params=None, body=None, timeout=None, ignore=(), headers=None):
        path = [unquote(part) for part in url.strip("/").split("/")]
        text = body.decode() if isinstance(body, bytes) else body or ""
        self.requests.append((method, url, text))
        status, answer = self._answer(method, path, text)
        if status >= 400:
            raise NotFoundError(status, "not found", answer)
        return status, {"content-type": "application/json"}, json.dumps(answer)

    def _answer(self, method, path, text):
        name = path[0]
        if path[-1] == "_bulk":
            return 200, self._bulk(name, text)
        if path[-1] in ("_search", "_count"):
            return 200, self._search(name, json.loads(text), path[-1] == "_count")
        if path[-1] == "_mapping" or path[-1] == "_refresh":
            return 200, {"acknowledged": True}
        if "_doc" in path and method == "DELETE":
            found = self.indexes.get(name, {}).pop(path[-1], None)
            return (200, {"result": "deleted"}) if found else (404, {"result": "not_found"})
        if method == "HEAD":
            return (200, {}) if name in self.indexes else (404, {})
        if method == "PUT":
            self.indexes.setdefault(name, {})
            return 200, {"acknowledged": True}
        if method == "DELETE":
            return (200, {}) if self.indexes.pop(name, None) is not None else (404, {})
        raise AssertionError(f"The search asked for {method} {'/'.join(path)}.")

    def _bulk(self, name, text):
        lines = [json.loads(line) for line in text.splitlines() if line]
        items = []
        for action, document in zip(lines[::2], lines[1::2], strict=True):
            self.indexes.setdefault(action["index"].get("_index", name), {})[action["index"]["_id"]] = document
            items.append({"index": {"_id": action["index"]["_id"], "status": 201}})
        return {"errors": False, "items": items}

    def _search(self, name, body, only_count):
        scored = [(score(body["query"], document), pk) for pk, document in self.indexes.get(name, {}).items()]
        hits = [
            {"_id": pk, "_score": points, "fields": {"pk": [pk]}}
            for points, pk in sorted(((points, pk) for points, pk in scored if points is not None), reverse=True)
        ]
        if only_count:
            return {"count": len(hits)}
        return {"hits": {"total": {"value": len(hits)}, "hits": hits[: body.get("size", 10_000)]}}


def score(query, document):
    """The score of a document by OpenSearch's rules, or ``None`` where the query does not match it."""
    ((kind, what),) = query.items()
    if kind in ("term", "prefix"):
        ((field, sought),) = what.items()
        values = document.get(field, [])
        values = values if isinstance(values, list) else [values]
        fits = sought in values if kind == "term" else any(str(value).startswith(sought) for value in values)
        return 1 if fits else None
    if kind == "terms":
        ((field, sought),) = what.items()
        values = document.get(field, [])
        return 1 if set(values if isinstance(values, list) else [values]) & set(sought) else None
    if kind == "match_all":
        return 1
    if kind == "match_none":
        return None
    if kind == "match":
        ((field, sought),) = what.items()
        return 1 if sought in document.get(field, []) else None
    if kind == "constant_score":
        return None if score(what["filter"], document) is None else what["boost"]
    if kind == "bool":
        return _score_of_bool(what, document)
    raise AssertionError(f"The search asked for a query of the kind {kind}.")


def _score_of_bool(what, document):
    parts = {
        name: part if isinstance(part, list) else [part]
        for name, part in what.items()
        if name != "minimum_should_match"
    }
    must = [score(part, document) for part in parts.get("must", [])]
    if None in must or any(score(part, document) is None for part in parts.get("filter", [])):
        return None
    if any(score(part, document) is not None for part in parts.get("must_not", [])):
        return None
    should = [points for points in (score(part, document) for part in parts.get("should", [])) if points is not None]
    needed = what.get("minimum_should_match", 0 if "must" in parts or "filter" in parts else int("should" in parts))
    return None if len(should) < needed else sum(must) + sum(should)


def words_sent(requests):
    """Every lexeme in the requests' bodies that a question asked for."""
    return {
        word
        for _method, url, text in requests
        if url.endswith("_search")
        for word in re.findall(r'"words": ?"([^"]+)"', text)
    }
