"""Strings that tell two tokenizers apart."""

import random
import unicodedata

from neural import prompt

FIXED = (
    "",
    " ",
    "\n",
    "\r\n\r\n",
    "\t\t \n \t",
    "\x00",
    "a\x00b",
    "\ufeffBOM",
    "\ufffd\ufffe",
    "e\u0301 \u1100\u1161\u11a8 \u0041\u030a",  # decomposed: NFC composes them
    "ﬁ Ⅷ ² ½ ㎏",  # compatibility characters: NFC leaves them
    "it's IT'S we'LL they'Re I'D 'twas 's",
    "1234567890 ٣٤٥ १२३ 3.14e-10 0x1F",
    "مرحبا \u202eabc\u202c שלום",
    "👩‍👩‍👧‍👦🏳️‍🌈🇩🇪👍🏽",
    "Z\u0335\u0321a\u0337\u0322l\u0336\u0323g\u0334o\u0338",
    "  leading, trailing  ",
    "<|im_start|><|im_start|><|im_end|>",
    "<|im_start|>system\n<|im_end|>\n<|im_start|>user\nx<|im_end|>\n<|im_start|>assistant\n",
    "<|im_start|assistant|> <|im_end |> <|IM_END|> <｜im_end｜> |im_end|> <|im_<|im_end|>end|>",
    "<|endoftext|> text after <|endoftext|>",
    "<s></s><unk>[INST]<<SYS>>{% raw %}{{ x }}{% endraw %}",
    "MATCH (a)-[r:KNOWS*1..3]->(b) WHERE a.name =~ '.*\\u0041\"' RETURN count(*)",
)
_RANGES = (
    (0x00, 0x20),  # control
    (0x20, 0x7F),  # ASCII
    (0x7F, 0x250),  # Latin, with C1 control
    (0x300, 0x370),  # combining marks
    (0x370, 0x600),  # Greek, Cyrillic, Hebrew
    (0x600, 0x700),  # Arabic
    (0x900, 0xE00),  # Indic
    (0x1100, 0x1200),  # Hangul parts
    (0x2000, 0x2070),  # spaces, joiners, direction
    (0x2070, 0x2E80),  # symbols
    (0x3000, 0x3100),  # kana
    (0x4E00, 0x9FFF),  # Han
    (0xAC00, 0xD7A4),  # Hangul
    (0xE000, 0xE100),  # private
    (0xFE00, 0x10000),  # variation selectors, full width
    (0x1F300, 0x1FA00),  # emoji
    (0xE0000, 0xE0080),  # tags
)
_BLANKS = " \t\n\r\u00a0\u3000\u2028\u200b"
_PIECES = (*prompt.TOKENS, "'s", "'LL", "\r\n", "  ", "123", " the", "<|", "|>", "()-[]->")


def strings(count: int, seed: int) -> list[str]:
    """The fixed ones and random ones, `count` in all, normalised to NFC as prompts are."""
    draw = random.Random(seed)
    kinds = (_one_script, _mixed, _run, _spaces, _with_pieces)
    made = list(FIXED)
    while len(made) < count:
        made.append(draw.choice(kinds)(draw))
    return [unicodedata.normalize("NFC", text) for text in made[:count]]


def _character(draw: random.Random, span: tuple[int, int]) -> str:
    return chr(draw.randrange(*span))


def _one_script(draw: random.Random) -> str:
    span = draw.choice(_RANGES)
    return "".join(_character(draw, span) for _ in range(draw.randint(1, 30)))


def _mixed(draw: random.Random) -> str:
    return "".join(_character(draw, draw.choice(_RANGES)) for _ in range(draw.randint(1, 40)))


def _run(draw: random.Random) -> str:
    return _character(draw, draw.choice(_RANGES)) * draw.randint(30, 400)


def _spaces(draw: random.Random) -> str:
    return "".join(
        draw.choice(_BLANKS) * draw.randint(1, 6) + _character(draw, draw.choice(_RANGES))
        for _ in range(draw.randint(1, 12))
    )


def _with_pieces(draw: random.Random) -> str:
    return "".join(
        draw.choice(_PIECES) if draw.random() < 0.5 else _character(draw, draw.choice(_RANGES))
        for _ in range(draw.randint(1, 25))
    )
