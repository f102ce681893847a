"""Looks at published lessons in Chromium, and at Jupyter notebooks: what is wrong is said, a line each."""

import json
import multiprocessing
import pathlib
import sys

import nbformat
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

WIDTHS = (390, 1280)
BROWSERS = 2
OVERFLOWING = """() => {
  const room = document.documentElement.clientWidth;
  return document.documentElement.scrollWidth > room
    ? [...document.querySelectorAll('body *')].filter(
        one => one.getBoundingClientRect().right > room + 1 && !one.closest('.scroll, pre')
      ).map(one => one.tagName + '.' + one.className).slice(0, 3).concat(['the page'])
    : [];
}"""
# What can be scrolled must be reached by keys.
UNREACHED = """() => [...document.querySelectorAll('pre, .scroll')].filter(
  one => one.scrollWidth > one.clientWidth + 1 && one.tabIndex < 0
    && one.getClientRects().length > 0).map(one => one.textContent.trim().slice(0, 40))"""
SHOWN_FRAME = """() => new DOMMatrix(
  getComputedStyle(document.querySelector('.strip')).transform).e / -600"""


class Watch:
    """What goes wrong while a page is loaded."""

    def __init__(self, page):
        self.faults = []
        page.on("console", lambda message: self.faults.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("request", self.note)
        self.address = None

    def note(self, request):
        if request.url.split("#")[0] != self.address:
            self.faults.append(f"request: {request.url[:80]}")

    def take(self):
        faults, self.faults = self.faults, []
        return faults


def findings(axe, page, scheme):
    """What axe-core finds, with the elements. A dark page differs by its colours alone."""
    options = {"resultTypes": ["violations"]}
    if scheme == "dark":
        options["runOnly"] = ["color-contrast"]
    for violation in axe.run(page, options=options).response["violations"]:
        for node in violation["nodes"][:3]:
            yield f"axe {violation['id']}: {node['html'][:120]}"


def look(browser, file):
    """Looks at a page; yields what is wrong."""
    axe = Axe()
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        watch = Watch(page)
        watch.address = file.as_uri()
        page.goto(watch.address)
        faults = watch.take()
        # Folded parts are looked at, too.
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            faults += [f"overflows at {width}: {one}" for one in page.evaluate(OVERFLOWING)]
            faults += [f"out of reach at {width}: {one}" for one in page.evaluate(UNREACHED)]
            faults += watch.take()
            # Not twice each: the colours are those of the other width.
            if (width == WIDTHS[0]) == (scheme == "light"):
                faults += findings(axe, page, scheme)
                watch.take()
        for fault in faults:
            yield f"{file.name}, {scheme}: {fault}"
        context.close()


def look_at_some(work):
    """What is wrong with some pages, in a browser of their own."""
    chromium, files = work
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        faults = [fault for file in files for fault in look(browser, file)]
        browser.close()
    return faults


def look_at_links(browser, files):
    """Every relative link leads to a page, and to what has that id there."""
    page = browser.new_page()
    ids, links = {}, {}
    for file in files:
        page.goto(file.as_uri())
        ids[file] = page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
        links[file] = page.evaluate(
            "[...document.links].map(one => one.href).filter(one => one.startsWith('file:'))")
        doubled = {one for one in ids[file] if ids[file].count(one) > 1}
        for one in sorted(doubled):
            yield f"{file.name}: the id {one} stands twice"
    for file, addresses in links.items():
        for address in addresses:
            path, _, fragment = address.partition("#")
            target = next((one for one in files if one.as_uri() == path), None)
            if target is None:
                yield f"{file.name}: a link leads nowhere: {address}"
            elif fragment and fragment not in ids[target]:
                yield f"{file.name}: a link leads to no place: {address}"
    page.close()


def look_at_film(browser, file):
    """All frames are shown in turn; the last alone where less motion is asked for."""
    for motion, expected in (("no-preference", {0, 1, 2, 3, 4}), ("reduce", {4})):
        context = browser.new_context(reduced_motion=motion)
        page = context.new_page()
        page.goto(file.as_uri())
        seen = set()
        for _ in range(60):
            seen.add(page.evaluate(SHOWN_FRAME))
            page.wait_for_timeout(100)
        if seen != expected:
            yield f"film, {motion}: the frames {sorted(seen)} were shown, and not {expected}"
        context.close()


def look_at_notebooks(files):
    """nbformat's own rules."""
    for file in files:
        try:
            nbformat.validate(json.loads(file.read_text(encoding="utf-8")))
        except Exception as error:  # pylint: disable=broad-except
            yield f"{file.name}: {str(error).splitlines()[0]}"


def main(chromium, site, jupyter):
    """Looks at all of it; 0 where nothing is wrong."""
    pages = sorted(pathlib.Path(site).resolve().rglob("*.html"))
    notebooks = sorted(pathlib.Path(jupyter).rglob("*.ipynb"))
    faults = list(look_at_notebooks(notebooks))
    # The largest first, so that no browser is left waiting for the other one.
    pages.sort(key=lambda file: -file.stat().st_size)
    with multiprocessing.Pool(BROWSERS) as pool:
        parts = [(chromium, [file]) for file in pages]
        for found in pool.imap_unordered(look_at_some, parts):
            faults += found
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        faults += look_at_links(browser, pages)
        faults += look_at_film(browser, pathlib.Path(site).resolve() / "film.html")
        browser.close()
    for fault in sorted(faults):
        print(f"pages: {fault}")
    print(f"pages: {len(pages)} pages and {len(notebooks)} notebooks, {len(faults)} to put right")
    return 1 if faults or not pages or not notebooks else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
