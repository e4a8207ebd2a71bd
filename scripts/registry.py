# PYTHON_ARGCOMPLETE_OK
"""Versions of models: out with one, into a stage with it, what changed between two.

    python scripts/registry.py release cypher 1.2.0       # or make release MODEL=… VERSION=…
    python scripts/registry.py stage cypher 1.2.0 prod    # an older version rolls back
    python scripts/registry.py changelog cypher [1.1.0 [1.2.0]]
    python scripts/registry.py show

A release is built and gated, committed, sent to DVC's remote, tagged MODEL@vX.Y.Z and pushed, in
this order: whoever sees the tag finds the data. Interrupted, the same request goes on.
"""

from itertools import pairwise

from rich.text import Text

from neural import cli, config, plan, stages, storage
from neural.errors import UserError
from neural.release import bundle, listing, registry


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("action", choices=("release", "stage", "changelog", "show"))
    parser.add_argument("names", nargs="*", help="model, then versions and stage as above")
    args = cli.parse(parser)
    action, counts = {
        "release": (release, (2,)),
        "stage": (stage, (3,)),
        "changelog": (changelog, (1, 2, 3)),
        "show": (show, (0,)),
    }[args.action]
    if len(args.names) not in counts:
        parser.error(f"{args.action}: {len(args.names)} names given; see --help")
    action(*args.names)


def release(model: str, text: str) -> None:
    version, experiments = registry.parse(text), config.read("config.yaml")
    storage.check_remote()
    tag = registry.tag(model, version)
    if not registry.check(experiments, model, version):
        if old := stages.old(experiments, plan.files()):
            raise UserError(f"{', '.join(old)}: old. Run scripts/write_dvc_yaml.py and commit it.")
        before = registry.versions(model)
        storage.repro(f"release_{model}")
        files = bundle.files(model, experiments["models"][model]["gate"]["quantizations"])
        listing.write(model, version, files, storage.default())
        registry.commit_written(f"{model} {version}: built and gated")
        storage.push([f"release_{model}"])
        said = registry.changelog(model, registry.tag(model, before[-1]), "HEAD") if before else ""
        message = f"{model} {version}\n\n{said}".replace("HEAD", tag)
        storage.run("gto", "register", model, "--version", f"v{version}", "--message", message)
    publish(tag)


def stage(model: str, text: str, name: str) -> None:
    version, out = registry.parse(text), registry.versions(model)
    tag = registry.tag(model, version)
    if version not in out:
        raise UserError(f"{tag} is not out; out are: {', '.join(map(str, out)) or 'none'}.")
    now = registry.assigned(model, name)
    if not now or registry.commit(now) != registry.commit(tag):
        storage.run("gto", "assign", model, "--version", f"v{version}", "--stage", name)
    publish(registry.assigned(model, name))


def changelog(model: str, old: str = "", new: str = "") -> None:
    out = [registry.tag(model, version) for version in registry.versions(model)]
    named = [registry.tag(model, registry.parse(one)) for one in (old, new) if one]
    if missing := [tag for tag in named if tag not in out]:
        raise UserError(f"{', '.join(missing)}: not out; out are: {', '.join(out) or 'none'}.")
    if not named and len(out) < 2:
        there = f"only {out[0]}" if out else f"no version of {model}"
        cli.say(f"{there} is out: nothing to compare")
    for pair in [(*named, "HEAD")[:2]] if named else pairwise(out):
        cli.say(Text(registry.changelog(model, *pair)))


def show() -> None:
    cli.say(Text(storage.run("gto", "show")))


def publish(tag: str) -> None:
    if registry.publish(tag):
        cli.say(f"{tag}: out")
    else:
        cli.say(f"{tag}: tagged here only, as git has no remote `origin`; push it with its commit")


if __name__ == "__main__":
    cli.run(main)
