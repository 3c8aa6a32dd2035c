"""Where the tests of the termbase keep it: a file, and a server where ENDONYM_TEST_POSTGRES names one (.ci/postgres starts one)."""

import os

import pytest


def _on_a_server():
    """The URL of a new, empty database on the server; dropped afterwards."""
    from uuid import uuid4

    from sqlalchemy import create_engine
    from sqlalchemy.engine import make_url

    server = make_url(os.environ["ENDONYM_TEST_POSTGRES"]).set(drivername="postgresql+psycopg")
    name = f"endonym_{uuid4().hex}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    yield server.set(drivername="postgresql", database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    engine.dispose()


_SERVER = pytest.mark.skipif("ENDONYM_TEST_POSTGRES" not in os.environ, reason="ENDONYM_TEST_POSTGRES names no server")


@pytest.fixture(params=["file", pytest.param("server", marks=_SERVER)])
def where(request, tmp_path):
    """A termbase that does not exist yet: the path of a file, then the URL of a server."""
    if request.param == "file":
        yield str(tmp_path / "work" / ".endonym" / "termbase.db")
    else:
        yield from _on_a_server()
