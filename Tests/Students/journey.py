"""A student's way through Overfit as it was installed by pip: `journey.py CHROMIUM PICTURES`.

Each step says what was seen, or ends the journey by what was not. PICTURES is a folder for a picture of
what the browser shows.
"""

import os
import pathlib
import pty
import re
import select
import subprocess
import sys
import time

import numpy
from playwright.sync_api import sync_playwright

os.environ["OVERFIT"] = "overfit"
sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "Kernel"))
from lab import free_port, notebook, settings, type_cells, wait_for  # noqa: E402

CELLS = (
    "data circles points=400 noise=0.1\nsplit train=60% validation=20% test=20%\nnetwork",
    "add dense 8 tanh\nadd dense 1 sigmoid",
    "train epochs=100 optimizer=adam rate=0.02",
    "plot boundary",
)
# By how much outputs may differ, of the largest.
TOLERANCE = 1e-6


def fail(text):
    sys.exit(f"students: {text}")


def run(*command, lines=None):
    """The output of a command that has to succeed."""
    done = subprocess.run(
        command, input=None if lines is None else "\n".join(lines) + "\n", text=True,
        capture_output=True, timeout=120)
    if done.returncode:
        fail(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def begin_lesson():
    """`overfit learn circles` at a terminal, to its second cell and out again."""
    child, terminal = pty.fork()
    if child == 0:
        os.execvp("overfit", ["overfit", "learn", "circles"])
    seen = b""

    def see(text):
        nonlocal seen
        end = time.monotonic() + 30
        while text not in seen:
            if not select.select([terminal], [], [], max(0, end - time.monotonic()))[0]:
                fail(f"the lesson does not show {text!r}: {seen!r}")
            try:
                seen += os.read(terminal, 65536)
            except OSError:
                fail(f"the lesson ended: {seen!r}")

    see(b"[1]")
    os.write(terminal, b"\r")
    see(b"[2]")
    os.write(terminal, b"quit\r")
    if os.waitpid(child, 0)[1]:
        fail("the lesson does not end with 0")
    run("overfit", "learn")
    print("students: a lesson is begun")


def use_jupyter(browser, pictures):
    """A notebook in JupyterLab, typed, run and read: it shows what a terminal shows."""
    lines = [line for cell in CELLS for line in cell.split("\n")]
    said = run("overfit", "--plain", lines=lines)
    expected = re.search(r"validation loss .*", said).group()
    port = free_port()
    settings(pathlib.Path.home() / ".jupyter", "JupyterLab Light")
    path = notebook(pathlib.Path.cwd())
    server = subprocess.Popen(
        [
            "jupyter", "lab", "--no-browser", "--allow-root", f"--ServerApp.port={port}",
            "--ServerApp.ip=127.0.0.1", "--IdentityProvider.token=", "--ServerApp.password=",
        ],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(f"{address}/api/status")
        page = browser.new_page(viewport={"width": 1000, "height": 1000})
        page.goto(f"{address}/lab/tree/{path.name}?reset")
        page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=60_000)
        page.get_by_text("Overfit | Idle").wait_for(timeout=60_000)
        page.wait_for_timeout(1_000)
        type_cells(page, CELLS)
        page.locator(".jp-RenderedSVG").first.wait_for(timeout=30_000)
        page.screenshot(path=str(pathlib.Path(pictures) / "notebook.png"))
        shown = page.locator(".jp-Notebook").inner_text()
        if expected not in shown:
            fail(f"the notebook does not show {expected!r}: {shown}")
        page.close()
    finally:
        server.terminate()
        server.wait(30)
    print("students: a notebook is typed and run in JupyterLab")


def publish(browser):
    """A lesson as a page, opened."""
    lessons = pathlib.Path(sys.prefix) / "share/overfit/lessons"
    run("overfit", "export", str(lessons / "01-circles.md"), "--to", "html", "-o", "circles.html")
    page = browser.new_page()
    faults = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(pathlib.Path("circles.html").resolve().as_uri())
    if faults or not page.locator("h1").count() or page.locator("svg").count() < 10:
        fail(f"the page is not whole: {faults}")
    page.close()
    print("students: a lesson is published and opened")


def predictions(path):
    """What Overfit has saved as its predictions."""
    table = numpy.genfromtxt(path, delimiter=",", names=True)
    names = [name for name in table.dtype.names if name.startswith("predicted")]
    return numpy.stack([numpy.atleast_1d(table[name]) for name in names], axis=1)


def take_to_keras():
    """A network, trained here, then trained there and brought back."""
    import keras

    random = numpy.random.default_rng(5)
    x = random.normal(size=(64, 4)).astype("float32")
    y = (x[:, :1] * x[:, 1:2] - x[:, 2:3]).astype("float32")
    numpy.savez("table.npz", x=x, y=y)
    run("overfit", lines=[
        "data npz table.npz kind=values", "network here", "add dense 16 tanh", "add dense 1 linear",
        "train epochs=50 optimizer=adam rate=0.01", "predict train", "save predictions here.csv",
        "save network there.keras",
    ])
    model = keras.models.load_model("there.keras")
    compare("in Keras", model.predict(x, verbose=0), predictions("here.csv"))
    before = float(numpy.mean((model.predict(x, verbose=0) - y) ** 2))
    model.fit(x, y, epochs=50, verbose=0)
    theirs = model.predict(x, verbose=0)
    if not float(numpy.mean((theirs - y) ** 2)) < before:
        fail("the network does not go on learning in Keras")
    model.save("back.keras")
    run("overfit", lines=[
        "data npz table.npz kind=values", "load network back.keras", "predict train",
        "save predictions back.csv",
    ])
    compare("back from Keras", predictions("back.csv"), theirs)
    print("students: a network is taken to Keras, trained there and brought back")


def compare(what, ours, theirs):
    largest = max(1.0, float(numpy.abs(theirs).max()))
    difference = float(numpy.abs(ours - theirs).max()) / largest
    if not difference <= TOLERANCE:
        fail(f"{what}, outputs differ by {difference:.2g}, {TOLERANCE:g} is allowed")


def main(chromium, pictures):
    begin_lesson()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        publish(browser)
        use_jupyter(browser, pictures)
        browser.close()
    take_to_keras()


if __name__ == "__main__":
    main(*sys.argv[1:])
