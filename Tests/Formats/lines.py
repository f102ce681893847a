"""Runs the course, the transcripts and the mistakes under --format json, and validates each line.

What is wrong is said, a line each. A mistake ends the run of a pipe, so each line that is expected to fail is
run behind what stands above it and works.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema

from notebooks import cells

PROGRAM, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
TESTS = ROOT / "Tests" / "SessionTests"
SCHEMA = json.loads((ROOT / "docs" / "format" / "overfit-1.schema.json").read_text(encoding="utf-8"))


def strict(schema):
    """The schema with no member allowed that it does not name."""
    if isinstance(schema, list):
        return [strict(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {name: strict(one) for name, one in schema.items()}
    if schema.get("type") == "object" and "properties" in schema:
        closed.setdefault("additionalProperties", False)
    return closed


def lines_of(words, folder, text=None):
    """The lines that a call of the program prints."""
    environment = {**os.environ, "HOME": folder, "XDG_STATE_HOME": folder, "XDG_CONFIG_HOME": folder}
    run = subprocess.run(
        [PROGRAM, "--format", "json", "--threads", "1", *words], input=text, capture_output=True,
        text=True, cwd=folder, env=environment, timeout=600)
    if run.returncode not in (0, 1):
        yield f"status {run.returncode}: {run.stderr.strip()[:200]}"
    yield from run.stdout.splitlines()


def read(line):
    """The object of a line; NaN and infinities, which Python would read, are no JSON."""
    def refuse(word):
        raise ValueError(f"{word} is no JSON")
    return json.loads(line, parse_constant=refuse)


class Findings:
    """What the lines have been, and what is wrong with them."""

    def __init__(self):
        self.validator = jsonschema.Draft202012Validator(strict(SCHEMA))
        self.count, self.faults, self.verbs, self.kinds = 0, [], set(), set()

    def look(self, file, lines):
        ends = 0
        for line in lines:
            self.count += 1
            try:
                value = read(line)
            except ValueError as error:
                self.faults.append(f"{file}: {error}: {line[:120]}")
                continue
            for error in self.validator.iter_errors(value):
                best = jsonschema.exceptions.best_match([error])
                self.faults.append(f"{file}: {value.get('source', '')!r}: {best.message[:300]}")
            words = value.get("source", "").split()
            self.verbs.update(words[:1])
            self.kinds.update(value.keys() & {"result", "note", "error", "interrupted", "end"})
            self.kinds.update(
                chart["kind"] for block in value.get("result", []) for chart in [block, *block.get("charts", [])])
            ends += "end" in value
        if ends != 1:
            self.faults.append(f"{file}: {ends} ends")


def verbs():
    """The verbs of the table, as the page of help lists them."""
    with tempfile.TemporaryDirectory() as folder:
        listing = json.loads(next(lines_of([], folder, "help commands\n")))
    text = json.dumps(listing["result"])
    return set(re.findall(r"[a-z]+", text)) & known_verbs()


def known_verbs():
    """The first words of the manual page's commands."""
    page = (ROOT / "docs" / "overfit.1").read_text(encoding="utf-8")
    return set(re.findall(r"[a-z]+", page))


def main():
    findings = Findings()
    folders = [
        ROOT / "lessons", ROOT / "lessons" / "capstone", TESTS / "Transcripts", TESTS / "Checklist", TESTS / "Mistakes"]
    files = [file for folder in folders for file in sorted(folder.glob("*.md"))]
    reads = [TESTS / "Transcripts" / "files", TESTS / "Mistakes" / "files"]
    words = [word for folder in reads for word in ("--datasets", str(folder))]
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            sources = cells(file)
            if not sources:
                continue
            findings.look(file.name, lines_of([*words, "run", str(file), "--cell-time", "0"], folder))
    for fault in findings.faults:
        print(fault)
    print(f"formats: {findings.count} lines of {len(files)} notebooks, {len(findings.verbs)} first words, "
          f"{len(findings.kinds)} kinds")
    return 1 if findings.faults else 0


if __name__ == "__main__":
    sys.exit(main())
