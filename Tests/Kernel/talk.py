"""Talks with the kernel as a front end does, and says what is not as it should be."""

import os
import signal
import subprocess
import sys
import tempfile
import time

from kernels import install, started, text

SVG = "image/svg+xml"


def kinds(told):
    return [kind for kind, _ in told if kind != "status"]


def execution(talk):
    reply, told, _ = talk.run("print 1")
    assert (reply["status"], reply["execution_count"]) == ("ok", 1), reply
    assert text(told) == ["1"] and kinds(told) == ["execute_input", "display_data"], told
    reply, told, _ = talk.run(
        "data circles points=60 noise=0.1\n\nfor x in 1, 2\n  print x\nend\nplot data")
    assert kinds(told).count("display_data") == 3, kinds(told)
    picture = told[-2][1]["data"]
    assert picture[SVG].startswith("<svg ") and "prefers-color-scheme: dark" in picture[SVG]
    assert text(told)[0].startswith("circles · 60 points") and text(told)[1] == "1\n2", text(told)
    assert picture["text/plain"].isascii() or "·" in picture["text/plain"]
    reply, told, _ = talk.run("> print 4\n4\n> for x in 1, 2\n.   print x\n. end\n1\n2\n")
    assert text(told) == ["4", "1\n2"], told
    reply, told, _ = talk.run("print 3", silent=True)
    assert reply["status"] == "ok" and kinds(told) == [], told
    assert talk.run("  \n")[0]["status"] == "ok"


def mistakes(talk):
    reply, told, _ = talk.run("trian")
    assert (reply["status"], reply["ename"]) == ("error", "Mistake"), reply
    assert kinds(told) == ["execute_input", "error"] and "^" in reply["traceback"][1], reply
    assert told[-2][1]["evalue"] == reply["evalue"] != ""
    reply, told, _ = talk.run("let a = 2\nprint nothing\nlet a = 3")
    assert reply["traceback"][0] == "> print nothing", reply
    reply, _, _ = talk.run("", user_expressions={"a": "a + 1", "b": "nothing", "c": "1\nundo"})
    values = reply["user_expressions"]
    assert values["a"]["data"]["text/plain"] == "3", values
    assert values["b"]["status"] == values["c"]["status"] == "error", values
    talk.run("let c = 5")
    talk.run("nonsense")
    assert "let c" in text(talk.run("undo")[1])[0], "a mistake is a cell that undo takes back"
    for line in ("turn loss", "film boundary", "learn circles", "fetch mnist"):
        assert talk.run(line)[0]["status"] == "error", line
    reply, told, _ = talk.run("quit")
    assert reply["payload"][0]["source"] == "ask_exit" and "Shut Down" in text(told)[0], reply
    assert text(talk.run("undo")[1]) != [] and talk.run("edit 1 print 2")[0]["status"] == "ok"


def typing(talk):
    reply = talk.ask("complete", "data circ", 9)
    assert reply["matches"] == ["circles"], reply
    assert (reply["cursor_start"], reply["cursor_end"]) == (5, 9), reply
    reply = talk.ask("complete", "note é😀\ntrain epo", 17)
    assert reply["matches"] == ["epochs="] and reply["cursor_start"] == 14, reply
    for code, word in (("train", "train"), ("plot boundary", "boundary"), ("train epochs=3", "epochs")):
        reply = talk.ask("inspect", code, len(code) - 2)
        assert reply["found"] and word in reply["data"]["text/plain"], reply
    assert not talk.ask("inspect", "zzz", 2)["found"]
    for code, status in (
        ("print 1", "complete"), ("for x in 1, 2", "incomplete"), ("print (1", "incomplete"),
        ("for x in 1, 2\n  print x\nend", "complete"), ("print )", "invalid"), ("", "complete"),
        ("print 1\nfor x in 1", "incomplete"), ("> print 1\n1", "complete"),
    ):
        assert talk.ask("is_complete", code)["status"] == status, code
    assert talk.ask("is_complete", "for x in 1, 2")["indent"] == "  "
    history = talk.ask("history", hist_access_type="tail", n=2)["history"]
    assert [entry[2] for entry in history] == ["undo", "edit 1 print 2"], history
    assert talk.ask("comm_info")["comms"] == {}


LONG = "network\nadd dense 8 tanh\nadd dense 1 sigmoid\ntrain epochs=300000 rate=0.001 yes=yes"


def interruption(talk):
    talk.run("data circles points=300 noise=0.1")
    for stop in (lambda: talk.manager.interrupt_kernel(), lambda: talk.control("interrupt_request")):
        seen = []

        def interrupt(news, stop=stop, seen=seen):
            if news["msg_type"] != "update_display_data":
                return False
            seen.append(news)
            stop()
            return True

        begun = time.time()
        reply, told, _ = talk.run(LONG, while_busy=interrupt)
        assert seen and time.time() - begun < 60, "nothing told how far it is"
        assert reply["status"] == "error" and reply["ename"] == "Interrupted", reply
        assert "stopped after" in text(told)[-1], text(told)
        assert "epoch 1/" not in "".join(text(told)[:-1]), text(told)
        assert "█" not in "".join(text(told)) and "░" not in "".join(text(told)), text(told)
    talk.manager.interrupt_kernel()
    time.sleep(0.2)
    reply, told, _ = talk.run("print 7")
    assert text(told) == ["7"], "an interrupt of nothing stops what comes next"


def questions(talk, folder):
    talk.run("data circles points=60 noise=0.1\nnetwork\nadd dense 1 sigmoid\ntrain epochs=1")
    reply, _, asked = talk.run("save network refused.safetensors")
    assert reply["status"] == "error" and "--allow-write" in "".join(reply["traceback"]), reply
    assert not os.path.exists(f"{folder}/refused.safetensors") and not asked
    reply, _, asked = talk.run("save network net.safetensors", answers=["y"])
    assert reply["status"] == "ok" and len(asked) == 1 and "net.safetensors" in asked[0], asked
    assert os.path.exists(f"{folder}/net.safetensors")
    reply, _, asked = talk.run("save network net.safetensors overwrite=yes", answers=["y"])
    assert reply["status"] == "ok" and not asked, (reply, asked)
    reply, _, asked = talk.run("save network no.safetensors", answers=["n"])
    assert reply["status"] == "error" and len(asked) == 1, reply
    reply, told, asked = talk.run("save network ../out.safetensors", answers=["y"])
    assert not asked and "memory" in text(told)[0], (reply, told)
    assert not os.path.exists(f"{folder}/../out.safetensors")
    talk.run("data circles points=3000 noise=0.1\nnetwork\nadd dense 300 tanh\nadd dense 300 tanh\nadd dense 1 sigmoid")
    reply, _, asked = talk.run("train epochs=10000", answers=["n"])
    assert len(asked) == 1 and "Do it?" in asked[0] and reply["status"] == "error", reply
    reply, _, _ = talk.run("train epochs=10000")
    assert "yes=yes" in "".join(reply["traceback"]), reply
    assert talk.run("data csv /etc/passwd target=1")[0]["status"] == "error"


def queue_of_cells(talk):
    ids = [talk.client.execute(code) for code in ("print 1", "nonsense", "print 2", "print 3")]
    replies = [talk.client.get_shell_msg(timeout=60) for _ in ids]
    statuses = [reply["content"]["status"] for reply in replies]
    assert statuses == ["ok", "error", "aborted", "aborted"], statuses
    assert talk.run("print 4")[0]["status"] == "ok"


def ending(specs, folder):
    for transport in ("tcp", "ipc"):
        with started(specs, folder, transport) as talk:
            assert text(talk.run("print 1")[1]) == ["1"], transport
            talk.client.execute(LONG.replace("network", "data circles points=300\nnetwork", 1))
            time.sleep(0.5)
            begun = time.time()
            talk.manager.shutdown_wait_time = 40
            talk.manager.shutdown_kernel()
            assert time.time() - begun < 20, "it does not end while a cell runs"
    with started(specs, folder) as talk:
        talk.run("let a = 2")
        talk.manager.restart_kernel()
        talk.client.wait_for_ready(timeout=120)
        assert talk.run("print a")[0]["status"] == "error"
        assert talk.client.is_alive()
    left_alone(specs, folder)
    # Started in the background, as by a script, where interrupts are ignored.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with started(specs, folder) as talk:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        interruption(Controlled(talk))


def left_alone(specs, folder):
    """A kernel ends when the program that started it is gone."""
    code = (
        "import os, sys; sys.path.insert(0, sys.argv[1]); from kernels import *\n"
        "specs = KernelSpecManager(); specs.kernel_dirs = [sys.argv[2]]\n"
        "manager = KernelManager(kernel_name='overfit', kernel_spec_manager=specs)\n"
        "manager.start_kernel(cwd=sys.argv[3])\n"
        "client = manager.client(); client.start_channels(); client.wait_for_ready(timeout=120)\n"
        "print(manager.provisioner.pid, flush=True); os._exit(0)\n"
    )
    here = os.path.dirname(os.path.abspath(__file__))
    said = subprocess.run(
        [sys.executable, "-c", code, here, specs.kernel_dirs[0], folder],
        check=True, capture_output=True, text=True)
    process = int(said.stdout)
    for _ in range(300):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    raise AssertionError("it goes on without the program that started it")


class Controlled:
    """A conversation that can ask over the control channel, too."""

    def __init__(self, talk):
        self.talk = talk

    def __getattr__(self, name):
        return getattr(self.talk, name)

    def control(self, kind):
        message = self.client.session.msg(kind)
        self.client.control_channel.send(message)
        assert self.client.get_control_msg(timeout=5)["content"]["status"] == "ok"


def main():
    with tempfile.TemporaryDirectory() as folder:
        specs = install(f"{folder}/prefix")
        home = f"{folder}/notebooks"
        os.mkdir(home)
        with started(specs, home) as talk:
            talk = Controlled(talk)
            for name, part in (
                ("cells", execution), ("mistakes", mistakes), ("typing", typing),
                ("a queue", queue_of_cells), ("interrupts", interruption),
            ):
                begun = time.time()
                part(talk)
                print(f"kernel: {name} ({time.time() - begun:.1f} s)")
        with started(specs, home) as talk:
            questions(talk, home)
            print("kernel: questions")
        ending(specs, home)
        print("kernel: endings")


if __name__ == "__main__":
    sys.exit(main())
