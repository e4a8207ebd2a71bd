# PYTHON_ARGCOMPLETE_OK
"""The same as generate_repository_dataset.py, under the name by which people know it.

python scripts/extract_repo_patterns.py --repo ../project --language go --output data/raw/ours.jsonl
"""

from neural import cli
from scripts.generate_repository_dataset import main

if __name__ == "__main__":
    cli.run(lambda: main(__doc__))
