"""Sends thousands of damaged messages to a kernel that runs: each time it answers the next that is whole.

`damage.py COUNT`
"""

import os
import random
import sys
import tempfile

from kernels import install, started

REQUESTS = (
    ("execute_request", {"code": "print 1", "silent": False, "allow_stdin": True}),
    ("complete_request", {"code": "train é😀 ep", "cursor_pos": 9}),
    ("inspect_request", {"code": "train epochs", "cursor_pos": 3, "detail_level": 0}),
    ("is_complete_request", {"code": "for x in 1\n"}),
    ("history_request", {"hist_access_type": "search", "pattern": "*", "n": 3}),
    ("comm_open", {"comm_id": "1", "target_name": "t", "data": {}}),
    ("interrupt_request", {}),
)
PIECES = (
    b"", b"{}", b"[]", b"null", b'{"code":7}', b'{"cursor_pos":-9223372036854775808,"code":"x"}',
    b'{"n":-5,"hist_access_type":"tail"}', b'{"code":"","cursor_pos":9223372036854775807}',
    b"\xff\xfe", b"[" * 100_000, b'{"a":' * 2_000, b"<IDS|MSG>", b"0" * 1_000_000, b"\x00",
    b'{"hist_access_type":"range","start":9223372036854775807,"stop":-9223372036854775808}',
    b'{"code":"print 1","user_expressions":[1]}', b'{"code":"print 1","user_expressions":{"a":1}}',
)


def mutated(parts, chance):
    """The parts of a message with one thing or more that is not as it should be."""
    parts = list(parts)
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(parts)) if parts else 0
        what = chance.randrange(6)
        if what == 0 and parts:
            parts[place] = chance.choice(PIECES)
        elif what == 1 and parts:
            del parts[place]
        elif what == 2:
            parts.insert(place, chance.choice(PIECES))
        elif what == 3 and parts:
            parts[place] = parts[place][: chance.randrange(len(parts[place]) + 1)]
        elif what == 4 and parts and parts[place]:
            letters = bytearray(parts[place])
            letters[chance.randrange(len(letters))] = chance.randrange(256)
            parts[place] = bytes(letters)
        elif parts:
            parts.insert(place, parts[place])
    return parts or [b""]


def damage(talk, session, channel, count, seed, signs):
    """Sends damaged messages over a channel; with `signs` they carry a signature that is right."""
    chance = random.Random(seed)
    for number in range(count):
        kind, content = chance.choice(REQUESTS)
        message = session.msg(kind, content)
        parts = mutated(session.serialize(message), chance)
        if signs and b"<IDS|MSG>" in parts:
            place = parts.index(b"<IDS|MSG>")
            objects = parts[place + 2 : place + 6]
            if len(objects) == 4:
                parts[place + 1] = session.sign(objects)
        channel.socket.send_multipart(parts)
        if number % 5 == 4:
            talk.client.kernel_info()
            while True:
                reply = talk.client.get_shell_msg(timeout=60)
                if reply["msg_type"] == "kernel_info_reply":
                    break
            assert talk.manager.is_alive(), f"{number} of {seed} ends the kernel"


def main():
    count = int(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        specs = install(f"{folder}/prefix")
        with open(f"{folder}/errors", "w") as errors:
            sys.stderr.flush()
            kept = os.dup(2)
            os.dup2(errors.fileno(), 2)
            try:
                with started(specs, folder) as talk:
                    session, client = talk.client.session, talk.client
                    damage(talk, session, client.shell_channel, count // 2, 1, signs=True)
                    damage(talk, session, client.shell_channel, count // 4, 2, signs=False)
                    damage(talk, session, client.control_channel, count // 8, 3, signs=True)
                    damage(talk, session, client.stdin_channel, count // 8, 4, signs=True)
                    assert talk.run("print 5")[0]["status"] == "ok"
            finally:
                os.dup2(kept, 2)
        with open(f"{folder}/errors", errors="replace") as errors:
            said = errors.read().splitlines()
    assert all(line.startswith("overfit: a message") for line in said), said[:5]
    print(f"kernel: {count} damaged messages, {len(said)} of them not heeded")


if __name__ == "__main__":
    main()
