"""An engine as tests want it: it trains trials as children of its own, in an order that nobody asked for."""
import json
import os
import queue
import random
import subprocess
import sys
import tempfile
import threading
import time

WISH = os.environ.get("FAKE_ENGINE", "")
ALL_NODES = ["10.0.0.1", "10.0.0.2", "10.0.0.3"]
log = open(os.environ["FAKE_LOG"], "a", buffering=1) if "FAKE_LOG" in os.environ else None


def note(text):
    if log:
        print(text, file=log)


def say(event):
    print(json.dumps(event), flush=True)


lines = queue.Queue()


def listen():
    for line in sys.stdin:
        lines.put(json.loads(line))
    lines.put(None)


threading.Thread(target=listen, daemon=True).start()
study = lines.get()
note("start " + json.dumps(study))
if WISH == "refuses":
    say({"event": "failed", "message": "no cluster answers at nowhere:1", "hint": "ray start --head begins one"})
    sys.exit(1)
if WISH == "silent":
    print("the engine has had enough", file=sys.stderr)
    sys.exit(1)
print("a remark of some library's")
say({"event": "ready", "engine": "fake 1", "nodes": 3, "cpus": 2})
folder = tempfile.mkdtemp()
with open(folder + "/cells.overfit", "w") as file:
    file.write(study["notebook"])


def call(trial):
    words = [study["program"], "trial", folder + "/cells.overfit", "--search", study["search"]]
    for name, value in trial["settings"]:
        words += ["--set", name + "=" + value]
    if trial["epochs"]:
        words += ["--at", ",".join(map(str, trial["epochs"]))]
    words += ["--expect-version", "9.9" if WISH == "version" else study["version"]]
    for file in study["files"]:
        words += ["--expect", file["path"] + "=" + ("0" * 64 if WISH == "data" else file["sha256"])]
    return words + ["--threads", "1"]


def begin(trial):
    return subprocess.Popen(
        call(trial), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=study["folder"],
        env={**os.environ, **study["environment"]})


def tell(trial, child, output, error):
    final = [json.loads(line) for line in output.splitlines() if line.startswith("{")]
    event = {"event": "result", "id": trial["id"], "node": chosen.choice(ALL_NODES), "status": child.returncode}
    if final:
        event["final"] = final[-1]
    else:
        event["message"] = (error.strip().splitlines() or [""])[-1]
    note("result %d %d" % (trial["id"], child.returncode))
    say(event)


chosen = random.Random(3)
waiting, running, count, is_over = [], [], 0, False
while not is_over:
    try:
        while True:
            message = lines.get(timeout=0.02)
            if message is None:
                is_over = True
            elif message["op"] == "cancel":
                note("cancel")
                for _, child in running:
                    child.kill()
                    child.communicate()
                waiting, running = [], []
            else:
                waiting.append(message)
            if is_over:
                break
    except queue.Empty:
        pass
    while waiting and len(running) < 2 and not (WISH == "slow" and count >= 3):
        trial = waiting.pop(chosen.randrange(len(waiting)) if WISH != "slow" else 0)
        count += 1
        note("trial %d" % trial["id"])
        child = begin(trial)
        if count == 2:
            # A node dies, and another one begins again.
            child.kill()
            child.communicate()
            note("again %d" % trial["id"])
            child = begin(trial)
        running.append((trial, child))
    for entry in list(running):
        trial, child = entry
        if child.poll() is not None:
            running.remove(entry)
            tell(trial, child, *child.communicate())
            if WISH == "dies" and count > 3:
                print("a worker took the engine along", file=sys.stderr)
                os._exit(1)
for _, child in running:
    child.kill()
note("end")
