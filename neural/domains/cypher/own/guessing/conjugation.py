"""Forms of English verbs, as far as relationship types need them."""

import re

# Present, past, participle, where they are irregular or double a letter.
FORMS = """
bear bore borne/beat beat beaten/begin began begun/bind bound bound/bite bit bitten/
break broke broken/bring brought brought/build built built/buy bought bought/catch caught caught/
choose chose chosen/come came come/cut cut cut/deal dealt dealt/do did done/draw drew drawn/
drive drove driven/eat ate eaten/fall fell fallen/feed fed fed/feel felt felt/fight fought fought/
find found found/fly flew flown/forget forgot forgotten/get got got/give gave given/go went gone/
grow grew grown/hang hung hung/have had had/hear heard heard/hide hid hidden/hit hit hit/
hold held held/hurt hurt hurt/keep kept kept/know knew known/lay laid laid/lead led led/
leave left left/lend lent lent/let let let/lose lost lost/make made made/mean meant meant/
meet met met/pay paid paid/put put put/read read read/ride rode ridden/run ran run/say said said/
see saw seen/sell sold sold/send sent sent/set set set/shoot shot shot/
show showed shown/sing sang sung/sit sat sat/sleep slept slept/speak spoke spoken/
spend spent spent/split split split/spread spread spread/stand stood stood/steal stole stolen/
swim swam swum/take took taken/teach taught taught/tell told told/think thought thought/
throw threw thrown/undergo underwent undergone/understand understood understood/
underwrite underwrote underwritten/wear wore worn/
win won won/write wrote written/
admit admitted admitted/commit committed committed/control controlled controlled/
equip equipped equipped/log logged logged/map mapped mapped/occur occurred occurred/
pin pinned pinned/plan planned planned/refer referred referred/ship shipped shipped/
stop stopped stopped/submit submitted submitted/swap swapped swapped/tag tagged tagged/
transfer transferred transferred/trap trapped trapped/ban banned banned/grab grabbed grabbed/
drop dropped dropped/scan scanned scanned/star starred starred/step stepped stepped
"""
VERBS = [form.split() for form in FORMS.replace("\n", "").split("/")]
PARTICIPLES = {present: participle for present, _, participle in VERBS}
OF_PAST = {past: participle for _, past, participle in VERBS}
STEMS = {participle: present for present, _, participle in VERBS}
NO_PAST = frozenset("feed need speed seed breed exceed proceed succeed embed bed red".split())  # noqa: SIM905


def is_past(word: str) -> bool:
    """'acted', 'wrote'."""
    return word in OF_PAST or (word.endswith("ed") and word not in NO_PAST and len(word) > 3)


def is_participle(word: str) -> bool:
    """'acted', 'written'."""
    return word in STEMS or (is_past(word) and word not in OF_PAST)


def of_past(word: str) -> str:
    """The participle of a past tense: 'written' of 'wrote'."""
    return OF_PAST.get(word, word)


def base(word: str) -> str:
    """'carries', 'passes' and 'owns' as of several: 'carry', 'pass', 'own'."""
    if word in ("has", "does", "goes", "is"):
        return {"has": "have", "does": "do", "goes": "go", "is": "are"}[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word


def participle(verb: str) -> str:
    """'owned', 'carried', 'known'."""
    if verb in PARTICIPLES:
        return PARTICIPLES[verb]
    if verb.endswith("e"):
        return f"{verb}d"
    return re.sub(r"(?<![aeiou])y$", "i", verb) + "ed"


def gerund(participle: str) -> str:
    """'owning' of 'owned', 'writing' of 'written'."""
    if participle in STEMS and not participle.endswith("ed"):
        verb = STEMS[participle]
        double = verb in (
            "begin",
            "cut",
            "get",
            "hit",
            "let",
            "put",
            "run",
            "set",
            "sit",
            "split",
            "swim",
            "win",
        )
        return (verb + verb[-1] if double else re.sub(r"(?<=[^e])e$", "", verb)) + "ing"
    if participle.endswith("ied"):
        return participle[:-3] + "ying"
    return participle[:-2] + "ing"
