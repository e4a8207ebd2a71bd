"""Names, slugs, masks and other work on short texts."""

from neural.domains.coding.draw import ints, lists, mixed, one_of, text, words
from neural.domains.coding.family import Family


def title(rng):
    parts = ["Hello", "World", "the", "C++", "10", "Tips", "&", "Tricks!", "of", "x_y"]
    return rng.choice([" ", "  ", " - "]).join(rng.choices(parts, k=rng.randint(0, 5)))


def camel(rng):
    parts = ["user", "Id", "HTTP", "Server", "parse", "XML", "Name", "Url"]
    return "".join(rng.choices(parts, k=rng.randint(1, 4)))


def snake(rng):
    parts = ["user", "id", "http", "server", "v2", "name"]
    return "_".join(rng.choices(parts, k=rng.randint(1, 4)))


def path(rng):
    return "/" + "/".join(rng.choices(["usr", "lib", "local", "lib64"], k=rng.randint(1, 4)))


def sentence(rng):
    parts = ["a", "tale", "of", "two", "cities", "and", "the", "sea", "rest"]
    return " ".join(rng.choices(parts, k=rng.randint(0, 6)))


def post(rng):
    parts = ["#go", "#news", "#Go", "nice", "a#b", "#", "#go!", "day,", "#x_1"]
    return " ".join(rng.choices(parts, k=rng.randint(0, 6)))


FAMILIES = [
    Family(
        signature="slugify(title: str) -> str",
        statement="Turn {title} into a slug for a URL: lower-case the ASCII letters and replace "
        "each run of other characters than {kept} by one {separator}. The slug neither begins nor "
        "ends with it.",
        requests=[
            "I need slugs for article titles: lower case, only {kept} survive, everything between "
            "them collapses into a single {separator}, none at the ends.",
        ],
        params={
            "separator": ("-", "_"),
            "kept": {"alnum": "ASCII letters and digits", "letters": "ASCII letters"},
        },
        inputs={"title": title},
        edges=[("Hello, World!",), ("",), ("--",), ("10 Tips & Tricks",), ("a_b",)],
        cost="O(n)",
    ),
    Family(
        signature="truncate(text: str, limit: int) -> str",
        statement="Shorten {text} to {limit} characters and mark the cut with three dots. A text "
        "of at most {limit} characters comes back as it is. {dots} {limit} is at least 3.",
        requests=[
            "Cut long texts for a preview. Up to {limit} characters stay as they are; longer ones "
            "are cut and get '...' at the end. {dots} Assume that {limit} is 3 or more.",
        ],
        params={
            "dots": {
                "inside": "The dots count, so that the result has exactly {limit} characters then.",
                "beyond": "The dots come after the first {limit} characters.",
                "words": "The dots count; cut at the last space that lets the result fit, or, "
                "where there is none, inside the word. The space itself is dropped.",
            }
        },
        inputs={"text": text("ab cd", 0, 14), "limit": ints(3, 10)},
        edges=[("hello world", 8), ("hello", 5), ("", 3), ("abcdef", 3), ("ab cd ef", 6)],
        properties=[lambda text, limit, dots, result: dots == "beyond" or len(result) <= limit],
        cost="O(n)",
    ),
    Family(
        signature="mask(secret: str, visible: int) -> str",
        statement="Replace the characters of {secret} by asterisks, except the {side} {visible}. "
        "If {secret} has no more than {visible} characters, {short}.",
        requests=[
            "Hide a card number or key for the log: only the {side} {visible} characters stay "
            "readable, the others become '*'. When {secret} is not longer than that, {short}.",
        ],
        params={
            "side": {"last": "last", "first": "first"},
            "short": {"hidden": "all of it is hidden", "shown": "it stays as it is"},
        },
        inputs={"secret": text("0123456789ab", 0, 10), "visible": ints(0, 5)},
        edges=[("4111222233334444", 4), ("abc", 4), ("abcd", 4), ("", 2), ("abc", 0)],
        properties=[lambda secret, result: len(result) == len(secret)],
        cost="O(n)",
    ),
    Family(
        signature="to_camel(name: str) -> str",
        statement="Turn a snake_case {name} into {style}. The parts of {name} consist of "
        "lower-case letters and digits; empty parts between underscores are dropped.",
        requests=["Convert identifiers like http_server_id to {style}; stray underscores vanish."],
        params={
            "style": {
                "lower": "camelCase, whose first letter is small",
                "upper": "PascalCase, whose first letter is a capital",
            }
        },
        inputs={"name": mixed(snake, text("ab_", 0, 6))},
        edges=[("user_id",), ("name",), ("",), ("__a__b",), ("v2_api",)],
        cost="O(n)",
    ),
    Family(
        signature="to_snake(name: str) -> str",
        statement="Turn {name}, which is in camelCase or PascalCase and consists of ASCII letters, "
        "into snake_case. {acronyms}",
        requests=["Convert identifiers such as parseXMLFile into snake_case. {acronyms}"],
        params={
            "acronyms": {
                "split": "Every capital begins a part of its own: HTTPServer is h_t_t_p_server.",
                "joined": "A run of capitals is one part, but its last letter goes with the small "
                "letters after it: HTTPServer is http_server.",
            }
        },
        inputs={"name": camel},
        edges=[("userId",), ("HTTPServer",), ("getURL",), ("a",), ("",), ("ABC",)],
        cost="O(n)",
    ),
    Family(
        signature="common_prefix(paths: list[str]) -> str",
        statement="Return the longest prefix that all {paths} share, measured in {unit}. With no "
        "paths at all it is empty.",
        requests=["Find what all of {paths} have in common at the beginning, in {unit}."],
        params={
            "unit": {
                "characters": "characters",
                "segments": "whole segments between slashes; the result has no slash at the end",
            }
        },
        inputs={"paths": lists(path, 0, 3)},
        edges=[
            (["/usr/lib/a", "/usr/lib64/b"],),
            ([],),
            (["/usr/lib"],),
            (["/usr", "/lib"],),
            (["/usr/lib", "/usr/lib/local"],),
        ],
        properties=[lambda paths, result: all(path.startswith(result) for path in paths)],
        cost="O(n)",
    ),
    Family(
        signature="is_palindrome(text: str) -> bool",
        statement="Tell whether {text} reads the same backwards, {respecting}. The empty text "
        "does. {text} is ASCII.",
        requests=["Check whether {text} is a palindrome, {respecting}."],
        params={
            "respecting": {
                "all": "every character counting as it is",
                "case": "upper and lower case counting as the same",
                "letters": "only letters and digits counting, in either case",
            }
        },
        inputs={
            "text": mixed(
                text("aA b", 0, 5), one_of("Anna", "No lemon, no melon", "abba", "a b", "A-b-a!")
            )
        },
        edges=[("abba",), ("Anna",), ("No lemon, no melon",), ("",), ("ab",), (".,",)],
        cost="O(n)",
    ),
    Family(
        signature="title_case(text: str) -> str",
        statement="Capitalise the words of {text}, which are in lower case and separated by single "
        "spaces. {small}",
        requests=["Write a headline in title case from lower-case words. {small}"],
        params={
            "small": {
                "all": "Every word gets a capital.",
                "not_inside": "The words a, and, of and the stay small unless they come first.",
                "not_inner": "The words a, and, of and the stay small unless they come first or "
                "last.",
            }
        },
        inputs={"text": sentence},
        edges=[("a tale of two cities",), ("",), ("the end of the",), ("of",)],
        properties=[lambda text, result: result.lower() == text],
        cost="O(n)",
    ),
    Family(
        signature="squeeze(text: str) -> str",
        statement="Tidy the spaces of {text}: {scope} A text is ASCII, and spaces, tabs and line "
        "feeds are its only white space.",
        requests=["Clean up the white space of pasted text: {scope}"],
        params={
            "scope": {
                "all": "every run of white space becomes one space, and none is left at the ends.",
                "lines": "in every line, runs of spaces and tabs become one space, and none is "
                "left at the ends of a line; the line feeds stay.",
                "blank": "as many lines as there are stay as they are, except that runs of lines "
                "without anything but white space become one empty line.",
            }
        },
        inputs={"text": text("ab \t\n\n", 0, 12)},
        edges=[("a  b",), ("",), (" a \n\n\n b ",), ("\n",), ("\ta\t\tb\n",)],
        cost="O(n)",
    ),
    Family(
        signature="hashtags(post: str) -> list[str]",
        statement="Return the hashtags of {post} without their #, in order. A hashtag is a # at "
        "the beginning of {post} or after a space, with one or more ASCII letters, digits or "
        "underscores after it. {repeated}",
        requests=["Pull the #tags out of a {post}, in order and without the #. {repeated}"],
        params={
            "repeated": {
                "kept": "Repetitions stay.",
                "exact": "Of equal ones only the first is returned; case counts.",
                "folded": "They are returned in lower case, each only once.",
            }
        },
        inputs={"post": post},
        edges=[("#go is #fun",), ("a#b #",), ("#Go #go #GO!",), ("",), ("##a",)],
        cost="O(n)",
    ),
    Family(
        signature="initials(name: str) -> str",
        statement="Return the initials of {name}, as capitals, {style}. The parts of {name} are "
        "separated by one or more spaces. {particles}",
        requests=["Make initials from a person's {name}, {style}. {particles}"],
        params={
            "style": {"dots": "each followed by a dot", "plain": "without anything between"},
            "particles": {
                "all": "Every part counts.",
                "capitals": "Parts that begin with a small letter, such as van, are left out.",
            },
        },
        inputs={
            "name": lambda rng: rng.choice([" ", "  "]).join(
                rng.choices(["Ada", "Lovelace", "van", "de", "Jan", "King"], k=rng.randint(0, 4))
            )
        },
        edges=[("Ada Lovelace",), ("",), ("Ludwig van Beethoven",), ("  Jan ",)],
        cost="O(n)",
    ),
    Family(
        signature="between(text: str, start: str, end: str) -> str | None",
        statement="Return the part of {text} between the first {start} and the {which} {end} that "
        "comes after it, without the two. If there is no such pair, return {none}. {start} and "
        "{end} are not empty.",
        requests=[
            "Extract what stands between two markers: after the first {start}, up to the {which} "
            "{end} behind it; {none} when either is missing."
        ],
        params={"which": {"first": "first", "last": "last"}},
        inputs={
            "text": text("ab()[]", 0, 10),
            "start": one_of("(", "[", "ab"),
            "end": one_of(")", "]", "b"),
        },
        edges=[
            ("f(x)(y)", "(", ")"),
            ("", "(", ")"),
            (")(", "(", ")"),
            ("|a|b|", "|", "|"),
            ("()", "(", ")"),
        ],
        cost="O(n)",
    ),
    Family(
        signature="unique_lines(text: str) -> str",
        statement="Remove repeated lines from {text}, which are separated by line feeds, and keep "
        "of equal ones the {which}. The order of the kept lines stays. {blank}",
        requests=[
            "Drop duplicate lines from {text} but keep the order; of each line the {which} "
            "occurrence stays. {blank}",
        ],
        params={
            "which": {"first": "first", "last": "last"},
            "blank": {
                "counted": "Empty lines are lines like any other.",
                "kept": "Empty lines are never removed.",
            },
        },
        inputs={"text": text("ab\n\n", 0, 10)},
        edges=[("a\nb\na",), ("",), ("a\n\n\na",), ("a",)],
        cost="O(n)",
    ),
    Family(
        signature="unique_name(name: str, taken: set[str]) -> str",
        statement="Return {name} if it is not in {taken}, else the first free one of {pattern}.",
        requests=[
            "Give a new file a name that is not {taken} yet: {name} itself if possible, otherwise "
            "try {pattern} until one is free."
        ],
        params={
            "pattern": {
                "dash": '"name-2", "name-3", … (with {name} in the place of name)',
                "brackets": '"name (1)", "name (2)", … (with {name} in the place of name)',
            }
        },
        inputs={
            "name": one_of("a", "b"),
            "taken": lambda rng: {
                rng.choice("ab") + rng.choice(["", "-2", "-3", " (1)", " (2)"])
                for _ in range(rng.randint(0, 8))
            },
        },
        edges=[
            ("a", {"a", "a-2"}),
            ("a", set()),
            ("a", {"b"}),
            ("a", {"a", "a (1)", "a-2", "a (2)"}),
            ("a", {"a-2"}),
        ],
        properties=[lambda taken, result: result not in taken],
        cost="O(n)",
    ),
    Family(
        signature="shared_letters(left: str, right: str) -> str",
        statement="Return the characters that {left} and {right} have in common, sorted, {count}.",
        requests=["Which characters are in both {left} and {right}? Return them sorted, {count}."],
        params={
            "count": {
                "once": "each once",
                "often": "each as often as it occurs in both",
            }
        },
        inputs={"left": text("aabcd", 0, 8), "right": text("aabce", 0, 8)},
        edges=[("banana", "bandana"), ("", "a"), ("aab", "aa"), ("a", "b")],
        cost="O(n log n)",
    ),
    Family(
        signature="natural_key_order(names: list[str]) -> list[str]",
        statement="Sort {names} so that numbers in them count as numbers: file2 comes before "
        "file10. Every name is letters followed by digits; sort by the letters first, then by "
        "the number, {direction}. Equal ones keep their order.",
        requests=[
            "Sort names like img2, img10 the way people expect: by the letters, then by the "
            "number at the end, {direction}. The sort is stable."
        ],
        params={"direction": {"up": "ascending", "down": "with the larger number first"}},
        inputs={
            "names": lists(
                lambda rng: rng.choice(["img", "a", "b"]) + rng.choice(["1", "2", "10", "02", "9"])
            )
        },
        edges=[(["file10", "file2"],), ([],), (["a02", "a2", "a1"],), (["b1", "a10", "a9"],)],
        cost="O(n log n)",
    ),
    Family(
        signature="longest_word(sentence: str) -> str",
        statement="Return the longest word of {sentence}, whose words are separated by single "
        "spaces; of several, {tie}. An empty {sentence} has an empty longest word.",
        requests=["Find the longest word in a {sentence}; if there are several, {tie}."],
        params={
            "tie": {
                "first": "the first of them",
                "last": "the last of them",
                "alphabetical": "the alphabetically first of them",
            }
        },
        inputs={"sentence": lambda rng: " ".join(lists(words(12), 0, 6)(rng))},
        edges=[("birch amber cedar",), ("",), ("a",), ("delta kite ember amber",)],
        cost="O(n)",
    ),
    Family(
        signature="replace_words(text: str, replacements: dict[str, str]) -> str",
        statement="Replace the words of {text}, which are separated by single spaces, by what "
        "{replacements} has for them. {case}",
        requests=[
            "Swap whole words in {text} using the {replacements} {map}, leaving the others alone. "
            "{case}"
        ],
        params={
            "case": {
                "exact": "Upper and lower case are different.",
                "ignored": "The case of the word in {text} does not matter; the keys are in lower "
                "case.",
            }
        },
        inputs={
            "text": lambda rng: " ".join(rng.choices(["Hi", "hi", "you", "all"], k=4)),
            "replacements": one_of({"hi": "hello"}, {}, {"you": "we", "hi": "bye"}, {"all": "Hi"}),
        },
        edges=[("hi you", {"hi": "hello"}), ("", {"a": "b"}), ("Hi hi", {"hi": "x"})],
        cost="O(n)",
    ),
]
