"""host/model-get on a host of its own: right bytes or none, and always a way back."""

import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from neural.release import listing
from tests import deploy
from tests.checkout import ROOT

NAME = "cypher-q4_k_m.gguf"
BUSYBOX = shutil.which("busybox")
SHELLS = {"dash": shutil.which("dash"), "busybox": BUSYBOX}
PLAIN = ("git", "curl", "flock")  # what a host has beside its shell and the usual commands
pytestmark = pytest.mark.skipif(not all(map(shutil.which, PLAIN)), reason=f"needs {PLAIN}")


@pytest.fixture(scope="module")
def releases(tmp_path_factory):
    """Three versions; prod is the second. Tests that change it copy it."""
    registry = deploy.Registry(tmp_path_factory.mktemp("registry"))
    files = {version: registry.release(version) for version in ("v1.0.0", "v1.9.0")}
    registry.tag("cypher#prod#1")
    files["v1.10.0"] = registry.release("v1.10.0")
    registry.release("v2.0.0-rc.1")
    return registry, files


@pytest.fixture
def own(tmp_path):
    """A registry of this test alone, with one version."""
    registry = deploy.Registry(tmp_path)
    return registry, registry.release("v1.0.0")


@pytest.fixture
def serve():
    """Starts servers, and stops them after the test."""
    started = []
    yield lambda server: started.append(server) or deploy.serve(server)
    for server in started:
        server.shutdown()
        server.server_close()


def host(folder: Path, registry: deploy.Registry, **settings) -> deploy.Host:
    return deploy.Host(folder / "host", registry, **settings)


@pytest.fixture(params=sorted(SHELLS))
def shell(request, tmp_path):
    """The command and the PATH: with busybox, its own awk, sed, df, … and nothing of GNU's."""
    if not SHELLS[request.param]:
        pytest.skip(f"no {request.param} here")
    if request.param == "dash":
        return (SHELLS["dash"],), os.environ["PATH"]
    path = tmp_path / "bin"
    path.mkdir()
    for name in subprocess.check_output([BUSYBOX, "--list"], text=True).split():
        (path / name).symlink_to(BUSYBOX)
    for name in PLAIN:
        (path / name).unlink(missing_ok=True)
        (path / name).symlink_to(shutil.which(name))
    return (BUSYBOX, "sh"), str(path)


def test_a_life_of_a_host(releases, tmp_path, shell):
    registry, files = releases
    box = host(tmp_path, registry, shell=shell[0], PATH=shell[1])
    box.do("install", "cypher", "1.0.0")
    assert box.served() == {NAME: files["v1.0.0"][NAME]} and box.previous is None
    assert "v1.9.0 is current" in box.do("upgrade", "cypher", "prod")
    assert box.served() == {NAME: files["v1.9.0"][NAME]} and box.previous == "v1.0.0"
    assert "CONTEXT_SIZE=6" in box.settings_file.read_text()
    box.do("upgrade", "cypher")  # 1.10 comes after 1.9, and 2.0.0-rc.1 is no release
    assert (box.current, box.previous) == ("v1.10.0", "v1.9.0")
    assert "is current" in box.do("upgrade", "cypher")
    assert "all 7 files" in box.do("verify", "cypher")
    box.do("rollback", "cypher")
    assert box.served() == {NAME: files["v1.9.0"][NAME]}
    box.do("upgrade", "cypher")
    assert box.current == "v1.9.0"  # a timer does not undo what its operator did
    assert "nothing is known" in box.refuses("rollback", "cypher")
    listed = box.do("list").splitlines()
    assert listed == box.do("list", "cypher").splitlines() == [
        "cypher v1.0.0 installed",
        "cypher v1.9.0 #prod installed current",
        "cypher v1.10.0 installed refused",
        "cypher v2.0.0-rc.1",
    ]  # fmt: skip
    box.do("install", "cypher", "v1.10.0")
    assert box.current == "v1.10.0" and "refused" not in box.do("list", "cypher")
    assert list((box.home / "partial").iterdir()) == []


def test_another_quantization_and_its_settings(releases, tmp_path):
    registry, files = releases
    box = host(tmp_path, registry, MODEL_GET_QUANT="q8_0")
    box.do("install", "cypher", "v1.0.0")
    assert box.served() == {"cypher-q8_0.gguf": files["v1.0.0"]["cypher-q8_0.gguf"]}
    assert "MODEL=cypher-q8_0\n" in box.settings_file.read_text()
    box.do("install", "cypher", "v1.0.0", MODEL_GET_QUANT="")  # the old link goes, too
    assert box.served() == {NAME: files["v1.0.0"][NAME]}
    assert box.previous == "v1.0.0+q8_0"
    assert "no q2_k file" in box.refuses("install", "cypher", "v1.0.0", MODEL_GET_QUANT="q2_k")


def test_stages_move_and_end(own, tmp_path):
    registry, _ = own
    box = host(tmp_path, registry)
    assert "no version of cypher is in stage prod" in box.refuses("install", "cypher", "prod")
    registry.tag("cypher#prod#9")
    registry.release("v1.1.0")
    registry.tag("cypher#prod#10")  # after 9, though not as a text
    box.do("upgrade", "cypher", "prod")
    assert box.current == "v1.1.0"
    registry.tag("cypher#prod!#11")
    box.do("upgrade", "cypher", "prod")
    assert box.current == "v1.0.0"  # a stage may go back; the newest may not


def test_a_flipped_bit_is_refused_and_the_host_goes_on(own, tmp_path, serve):
    registry, files = own
    box = host(tmp_path, registry)
    box.do("install", "cypher")
    new = registry.release("v1.1.0")
    damaged = bytearray(new[NAME])
    damaged[len(damaged) // 2] ^= 1
    registry.place(new[NAME]).write_bytes(damaged)
    objects = serve(deploy.Objects(registry.remote))
    for remote in (str(registry.remote), objects.url):
        said = box.refuses("upgrade", "cypher", MODEL_GET_REMOTE=remote)
        assert "other bytes than were released" in said
        assert box.current == "v1.0.0" and box.served() == {NAME: files[NAME]}
    assert list((box.home / "partial").glob("*")) == [] or "v1.1.0" not in box.do("list")


@pytest.mark.parametrize(
    "change, message",
    [
        (lambda data: data[:-1], "truncated"),
        (lambda data: b"", "truncated"),
        (lambda data: data + b"x", "bigger|other bytes"),
        (lambda data: data * 20, "bigger|other bytes"),
    ],
)
@pytest.mark.parametrize("by", ["http", "folder"])
def test_wrong_sizes_are_refused(own, tmp_path, serve, change, message, by):
    registry, files = own
    registry.place(files[NAME]).write_bytes(change(files[NAME]))
    remote = serve(deploy.Objects(registry.remote)).url if by == "http" else str(registry.remote)
    box = host(tmp_path, registry, MODEL_GET_REMOTE=remote)
    said = box.refuses("install", "cypher")
    assert any(text in said for text in message.split("|")), said
    assert box.current is None and box.served() == {}
    registry.store(files[NAME])
    box.do("install", "cypher")
    assert box.served() == {NAME: files[NAME]}


def test_a_broken_connection_is_resumed(own, tmp_path, serve):
    registry, files = own
    objects = serve(deploy.Objects(registry.remote))
    objects.faults[registry.place(files[NAME]).name] = 60_000
    box = host(tmp_path, registry, MODEL_GET_REMOTE=objects.url + "/")
    box.do("install", "cypher")
    assert box.served() == {NAME: files[NAME]}
    ranges = [
        r for path, r, _ in objects.requests if path.endswith(registry.place(files[NAME]).name)
    ]
    assert ranges == [None, "bytes=60000-", "bytes=120000-", "bytes=180000-"]


def test_a_damaged_part_and_a_server_without_ranges_begin_anew(own, tmp_path, serve):
    registry, files = own
    objects = serve(deploy.Objects(registry.remote))
    box = host(tmp_path, registry, MODEL_GET_REMOTE=objects.url)
    sha = deploy.line(NAME, files[NAME]).split()[0]
    for fault in (None, "whole"):
        objects.faults[registry.place(files[NAME]).name] = fault
        (box.home / "partial").mkdir(parents=True)
        (box.home / "partial" / sha).write_bytes(b"\0" * 1000)
        box.do("install", "cypher")
        assert box.served() == {NAME: files[NAME]}
        shutil.rmtree(box.home)
        (box.models / NAME).unlink()


def test_what_is_not_there_is_said(own, tmp_path, serve):
    registry, files = own
    box = host(tmp_path, registry)
    assert "has no version v3.0.0" in box.refuses("install", "cypher", "3.0.0")
    assert "has no version" in box.refuses("install", "mtg")
    assert "does not answer" in box.refuses("install", "cypher", MODEL_GET_REPO="/nowhere")
    secret = box.refuses("install", "cypher", MODEL_GET_REPO="http://me:secret@127.0.0.1:1/x")
    assert "does not answer" in secret and "secret" not in secret
    assert "MODEL_GET_REPO is not set" in box.refuses("upgrade", "cypher", MODEL_GET_REPO="")
    assert "names no remote" in box.refuses("install", "cypher", MODEL_GET_REMOTE="")
    objects = serve(deploy.Objects(registry.remote))
    md5 = registry.place(files[NAME]).name
    for status, message in ((403, "credentials"), (404, "Push the release")):
        objects.faults[md5] = status
        assert message in box.refuses("install", "cypher", MODEL_GET_REMOTE=objects.url)
    registry.place(files[NAME]).unlink()
    assert f"{NAME} is not in" in box.refuses("install", "cypher")
    assert "not installed here" in box.refuses("verify", "cypher")
    assert "not installed here" in box.refuses("rollback", "mtg")
    assert box.run("remove", "cypher")[0] == 2
    assert box.current is None and box.served() == {}


def test_the_release_may_name_the_remote_and_a_header_goes_along(own, tmp_path, serve):
    registry, files = own
    objects = serve(deploy.Objects(registry.remote))
    bundle = [registry.work.parent / "v1.0.0" / name for name in files]
    registry.publish("v1.0.1", listing.text("cypher", "1.0.1", bundle, {"url": objects.url}))
    box = host(tmp_path, registry, MODEL_GET_REMOTE="", MODEL_GET_HTTP_HEADER='X-Key: a"b\\c')
    box.do("install", "cypher")
    assert box.served() == {NAME: files[NAME]}
    assert all(headers["X-Key"] == 'a"b\\c' for _, _, headers in objects.requests)


HOSTILE = [
    "../../evil",
    "-rf",
    ".hidden",
    "a/b",
    "a b.gguf",
    "$(touch pwned).gguf",
    "a;b.gguf",
    "ü.gguf",
    "settings.env",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_names_are_refused(own, tmp_path, name):
    registry, _ = own
    data = b"evil"
    registry.store(data)
    registry.publish("v1.1.0", f"release cypher v1.1.0\n{deploy.line(name, data)}")
    box = host(tmp_path, registry)
    said = box.refuses("install", "cypher")
    assert "releases/cypher.txt of cypher@v1.1.0 is refused, line 2" in said
    assert box.current is None and not list(tmp_path.rglob("*evil*"))


GOOD = deploy.line(NAME, b"x")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "release cypher v1.1.0\n",
        GOOD,
        "release mtg v1.1.0\n" + GOOD,
        "release cypher v1.0.0\n" + GOOD,
        "release cypher v1.1.0\n" + GOOD + GOOD,
        "release cypher v1.1.0\nrelease cypher v1.1.0\n" + GOOD,
        "release cypher v1.1.0\n" + GOOD.replace("  1  ", "  -1  "),
        "release cypher v1.1.0\n" + GOOD.replace("  1  ", "  99999999999999999999  "),
        "release cypher v1.1.0\n" + GOOD[1:],
        "release cypher v1.1.0\n" + GOOD.upper(),
        "release cypher v1.1.0\n" + GOOD.replace("\n", "\r\n"),
        "release cypher v1.1.0\nremote a\nremote b\n" + GOOD,
        "<html>404</html>\n",
    ],
)
def test_a_list_that_is_not_whole_is_refused(own, tmp_path, text):
    registry, _ = own
    registry.publish("v1.1.0", text)
    box = host(tmp_path, registry)
    assert "is refused, line" in box.refuses("install", "cypher", "v1.1.0")
    assert box.current is None


HOSTILE_TAGS = [
    "cypher@v9.0.0;reboot",
    "cypher@v9.0",
    "cypher@v09.0.0",
    "x/cypher@v9.0.0",
    "cypherx@v9.0.0",
    "cypher@v9.0.0!#2",
    "cypher#pr$(id)od#1",
    "cypher#Prod#2",
]


def test_hostile_tags_and_arguments(own, tmp_path):
    registry, files = own
    for tag in HOSTILE_TAGS:
        registry.tag(tag)
    registry.git("checkout", "-q", "-b", "cypher@v1.0.0")  # a branch of the tag's name
    (registry.work / "releases/cypher.txt").write_text("evil\n")
    registry.git("commit", "-qam", "evil")
    registry.git("push", "-q", str(registry.repo), "HEAD:refs/heads/cypher@v1.0.0")
    box = host(tmp_path, registry)
    assert box.do("list", "cypher") == "cypher v1.0.0\n"
    box.do("install", "cypher")
    assert box.served() == {NAME: files[NAME]}
    for model in ("../cypher", "-x", "", "a b", "$(id)", ".git"):
        assert "no model's name" in box.refuses("install", model)
    for version in ("v1.0.0/../..", "../x", "v1.0.0 ", "-1", "1.0.0;id", "v1.0.0$(id)"):
        box.refuses("install", "cypher", version)
        box.refuses("verify", "cypher", version)
    assert box.current == "v1.0.0"


def test_settings_that_are_more_than_settings_are_refused(own, tmp_path):
    registry, _ = own
    for evil in (b"LD_PRELOAD=/tmp/x.so\n", b"NORNICDB_HEIMDALL_MODEL=$(id)\n", b"\0=1\n"):
        registry.release("v1.1.0", **{"nornicdb.env": evil})
        box = host(tmp_path / evil.hex(), registry)
        assert "nornicdb.env of cypher@v1.1.0 is refused" in box.refuses("install", "cypher")
        assert box.current is None


def test_a_moved_tag_is_refused(own, tmp_path):
    registry, files = own
    box = host(tmp_path, registry)
    box.do("install", "cypher")
    registry.release("v1.0.0", **{NAME: b"other"})
    assert "was moved" in box.refuses("install", "cypher", "v1.0.0")
    assert box.served() == {NAME: files[NAME]}


def test_damage_on_the_host_is_found_and_mended(own, tmp_path):
    registry, files = own
    box = host(tmp_path, registry)
    box.do("install", "cypher")
    path = box.home / "versions/v1.0.0" / NAME
    damaged = bytearray(files[NAME])
    damaged[-1] ^= 128
    for data in (bytes(damaged), files[NAME][:10], None):
        path.unlink()
        if data is not None:
            path.write_bytes(data)
        assert NAME in box.refuses("verify", "cypher")
        assert "mended" in box.do("install", "cypher", "v1.0.0")
        assert box.served() == {NAME: files[NAME]}
    assert "all 7 files" in box.do("verify", "cypher", "1.0.0")


def test_what_is_not_ours_stays(own, tmp_path):
    registry, _ = own
    box = host(tmp_path, registry)
    (box.models / NAME).write_text("mine")
    (box.models / "other.gguf").symlink_to("/somewhere")
    assert "is not model-get's" in box.refuses("install", "cypher")
    (box.models / NAME).unlink()
    box.settings_file.write_text("MINE=1")
    assert "is not model-get's" in box.refuses("install", "cypher")
    assert box.settings_file.read_text() == "MINE=1" and box.current is None
    box.settings_file.unlink()
    box.do("install", "cypher")
    assert (box.models / "other.gguf").is_symlink()


def test_old_versions_go_but_never_the_way_back(own, tmp_path):
    registry, _ = own
    box = host(tmp_path, registry)
    for minor in range(1, 5):
        registry.release(f"v1.{minor}.0")
        box.do("upgrade", "cypher")
    kept = {path.name for path in (box.home / "versions").iterdir()}
    assert kept == {"v1.4.0", "v1.3.0", "v1.2.0"}
    box.do("install", "cypher", "v1.4.0", MODEL_GET_KEEP="1")
    box.do("rollback", "cypher", MODEL_GET_KEEP="1")
    assert box.current == "v1.3.0"
    box.do("install", "cypher", "v1.2.0")
    shutil.rmtree(box.home / "versions/v1.3.0")
    assert "v1.3.0 is gone" in box.refuses("rollback", "cypher")
    assert box.current == "v1.2.0"


def test_a_settings_file_gives_defaults(own, tmp_path):
    registry, files = own
    box = host(tmp_path, registry)
    defaults = tmp_path / "model-get.env"
    store = box.environment.pop("MODEL_GET_STORE")
    defaults.write_text(
        f"# a host\nMODEL_GET_STORE='{store}'\nMODEL_GET_QUANT=q9\nPATH=/nowhere\n"
        "X$(touch pwned)=1\nMODEL_GET_KEEP=2"
    )
    box.do("install", "cypher", MODEL_GET_ENV=str(defaults), MODEL_GET_QUANT="q8_0")
    assert box.served() == {"cypher-q8_0.gguf": files["cypher-q8_0.gguf"]}


def test_a_full_disk_says_so_and_the_download_goes_on_later(tmp_path):
    registry = deploy.Registry(tmp_path, size=3_000_000)
    files = registry.release("v1.0.0")
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(disk)]
    if os.geteuid() or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("a small file system can be mounted by root only")
    try:
        box = host(disk, registry)
        ballast = disk / "ballast"
        ballast.write_bytes(b"x" * 2_000_000)
        assert "are needed; nothing was changed" in box.refuses("install", "cypher")
        assert box.current is None
        ballast.unlink()
        # Another process takes the room after it was counted.
        slow = deploy.serve(deploy.Objects(registry.remote, bytes_a_second=4_000_000))
        process = box.start("install", "cypher", MODEL_GET_REMOTE=slow.url)
        while not any((box.home / "partial").glob("*")):
            time.sleep(0.02)
        with pytest.raises(OSError), open(ballast, "wb", buffering=0) as file:
            while True:
                file.write(b"x" * 65536)
        said, _ = process.communicate()
        slow.shutdown()
        assert process.returncode == 1 and "is the disk full" in said
        assert box.current is None and box.served() == {}
        ballast.unlink()
        box.do("install", "cypher")
        assert box.served() == {NAME: files[NAME]}
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_two_at_once_wait_for_each_other(own, tmp_path, serve):
    registry, files = own
    objects = serve(deploy.Objects(registry.remote, bytes_a_second=400_000))
    box = host(tmp_path, registry, MODEL_GET_REMOTE=objects.url)
    both = [box.start("install", "cypher") for _ in range(2)]
    said = [process.communicate()[0] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert sum("waiting: process" in text for text in said) == 1
    assert box.served() == {NAME: files[NAME]}
    asked = [path for path, _, _ in objects.requests]
    assert len(asked) == len(set(asked)) == 7  # the second found all of it


def test_an_orphan_of_a_killed_call_is_waited_for(own, tmp_path, serve):
    registry, files = own
    objects = serve(deploy.Objects(registry.remote, bytes_a_second=400_000))
    box = host(tmp_path, registry, MODEL_GET_REMOTE=objects.url)
    killed = box.start("install", "cypher")
    while not any((box.home / "partial").glob("*")):
        time.sleep(0.02)
    os.kill(killed.pid, signal.SIGKILL)  # its curl lives on
    assert "waiting: process" in box.do("install", "cypher")
    killed.communicate()
    assert box.served() == {NAME: files[NAME]}


@pytest.fixture
def answering(own, tmp_path, serve):
    """A host whose server is asked, and a second version."""
    registry, files = own
    box = host(tmp_path, registry)
    answers = serve(deploy.Answers(box.models))
    box.environment |= {
        "MODEL_GET_ASK": f"{answers.url}/db/nornic/tx/commit",
        "MODEL_GET_ASK_SECONDS": "3",
        "MODEL_GET_ASK_HEADER": "Authorization: Basic dTpw",
        "MODEL_GET_RESTART": f"echo restarted >>'{tmp_path}/restarts'",
    }
    return box, answers, {"v1.0.0": files, "v1.1.0": registry.release("v1.1.0")}


@pytest.mark.parametrize("path", ["/db/nornic/tx/commit", "/v1/chat/completions"])
def test_the_server_is_asked_and_a_wrong_answer_takes_the_version_back(answering, tmp_path, path):
    box, answers, files = answering
    box.environment["MODEL_GET_ASK"] = answers.url + path
    answers.loading = 1
    assert "it answers as released" in box.do("install", "cypher", "v1.0.0")
    answers.wrong = {"v1.1.0"}
    said = box.refuses("upgrade", "cypher")
    assert "teapot" in said and "v1.1.0 failed and was taken back" in said
    assert box.served() == {NAME: files["v1.0.0"][NAME]} and box.current == "v1.0.0"
    assert (tmp_path / "restarts").read_text().split() == ["restarted"] * 3
    assert {header for _, _, header in answers.asked} == {"Basic dTpw"}
    box.do("upgrade", "cypher")  # the timer's next time: the server is left in peace
    assert (tmp_path / "restarts").read_text().split() == ["restarted"] * 3
    answers.wrong = set()
    box.do("install", "cypher", "v1.1.0")
    assert (box.current, box.previous) == ("v1.1.0", "v1.0.0")


def test_a_first_version_that_fails_leaves_nothing(answering):
    box, answers, _ = answering
    answers.wrong = {"v1.1.0"}
    assert "taken back" in box.refuses("install", "cypher")
    assert box.served() == {} and box.current is None and not box.settings_file.exists()
    box.do("upgrade", "cypher")
    assert box.current == "v1.0.0"


def test_no_server_or_a_failed_restart_is_a_failure_too(answering):
    box, answers, _ = answering
    box.do("install", "cypher", "v1.0.0")
    said = box.refuses("upgrade", "cypher", MODEL_GET_RESTART="exit 3")
    assert "the restart failed" in said and box.current == "v1.0.0"
    dead = box.environment["MODEL_GET_ASK"].replace(str(answers.server_port), "1")
    said = box.refuses("install", "cypher", "v1.1.0", MODEL_GET_ASK=dead)
    assert "no answer" in said and box.current == "v1.0.0"
    assert "expected a URL" in box.refuses("upgrade", "cypher", MODEL_GET_ASK="localhost:7474")


@pytest.mark.parametrize("then", ["upgrade", "rollback"])
def test_killed_between_switch_and_question(answering, then):
    """The new version was never asked; whoever comes next asks it, or goes back."""
    box, answers, _ = answering
    box.do("install", "cypher", "v1.0.0")
    process = box.start("upgrade", "cypher", MODEL_GET_RESTART="sleep 30")
    while box.current != "v1.1.0" or box.previous is None:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    asked = len(answers.asked)
    if then == "upgrade":
        answers.wrong = {"v1.1.0"}
        assert "taken back" in box.refuses("upgrade", "cypher")
        assert len(answers.asked) > asked
    else:
        box.do("rollback", "cypher")
    assert box.current == "v1.0.0" and box.previous is None


def test_secrets_are_no_arguments():
    """Arguments of a process are seen by every user of the host."""
    for path in (ROOT / "host").rglob("*.sh"):
        for text in path.read_text().splitlines():
            if "curl" in text or text.strip().startswith("--"):
                assert "SECRET" not in text and "HEADER" not in text


def test_help_and_documentation_name_each_setting():
    helped = subprocess.check_output([deploy.MODEL_GET, "--help"], text=True)
    used = set()
    for path in [deploy.MODEL_GET, *(ROOT / "host/lib").iterdir()]:
        used |= set(re.findall(r"(?:MODEL_GET|AWS)_[A-Z]+[A-Z_]*", path.read_text()))
    hidden = {"MODEL_GET_ENV", "AWS_DEFAULT_REGION", "AWS_ENDPOINT_URL_S"}
    assert {name for name in used - hidden if name not in helped} == set()


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd")
def test_the_units_are_sound(tmp_path):
    for path in (ROOT / "host/systemd").glob("model-get@.*"):
        text = path.read_text().replace("/usr/local/bin/model-get", "/bin/true")
        (tmp_path / path.name).write_text(text)
    units = ["./model-get@cypher.timer", "./model-get@cypher.service"]
    found = subprocess.run(
        ["systemd-analyze", "verify", *units], cwd=tmp_path, capture_output=True, text=True
    )
    assert found.returncode == 0 and "model-get" not in found.stderr, found.stderr


@pytest.mark.skipif(not shutil.which("shellcheck"), reason="no shellcheck")
def test_shellcheck_has_nothing_to_say():
    files = [deploy.MODEL_GET, *(ROOT / "host/lib").glob("*.sh")]
    found = subprocess.run(["shellcheck", "-x", *files], cwd=ROOT, capture_output=True, text=True)
    assert found.returncode == 0, found.stdout
