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

CELLS = (
    "data circles points=400 noise=0.1\nsplit train=60% validation=20% test=20%\nnetwork",
    "add dense 8 tanh\nadd dense 1 sigmoid",
    "train epochs=100 optimizer=adam rate=0.02",
    "plot boundary",
)
# What the last cell says, and what the whole notebook says at a terminal.
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

    def wait_for(text):
        nonlocal seen
        end = time.monotonic() + 30
        while text not in seen:
            if not select.select([terminal], [], [], max(0, end - time.monotonic()))[0]:
                fail(f"the lesson does not show {text!r}: {seen!r}")
            try:
                seen += os.read(terminal, 65536)
            except OSError:
                fail(f"the lesson ended: {seen!r}")

    wait_for(b"[1]")
    os.write(terminal, b"\r")
    wait_for(b"[2]")
    os.write(terminal, b"quit\r")
    if os.waitpid(child, 0)[1]:
        fail("the lesson does not end with 0")
    run("overfit", "learn")
    print("students: a lesson is begun")


def transcript():
    """What the cells show at the prompt, without the prompts."""
    lines = [line for cell in CELLS for line in cell.split("\n")]
    return run("overfit", "--plain", lines=lines)


def use_jupyter(browser, pictures):
    """A notebook in JupyterLab, typed, run and read."""
    expected = transcript().rstrip().split("\n")[-1]
    server = subprocess.Popen(
        [
            "jupyter", "lab", "--no-browser", "--allow-root", "--port=0", "--ServerApp.port_retries=0",
            "--IdentityProvider.token=", "--ServerApp.password=", "--LabApp.news_url=",
            "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        ],
        stderr=subprocess.PIPE, text=True)
    try:
        address = None
        for line in server.stderr:
            found = re.search(r"http://(localhost|127\.0\.0\.1):\d+/", line)
            if found:
                address = found.group()
                break
        if address is None:
            fail("JupyterLab does not start")
        type_notebook(browser, address, expected, pictures)
    finally:
        server.terminate()
        server.wait(30)
    print("students: a notebook is typed and run in JupyterLab")


def type_notebook(browser, address, expected, pictures):
    page = browser.new_page(viewport={"width": 1100, "height": 900})
    page.goto(address + "lab")
    page.locator('.jp-LauncherCard[title^="Overfit"]').first.click(timeout=60_000)
    page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=30_000)
    # The kernel's first word, without which a cell waits.
    page.get_by_text("Overfit | Idle").wait_for(timeout=30_000)
    for index, cell in enumerate(CELLS):
        page.locator(".jp-Notebook .jp-Cell .cm-content").nth(index).click()
        page.keyboard.insert_text(cell)
        page.keyboard.press("Shift+Enter")
        page.locator(".jp-Notebook .jp-Cell").nth(index).locator(
            ".jp-OutputArea-output").first.wait_for(timeout=30_000)
    page.get_by_text("Overfit | Idle").wait_for(timeout=30_000)
    pictured = page.locator('.jp-Notebook [data-mime-type="image/svg+xml"]')
    pictured.first.wait_for(timeout=30_000)
    shown = page.locator(".jp-Notebook").inner_text()
    if "accuracy" not in shown or expected not in shown.replace("\xa0", " "):
        fail(f"the notebook does not show {expected!r}: {shown}")
    page.screenshot(path=str(pathlib.Path(pictures) / "jupyterlab.png"))
    page.close()


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
