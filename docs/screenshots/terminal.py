"""Types lines at the program in a terminal of 80 x 24, and writes what stands on its screen as a page."""

import html
import os
import pathlib
import pty
import select
import signal
import sys
import tempfile
import time

import pyte

COLUMNS, ROWS = 80, 24
# The colours of a terminal with a dark ground.
GROUND, TEXT = "#1c1f26", "#e6e6e6"
NAMED = {
    "black": "#3b4252", "red": "#ff7a7a", "green": "#8fd694", "brown": "#f2cc60", "blue": "#7ab7ff",
    "magenta": "#d7a6ff", "cyan": "#79d8e6", "white": "#e6e6e6", "brightblack": "#8b93a5",
    "brightred": "#ff9d9d", "brightgreen": "#b2e8b5", "brightbrown": "#ffe08a", "brightyellow": "#ffe08a",
    "brightblue": "#a5ceff", "brightmagenta": "#e6c9ff", "brightcyan": "#a8e9f2", "brightwhite": "#ffffff",
}


def screen(program, lines):
    """What the screen shows when all lines are answered."""
    home = tempfile.mkdtemp()
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(home)
        os.environ.update(
            HOME=home, TERM="xterm-256color", COLORTERM="truecolor", LANG="C.UTF-8", COLUMNS=str(COLUMNS),
            LINES=str(ROWS))
        os.execv(program, [program])
    import fcntl
    import struct
    import termios
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    shown = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.ByteStream(shown)

    def wait(number):
        """Until the prompt of a cell stands there, and nothing more comes."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            if select.select([terminal], [], [], 0.4)[0]:
                stream.feed(os.read(terminal, 65536))
            elif any(line.startswith(f"[{number}]") for line in shown.display):
                return
        sys.exit(f"screenshots: no prompt {number}:\n" + "\n".join(shown.display))

    try:
        number = 1
        for line in lines:
            wait(number)
            # What is set for the terminal is no cell.
            number += not line.startswith("set ")
            os.write(terminal, line.encode() + b"\r")
            # A long answer waits for a key.
            while select.select([terminal], [], [], 1.0)[0]:
                stream.feed(os.read(terminal, 65536))
        wait(number)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    return shown


def color(name, otherwise):
    if name == "default":
        return otherwise
    return NAMED.get(name) or f"#{name}"


def page(shown):
    """The screen as HTML, character by character, so that each stands in its column."""
    rows = []
    for row in range(ROWS):
        cells = []
        for column in range(COLUMNS):
            one = shown.buffer[row][column]
            front, back = color(one.fg, TEXT), color(one.bg, GROUND)
            if one.reverse:
                front, back = back, front
            style = f"color:{front}"
            if back != GROUND:
                style += f";background:{back}"
            if one.bold:
                style += ";font-weight:bold"
            cells.append(f'<i style="{style}">{html.escape(one.data or " ")}</i>')
        rows.append(f'<div>{"".join(cells)}</div>')
    return (
        '<!DOCTYPE html><meta charset="utf-8"><style>'
        f"body{{margin:0;padding:14px 18px;background:{GROUND}}}"
        'div{font:15px/19.5px "DejaVu Sans Mono",monospace;white-space:pre;height:19.5px}'
        "i{font-style:normal;display:inline-block;width:9px;height:19.5px;vertical-align:top}"
        f"</style>{''.join(rows)}")


def main():
    lines = pathlib.Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()
    print(page(screen(sys.argv[1], lines)))


if __name__ == "__main__":
    main()
