"""Builds the index from the policies and searches it."""

import json
import math
import re
from pathlib import Path

STOP = frozenset(
    "a about all am an and any are as at be by can do does for from have how i if in is it long many may me much must my"
    " need of often on or our should so that the their them there they this to us was we what when where which who will"
    " with would you your".split()
)
ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "als", "al", "ies", "ed", "es", "s", "e")


def stems(text):
    found = re.findall(r"[a-z0-9.]+", text.lower())
    return {_stem(word.strip(".")) for word in found if word.strip(".") and word not in STOP}


def _stem(word):
    for ending in ENDINGS:
        if len(word) - len(ending) >= 3 and word.endswith(ending) and not word.endswith("ss"):
            return word[: -len(ending)]
    return word


def build(policies, index):
    """Writes one JSON line for each sentence."""
    lines = []
    for page in sorted(Path(policies).glob("*.md")):
        heading, *sentences = [line for line in page.read_text("utf-8").splitlines() if line.strip()]
        for sentence in sentences:
            lines.append(json.dumps({"page": page.stem, "heading": heading.lstrip("# "), "text": sentence}))
    Path(index).write_text("\n".join(lines) + "\n", "utf-8")


class Index:
    """Finds the sentence that shares most with a question; rare words weigh more."""

    def __init__(self, path):
        rows = [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]
        self.entries = [(row, stems(row["heading"] + " " + row["text"])) for row in rows]

    def _weight(self, word):
        return math.log(1 + len(self.entries) / (1 + sum(word in words for _, words in self.entries)))

    def best(self, question):
        """The sentence and the share of the question's weight that it covers."""
        weights = {word: self._weight(word) for word in stems(question)}
        total = sum(weights.values()) or 1.0
        covered = ((sum(weights[w] for w in weights.keys() & words) / total, row) for row, words in self.entries)
        share, row = max(covered, key=lambda pair: pair[0])
        return row, share
