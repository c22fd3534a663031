"""How gunicorn serves the site: `gunicorn` alone, from the repository's root, is enough."""

import os

wsgi_app = "council.wsgi"
pythonpath = "site"
bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 2
accesslog = "-"
# A worker that leaks is replaced; the jitter keeps all of them from restarting at once.
max_requests = 2000
max_requests_jitter = 200
