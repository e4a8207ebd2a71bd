# PYTHON_ARGCOMPLETE_OK
"""Format conversations for training: in turns, cleaned, without personal data.

python scripts/format_conversational_data.py --input conversations.json --license Apache-2.0 \\
    --output data/raw/mine.jsonl --report reports/mine.json
"""

from neural import cli
from scripts.generate_chat_dataset import arguments, write

if __name__ == "__main__":
    cli.run(lambda: write(arguments(__doc__, formats=True)))
