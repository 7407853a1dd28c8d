"""What the tests of downloads start from."""

import pytest
from web import Server


@pytest.fixture
def serve():
    servers = []

    def start(*args, **options):
        servers.append(Server(*args, **options))
        return servers[-1]

    yield start
    for server in servers:
        server.stop()


@pytest.fixture
def no_files(tmp_path, monkeypatch):
    """An empty cache, an empty Keras folder, no mirror, and leave to ask the network."""
    monkeypatch.setenv("CONVLAB_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.delenv("CONVLAB_MIRROR", raising=False)
    monkeypatch.delenv("CONVLAB_OFFLINE", raising=False)
