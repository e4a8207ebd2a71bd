# PYTHON_ARGCOMPLETE_OK
"""What CI asks of a commit. Needs no data; the remote is asked unless --offline.

    python scripts/check_versions.py [--offline] [--allow-stale]

Names the jobs whose artifacts the present config or code would make anew, and exits 1 on these;
on a dvc.yaml, dvc.lock or metrics.json that disagrees with the workflow or with the records; on
limits of a gate that the committed metrics do not keep; on a secret or an unverified remote in
DVC's configuration; on files that dvc.lock names and the remote lacks.
"""

from neural import cli, config, plan, stages, storage
from neural.release import commit


def main() -> int:
    parser = cli.parser(__doc__, result=True)
    parser.add_argument("--offline", action="store_true", help="do not ask the remote")
    parser.add_argument("--allow-stale", action="store_true", help="name stale jobs, no more")
    args = cli.parse(parser)
    experiments = config.read("config.yaml")
    config.check(experiments)
    stale = plan.stale("provenance.jsonl")
    found = {
        "dvc.yaml": [
            f"{name} is old: run scripts/write_dvc_yaml.py"
            for name in stages.old(experiments, plan.files())
        ],
        "records": commit.disagreements("provenance.jsonl"),
        "gate": commit.failed_gates(experiments),
        "remotes": storage.problems(),
        "jobs": [] if args.allow_stale else [f"stale: {one}" for one in stale],
    }
    if not args.offline:
        found["data"] = [f"not in the remote: {path}" for path in storage.not_in_remote()]
    if args.allow_stale:
        cli.say(*(f"stale: {one}" for one in stale))
    for what, problems in found.items():
        cli.say(f"{what}: {'good' if not problems else len(problems)}", *problems)
    cli.result(args, found)
    return int(any(found.values()))


if __name__ == "__main__":
    cli.run(main)
