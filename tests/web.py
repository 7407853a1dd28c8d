"""What the tests of downloads share: a small server, and views of the caches."""

import os
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from convlab import data


def closed_port():
    """Returns an address where nobody answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/"


class Server:
    """Serves `content` at every address; a pause in seconds before each kilobyte makes it slow."""

    def __init__(self, content, status=200, pause=0, length=True):
        server = self
        self.paths = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                server.paths.append(self.path)
                self.send_response(status)
                if length:
                    self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                for start in range(0, len(content), 1024):
                    if server.stopping.wait(pause) if pause else False:
                        return
                    try:
                        self.wfile.write(content[start : start + 1024])
                    except OSError:
                        return

            def log_message(self, *args):
                pass

        self.stopping = threading.Event()
        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.thread = threading.Thread(
            target=self.http.serve_forever, kwargs={"poll_interval": 0.02}
        )
        self.thread.start()
        self.url = f"http://127.0.0.1:{self.http.server_port}/"

    def stop(self):
        if not self.stopping.is_set():
            self.stopping.set()
            self.http.shutdown()
            self.thread.join()
            self.http.server_close()


def cached():
    """Returns the names of the files in our cache."""
    folder = data.cache_folder()
    return sorted(path.name for path in folder.rglob("*")) if folder.is_dir() else []


def keras_file(name, content, folder="datasets"):
    """Puts an old file into a folder of Keras's cache, and returns its path."""
    path = Path(os.environ["KERAS_HOME"]) / folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    os.utime(path, (1e9, 1e9))
    return path
