"""Answers questions about the travel policy: python3 -m service.app [port]"""

import json
import random
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from service.index import Index

LONGEST_QUESTION = 2000
UNKNOWN = {"answer": "I do not know; please ask the travel desk.", "source": None}


def settings(path):
    """Reads flat lines of name: value."""
    pairs = (line.split(":", 1) for line in Path(path).read_text("utf-8").splitlines() if ":" in line)
    return {name.strip(): value.strip() for name, value in pairs}


class Extractive:
    """A model that works offline: it gives back the best sentence, after the wait that a hosted model would have."""

    def __init__(self, index, config):
        self.index = index
        self.coverage = float(config["coverage"])
        self.think = float(config["thinkMillis"]) / 1000

    def answer(self, question):
        row, share = self.index.best(question)
        time.sleep(self.think * random.uniform(0.8, 1.6))
        return {"answer": row["text"], "source": row["page"]} if share >= self.coverage else UNKNOWN


class Ask(BaseHTTPRequestHandler):
    """POST /ask: the question as plain text, the answer as JSON."""

    protocol_version = "HTTP/1.1"
    model = None

    def do_POST(self):
        length = int(self.headers.get("Content-Length", 0))
        if not 0 < length <= LONGEST_QUESTION:
            self.reply(400, {"error": f"send a question of 1 to {LONGEST_QUESTION} bytes"})
            self.close_connection = True
            return
        question = self.rfile.read(length).decode("utf-8", "replace")
        self.reply(200, self.model.answer(question))

    def reply(self, status, answer):
        body = json.dumps(answer).encode("utf-8")
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *unused):
        """Questions are personal: nothing is logged."""


if __name__ == "__main__":
    Ask.model = Extractive(Index("data/index.jsonl"), settings("config/model.yaml"))
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1]) if len(sys.argv) > 1 else 8087), Ask).serve_forever()
