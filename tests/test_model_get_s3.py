"""model-get and an S3 that DVC filled and that checks each signature (moto's server)."""

import os
import socket
import subprocess
import time
from pathlib import Path

import pytest

from tests import deploy
from tests.checkout import ROOT

BIN = ROOT / ".venvs/dvc/bin"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (BIN / "moto_server").exists(), reason="no moto in .venvs/dvc; `make repro` makes it"
    ),
]
# Makes a user who may read and write the bucket, and prints its key; then moto wants signatures.
SET_UP = """
import boto3, json, sys
to = {"endpoint_url": sys.argv[1], "region_name": "eu-west-3"}
boto3.client("s3", **to).create_bucket(
    Bucket="models", CreateBucketConfiguration={"LocationConstraint": "eu-west-3"})
iam = boto3.client("iam", **to)
iam.create_user(UserName="host")
policy = {"Version": "2012-10-17",
          "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}
iam.put_user_policy(UserName="host", PolicyName="all", PolicyDocument=json.dumps(policy))
key = iam.create_access_key(UserName="host")["AccessKey"]
print(key["AccessKeyId"], key["SecretAccessKey"])
"""
CALLS_OF_SET_UP = 4


@pytest.fixture(scope="module")
def s3(tmp_path_factory):
    """The environment that reaches the bucket."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = tmp_path_factory.mktemp("s3")
    plain = {key: value for key, value in os.environ.items() if not key.startswith("AWS_")}
    plain |= {"AWS_ACCESS_KEY_ID": "any", "AWS_SECRET_ACCESS_KEY": "any", "HOME": str(folder)}
    with open(folder / "log", "wb") as log:
        server = subprocess.Popen(
            [BIN / "moto_server", "-p", str(port)],
            env=plain | {"INITIAL_NO_AUTH_ACTION_COUNT": str(CALLS_OF_SET_UP)},
            stdout=log,
            stderr=log,
        )
    try:
        for _ in range(600):
            with socket.socket() as probe:
                if not probe.connect_ex(("127.0.0.1", port)):
                    break
            time.sleep(0.1)
        url = f"http://127.0.0.1:{port}"
        made = subprocess.run(
            [BIN / "python", "-c", SET_UP, url], env=plain, capture_output=True, text=True
        )
        assert made.returncode == 0, made.stderr
        key, secret = made.stdout.split()
        yield plain | {
            "AWS_ACCESS_KEY_ID": key,
            "AWS_SECRET_ACCESS_KEY": secret,
            "AWS_REGION": "eu-west-3",
            "AWS_DEFAULT_REGION": "eu-west-3",
            "AWS_ENDPOINT_URL": url,
        }
    finally:
        server.kill()
        server.wait()


def push(folder: Path, files: dict[str, bytes], environment: dict[str, str]) -> None:
    """As a release does: DVC keeps the files and pushes them."""
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    for command in (
        ["init", "-q", "--no-scm"],
        ["remote", "add", "-q", "-d", "s3", "s3://models/some/prefix"],
        ["remote", "modify", "-q", "s3", "endpointurl", environment["AWS_ENDPOINT_URL"]],
        ["add", "-q", *files],
        ["push", "-q"],
    ):
        done = subprocess.run(
            [BIN / "dvc", *command], cwd=folder, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr


def test_what_dvc_pushed_is_installed_and_signatures_are_right(s3, tmp_path):
    registry = deploy.Registry(tmp_path, size=300_000)
    files = registry.release("v1.0.0")
    push(tmp_path / "project", files, s3)
    aws = {name: value for name, value in s3.items() if name.startswith("AWS_")}
    host = deploy.Host(tmp_path / "host", registry, MODEL_GET_REMOTE="s3://models/some/prefix")
    wrong = aws | {"AWS_SECRET_ACCESS_KEY": "x" * 40}
    assert "Check the credentials" in host.refuses("install", "cypher", **wrong)
    assert "Check the credentials" in host.refuses(
        "install", "cypher", AWS_ENDPOINT_URL=aws["AWS_ENDPOINT_URL"]
    )
    # A download that was cut off is resumed from there.
    sha = deploy.line("x", files["cypher-q4_k_m.gguf"]).split()[0]
    (host.home / "partial" / sha).write_bytes(files["cypher-q4_k_m.gguf"][:100_000])
    host.do("install", "cypher", **aws)
    assert host.served() == {"cypher-q4_k_m.gguf": files["cypher-q4_k_m.gguf"]}
    assert "not in s3://models/elsewhere" in host.refuses(
        "install", "cypher", MODEL_GET_REMOTE="s3://models/elsewhere",
        MODEL_GET_STORE=str(tmp_path / "other"), MODEL_GET_MODELS="", MODEL_GET_SETTINGS="", **aws,
    )  # fmt: skip
    assert "can be signed" in host.refuses(
        "install", "cypher", MODEL_GET_REMOTE="s3://models/a b", **aws
    )
