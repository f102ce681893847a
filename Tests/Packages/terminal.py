"""Types at the prompt of a program in another root: `terminal.py ROOT PROGRAM`.

A letter in the middle of the line is typed late, by the left arrow: only a program that edits lines,
and so knows the terminal, gets it right.
"""

import os
import pty
import select
import sys
import time


def main() -> None:
    root, program = sys.argv[1:3]
    child, terminal = pty.fork()
    if child == 0:
        os.chroot(root)
        os.chdir("/tmp")
        variables = {"TERM": "xterm-256color", "HOME": "/tmp", "PATH": "/usr/bin", "LANG": "C.UTF-8"}
        os.execve(program, [program], variables)
    seen = b""
    end = time.monotonic() + 30

    def wait_for(text: bytes) -> None:
        nonlocal seen
        while text not in seen:
            if not select.select([terminal], [], [], max(0, end - time.monotonic()))[0]:
                sys.exit(f"terminal: {text!r} did not come; seen: {seen!r}")
            try:
                seen += os.read(terminal, 65536)
            except OSError:
                sys.exit(f"terminal: the program ended; seen: {seen!r}")

    wait_for(b"[1]")
    # 6 * 7, of which the 6 comes last.
    os.write(terminal, b"print * 7\x1b[D\x1b[D\x1b[D6\r")
    wait_for(b"\n42")
    # What is not saved is asked about once.
    os.write(terminal, b"quit\rquit\r")
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        if time.monotonic() > end:
            sys.exit(f"terminal: the program did not leave as it was asked to; seen: {seen!r}")
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                seen += os.read(terminal, 65536)
            except OSError:
                time.sleep(0.1)


main()
