"""Runs the course, the transcripts and the mistakes under --format json, and validates each line.

What is wrong is said, a line each. A mistake ends the run of a pipe, so each line that is expected to fail is
run behind what stands above it and works.
"""

import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

from notebooks import cells

PROGRAM, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
TESTS = ROOT / "Tests" / "SessionTests"
READS = [TESTS / "Transcripts" / "files", TESTS / "Mistakes" / "files"]
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
            # What a rule does stands behind its condition.
            self.verbs.update(words[words.index("do") + 1:][:1] if "do" in words else [])
            self.kinds.update(value.keys() & {"result", "note", "error", "interrupted", "end"})
            self.kinds.update(
                chart["kind"] for block in value.get("result", []) for chart in [block, *block.get("charts", [])])
            ends += "end" in value
        if ends != 1:
            self.faults.append(f"{file}: {ends} ends")


def verbs():
    """The verbs, as help lists them; quit shows nothing."""
    with tempfile.TemporaryDirectory() as folder:
        listing = read(next(lines_of([], folder, "help\n")))["result"]
    return {verb for row in listing[0]["rows"] for verb in row["commands"].split(", ")} - {"quit"}


def rests(sources):
    """Runs for what stands behind a line that fails: all that works above it, and it is left out the next time."""
    while True:
        with tempfile.TemporaryDirectory() as folder:
            words = [word for one in READS for word in ("--datasets", str(one))]
            lines = list(lines_of([*words, "--cell-time", "0"], folder, "\n".join(sources) + "\n"))
        yield lines
        failed = next((read(line)["source"] for line in lines if '"error":' in line and "error" in read(line)), None)
        if failed is None or failed not in sources:
            return
        sources = [*sources[:sources.index(failed)], *sources[sources.index(failed) + 1:]]


def runs_of(file):
    """The lines of each run that a notebook takes."""
    sources = cells(file)
    if not sources:
        return []
    words = [word for folder in READS for word in ("--datasets", str(folder))]
    with tempfile.TemporaryDirectory() as folder:
        lines = list(lines_of([*words, "run", str(file), "--cell-time", "0"], folder))
    shown = sum(read(line).keys().isdisjoint({"note", "end"}) for line in lines if line.startswith("{"))
    is_whole = shown >= len(sources) or file.parent.name in ("lessons", "capstone")
    return [lines] if is_whole else [lines, *rests(sources)]


BROKEN = [
    {}, [], {"version": 1}, {"version": 2, "end": "success"}, {"version": 1, "end": "done"},
    {"version": 1, "source": "x", "result": [{"kind": "table", "columns": [1], "rows": []}]},
    {"version": 1, "source": "x", "result": [{"kind": "unheard of"}]}, {"version": 1, "source": "x", "result": {}},
    {"version": 1, "source": "x", "result": [], "more": 1}, {"version": 1, "source": "x", "error": {"from": 0}},
    {"version": 1, "cell": 0, "source": "x", "note": "y"},
]


def main():
    findings = Findings()
    findings.faults += [
        f"the schema lets {value} pass" for value in BROKEN if findings.validator.is_valid(value)]
    folders = [
        ROOT / "lessons", ROOT / "lessons" / "capstone", TESTS / "Transcripts", TESTS / "Checklist", TESTS / "Mistakes"]
    files = [file for folder in folders for file in sorted(folder.glob("*.md"))]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for file, runs in zip(files, pool.map(runs_of, files)):
            for lines in runs:
                findings.look(file.name, lines)
    with tempfile.TemporaryDirectory() as folder:
        findings.look("a pipe", list(lines_of([], folder, "lessons\n")))
    findings.faults += [f"no line of {verb}" for verb in sorted(verbs() - findings.verbs)]
    for fault in findings.faults:
        print(fault)
    print(f"formats: {findings.count} lines of {len(files)} notebooks, {len(verbs())} verbs, "
          f"{len(findings.kinds)} kinds of lines and blocks")
    return 1 if findings.faults else 0


if __name__ == "__main__":
    sys.exit(main())
