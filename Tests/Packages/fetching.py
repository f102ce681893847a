"""Fetches from a server of our own in another root: `fetching.py ROOT PROGRAM`.

The server's certificate is trusted because it lies where Fedora and its kin keep what they trust, which
is not where the library that came along was made to look.
"""

import http.server
import os
import ssl
import subprocess
import sys
import tempfile
import threading


def fetch(root: str, program: str, port: int) -> str:
    """What the program says of a file that the server does not have."""
    line = f"fetch mnist from=https://localhost:{port}/\n"
    variables = {"HOME": "/tmp", "PATH": "/usr/bin", "LANG": "C.UTF-8"}
    done = subprocess.run(
        ["/usr/sbin/chroot", root, program], input=line, env=variables, capture_output=True, text=True
    )
    return done.stdout + done.stderr


def main() -> None:
    root, program = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        key, certificate = f"{folder}/key.pem", f"{folder}/certificate.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
            + ["-keyout", key, "-out", certificate, "-subj", "/CN=localhost"]
            + ["-addext", "subjectAltName=DNS:localhost"],
            check=True,
            capture_output=True,
        )
        os.chdir(folder)
        handler = http.server.SimpleHTTPRequestHandler
        handler.log_message = lambda *_: None
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()

        unknown = fetch(root, program, server.server_port)
        if "which servers to trust" not in unknown:
            sys.exit(f"fetching: a server that nobody vouches for was not refused:\n{unknown}")
        with open(certificate) as trusted, open(f"{root}/etc/pki/tls/certs/ca-bundle.crt", "w") as file:
            file.write(trusted.read())
        known = fetch(root, program, server.server_port)
        if "404" not in known:
            sys.exit(f"fetching: the server was not reached:\n{known}")


main()
