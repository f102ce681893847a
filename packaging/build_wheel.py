"""Makes a wheel of the program: `build_wheel.py PROGRAM OUT`.

auditwheel finds the libraries that a system need not have, copies them in and names the oldest system
that will do. It would put a Python script in front of the program, which doubles the time to the
prompt; so what it copied is laid into `libexec/overfit` beside `bin`, where the program finds it by itself, in a
virtual environment and under `--user`, `--prefix` and `--target` alike.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from layout import ROOT, lay_program, lay_shared, run, write

# Libraries that the program opens when it first needs them, by these names.
OPENED_LATE = {
    "libcrypto.so.3": "crypto",
    "libcurl.so.4": "curl",
    "libgif.so.7": "gif",
    "libpng16.so.16": "png16",
    "libturbojpeg.so.0": "turbojpeg",
    "libwebp.so.7": "webp",
    "libwebpdemux.so.2": "webpdemux",
    "libzip.so.4": "zip",
    "libzmq.so.5": "zmq",
}
# Terminals whose descriptions come along: elsewhere they may lie where libtinfo does not look.
TERMINALS = (
    "ansi dumb linux rxvt rxvt-unicode-256color screen screen-256color tmux tmux-256color vt100 vt220 "
    "xterm xterm-256color xterm-color"
).split()
TERMINFO = [Path(p) for p in ("/lib/terminfo", "/usr/share/terminfo", "/etc/terminfo")]
SUMMARY = "A notebook at a terminal prompt that shows how neural networks are tuned and regularized"


def name_python(spec: Path) -> None:
    """Has the kernel called by Python, which Jupyter finds in its own environment, whatever the path."""
    content = json.loads(spec.read_text())
    content["argv"][:1] = ["python", "-m", "overfit"]
    write(spec, json.dumps(content, indent=1) + "\n")


def lay_terminals(prefix: Path) -> None:
    """The descriptions of the usual terminals."""
    for name in TERMINALS:
        for folder in TERMINFO:
            described = folder / name[0] / name
            if described.exists():
                place = prefix / "share/overfit/terminfo" / name[0] / name
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(described, place)
                break


def metadata(version: str) -> str:
    """The head of the wheel's METADATA, and the README below it."""
    head = [
        "Metadata-Version: 2.1",
        "Name: overfit",
        f"Version: {version}",
        f"Summary: {SUMMARY}",
        "License: MIT",
        "Classifier: Environment :: Console",
        "Classifier: Intended Audience :: Education",
        "Classifier: Operating System :: POSIX :: Linux",
        "Classifier: Topic :: Scientific/Engineering :: Artificial Intelligence",
        "Requires-Python: >=3.10",
        "Description-Content-Type: text/markdown",
    ]
    return "\n".join(head) + "\n\n" + (ROOT / "README.md").read_text()


def lay_wheel(program: Path, version: str, tree: Path) -> None:
    """A wheel's files, the program among them, before auditwheel has seen them."""
    data = tree / f"overfit-{version}.data"
    lay_program(program, data / "scripts/overfit")
    lay_shared(program, data / "data")
    lay_terminals(data / "data")
    name_python(data / "data/share/jupyter/kernels/overfit/kernel.json")
    shutil.copytree(ROOT / "packaging/overfit", tree / "overfit")
    shutil.copytree(
        ROOT / "engines/overfit_engines",
        tree / "overfit_engines",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    # What is opened late is needed by nothing that auditwheel sees, but by this.
    libraries = [f"-l{name}" for name in OPENED_LATE.values()]
    run("cc", "-shared", "-o", tree / "overfit/late.so", "-Wl,--no-as-needed", *libraries)
    info = tree / f"overfit-{version}.dist-info"
    write(info / "METADATA", metadata(version))
    write(
        info / "WHEEL",
        "Wheel-Version: 1.0\nGenerator: overfit\nRoot-Is-Purelib: false\nTag: py3-none-linux_x86_64\n",
    )
    write(info / "licenses/LICENSE", (ROOT / "LICENSE").read_text())


def move_libraries(tree: Path, version: str) -> None:
    """Lays what auditwheel copied to where the program looks, and the program to where it is called."""
    data = tree / f"overfit-{version}.data"
    copied, place = tree / "overfit.libs", data / "data/libexec/overfit"
    place.parent.mkdir(parents=True)
    needed = {name: path for path in copied.iterdir() for name in [original(path.name)]}
    renamed: list[str | Path] = []
    for name in OPENED_LATE:
        path = needed[name]
        renamed += ["--replace-needed", path.name, name]
        run("patchelf", "--set-soname", name, path)
        path.rename(copied / name)
    shutil.move(copied, place)
    for library in place.iterdir():
        # Those that are opened late need one another, and others need them.
        run("patchelf", *renamed, library)
        run("patchelf", "--set-rpath", "$ORIGIN", library)
        add_license(library.name, tree / f"overfit-{version}.dist-info/licenses")
    (tree / "overfit/late.so").unlink()
    program = data / "scripts/overfit"
    (tree / "overfit.scripts/overfit").replace(program)
    (tree / "overfit.scripts").rmdir()
    run("patchelf", "--set-rpath", "$ORIGIN/../libexec/overfit", program)
    program.chmod(0o755)


def original(name: str) -> str:
    """The name of a library before auditwheel put a digest into it."""
    stem, version = re.sub(r"-[0-9a-f]{8}(?=\.)", "", name).split(".so.")
    return f"{stem}.so.{version.split('.')[0]}"


def add_license(name: str, folder: Path) -> None:
    """Lays the copyright notice of the Debian package of a library beside our own."""
    for pattern in (f"*/{original(name)}", f"*/{original(name)}.*"):
        found = subprocess.run(["dpkg-query", "-S", pattern], capture_output=True, text=True).stdout
        if found:
            package = found.split(":")[0]
            notice = Path(f"/usr/share/doc/{package}/copyright")
            write(folder / f"{package}.txt", notice.read_text(errors="replace"))
            return


def main() -> None:
    """Makes the wheel and prints where it is and how large."""
    program, out = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    version = run(program, "--version").split()[-1]
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        tree = work / f"overfit-{version}"
        lay_wheel(program, version, tree)
        (work / "plain").mkdir()
        run(sys.executable, "-m", "wheel", "pack", tree, "-d", work / "plain")
        plain = next((work / "plain").glob("*.whl"))
        run(sys.executable, "-m", "auditwheel", "repair", plain, "-w", work / "repaired")
        repaired = next((work / "repaired").glob("*.whl"))
        run(sys.executable, "-m", "wheel", "unpack", repaired, "-d", work / "moved")
        move_libraries(work / "moved" / f"overfit-{version}", version)
        out.mkdir(parents=True, exist_ok=True)
        for old in out.glob("overfit-*.whl"):
            old.unlink()
        run(sys.executable, "-m", "wheel", "pack", work / "moved" / f"overfit-{version}", "-d", out)
    wheel = next(out.glob("overfit-*.whl"))
    print(f"{wheel} · {wheel.stat().st_size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main()
