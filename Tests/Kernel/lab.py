"""JupyterLab with the kernel, in a browser: lines are typed and run, and what comes is looked at.

`lab.py BROWSER PICTURES`: the pictures of the page are written into the folder PICTURES.
"""

import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

from kernels import install
from playwright.sync_api import sync_playwright

# Milliseconds, on a machine that has other things to do.
WAIT = 120_000
CELLS = (
    "data circles points=400 noise=0.1\nsplit train=70% validation=30%",
    "network\nadd dense 8 tanh\nadd dense 1 sigmoid\ntrain epochs=200 rate=0.5",
    "plot boundary",
    "print nothing",
)


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def wait_for(address):
    for _ in range(600):
        try:
            urllib.request.urlopen(address, timeout=2).read()
            return
        except OSError:
            time.sleep(0.2)
    sys.exit("JupyterLab does not start")


def notebook(folder):
    """An empty notebook for the kernel."""
    spec = {"display_name": "Overfit", "language": "overfit", "name": "overfit"}
    content = {
        "cells": [
            {"cell_type": "code", "id": "a", "metadata": {}, "source": [], "outputs": [],
             "execution_count": None}
        ],
        "metadata": {"kernelspec": spec}, "nbformat": 4, "nbformat_minor": 5,
    }
    path = pathlib.Path(folder) / "circles.ipynb"
    path.write_text(json.dumps(content))
    return path


def settings(folder, theme):
    """Which theme JupyterLab has."""
    place = pathlib.Path(folder) / "lab/user-settings/@jupyterlab/apputils-extension"
    place.mkdir(parents=True, exist_ok=True)
    (place / "themes.jupyterlab-settings").write_text(json.dumps({"theme": theme}))
    (place / "notification.jupyterlab-settings").write_text(
        json.dumps({"fetchNews": "false", "checkForUpdates": False}))


def type_cells(page, cells=CELLS):
    """Types cells and runs each, as a person does."""
    page.locator(".jp-Notebook .jp-Cell .cm-content").first.click()
    for number, code in enumerate(cells):
        for place, line in enumerate(code.split("\n")):
            if place:
                page.keyboard.press("Enter")
            page.keyboard.type(line)
        page.keyboard.press("Shift+Enter")
        cell = page.locator(".jp-Notebook .jp-CodeCell").nth(number)
        cell.locator(f".jp-InputPrompt:text-is('[{number + 1}]:')").wait_for(timeout=WAIT)
        cell.locator(".jp-OutputArea-output").first.wait_for(timeout=WAIT)


def cell_of(page, number):
    return page.locator(".jp-Notebook .jp-CodeCell").nth(number)


def helped(page):
    """Completes a word by Tab, and asks what another one means by Shift-Tab."""
    cell = cell_of(page, len(CELLS))
    cell.locator(".cm-content").click()
    page.keyboard.type("data moo")
    page.keyboard.press("Tab")
    page.locator(".jp-Completer").get_by_text("moons").wait_for(timeout=WAIT)
    page.keyboard.press("Enter")
    cell.get_by_text("data moons").wait_for(timeout=WAIT)
    page.keyboard.press("Shift+Tab")
    page.locator(".jp-Tooltip").wait_for(timeout=WAIT)
    assert "moons" in page.locator(".jp-Tooltip").inner_text()
    page.keyboard.press("Escape")


def asked(page, work):
    """Saves a network, for which the person is asked."""
    cell_of(page, len(CELLS)).locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.type("save network net.safetensors")
    page.keyboard.press("Control+Enter")
    box = page.locator(".jp-Stdin-input")
    box.wait_for(timeout=WAIT)
    assert "net.safetensors" in page.locator(".jp-Stdin").inner_text()
    box.fill("y")
    box.press("Enter")
    cell_of(page, len(CELLS)).get_by_text("saved in net.safetensors").wait_for(timeout=WAIT)
    assert os.path.exists(f"{work}/net.safetensors")


def stopped(page, pictures):
    """Stops a training that shows how far it is, and which leaves nothing of that."""
    cell = cell_of(page, len(CELLS))
    cell.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.type("train epochs=500000 rate=0.1 yes=yes")
    page.keyboard.press("Control+Enter")
    cell.get_by_text("/500000").nth(1).or_(cell.get_by_text("loss")).first.wait_for(timeout=WAIT)
    page.wait_for_timeout(500)
    page.screenshot(path=pictures / "lab-progress.png")
    page.keyboard.press("Escape")
    page.keyboard.press("i")
    page.keyboard.press("i")
    cell.get_by_text("stopped after").wait_for(timeout=WAIT)
    text = cell.locator(".jp-OutputArea").inner_text()
    assert text.count("epoch") == 1 and "left" not in text, text


def main():
    browser, pictures = sys.argv[1], pathlib.Path(sys.argv[2])
    pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        install(f"{folder}/prefix")
        work = f"{folder}/work"
        os.mkdir(work)
        port = free_port()
        environment = {
            **os.environ, "JUPYTER_PATH": f"{folder}/prefix/share/jupyter",
            "JUPYTER_CONFIG_DIR": f"{folder}/config", "JUPYTER_DATA_DIR": f"{folder}/data",
            "JUPYTER_RUNTIME_DIR": f"{folder}/run",
            "JUPYTERLAB_SETTINGS_DIR": f"{folder}/config/lab/user-settings",
        }
        for theme in ("JupyterLab Light", "JupyterLab Dark"):
            settings(f"{folder}/config", theme)
            path = notebook(work)
            server = subprocess.Popen(
                [
                    sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root",
                    f"--ServerApp.port={port}", "--IdentityProvider.token=",
                    "--ServerApp.password=", "--ServerApp.ip=127.0.0.1",
                    f"--ServerApp.root_dir={work}",
                ],
                env=environment, cwd=work, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                wait_for(f"http://127.0.0.1:{port}/api/status")
                with sync_playwright() as play:
                    chromium = play.chromium.launch(
                        executable_path=browser, args=["--no-sandbox"])
                    page = chromium.new_page(viewport={"width": 1280, "height": 1700})
                    page.goto(f"http://127.0.0.1:{port}/lab/tree/{path.name}?reset")
                    page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=WAIT)
                    # Before that, what is run is forgotten.
                    page.get_by_text("Overfit | Idle").wait_for(timeout=WAIT)
                    page.wait_for_timeout(1_000)
                    try:
                        type_cells(page)
                        if theme.endswith("Light"):
                            helped(page)
                            asked(page, work)
                            stopped(page, pictures)
                    except Exception:
                        page.screenshot(path=pictures / "lab-failed.png")
                        raise
                    page.keyboard.press("Escape")
                    page.wait_for_timeout(500)
                    name = "light" if theme.endswith("Light") else "dark"
                    page.screenshot(path=pictures / f"lab-{name}.png")
                    shown = page.locator(".jp-Notebook").inner_text()
                    assert "epoch 200/200" in shown, shown
                    assert page.locator(".jp-RenderedSVG img, .jp-RenderedSVG svg").count() == 1
                    assert "^" in shown and "nothing" in shown, shown
                    page.keyboard.press("Control+s")
                    page.wait_for_timeout(500)
                    chromium.close()
            finally:
                server.terminate()
                server.wait(timeout=20)
            print(f"kernel: {theme} has run what was typed")


if __name__ == "__main__":
    main()
