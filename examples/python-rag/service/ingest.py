"""Builds the index: python3 -m service.ingest"""

from service.index import build

if __name__ == "__main__":
    build("policies", "data/index.jsonl")
