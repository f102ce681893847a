"""Starts the program in the place of Python."""

import os
import sys

from overfit import find_program

if __name__ == "__main__":
    program = find_program()
    os.execv(program, [program, *sys.argv[1:]])
