"""Words of relationship types: what kind each is, and whole types that have verbs of their own."""

PREPOSITIONS = frozenset(
    """about above across after against along among around as at before behind below beneath beside
    between beyond by during for from in inside into near of on onto over past through throughout
    to toward towards under until upon via with within without""".split()  # noqa: SIM905 (a list of words reads better as text)
)
PARTICLES = frozenset(("away", "back", "down", "off", "out", "up"))  # "carried out"
# Present tense; of words that are nouns as well only those that are verbs as a type's first word.
VERBS = frozenset(
    """accept access acquire act add address admire advise affect allow analyze analyse answer
    appear apply approve arrive ask assess assign assist attack attend audit authorize award bear
    beat become begin belong bid bind block book border borrow break bring build buy call care
    carry cast catch cause check choose cite claim classify close coach collect command comment
    communicate compete complete comprise conduct confirm connect consist consume contact contain
    continue contribute control cooperate cover create cure cut deal decide define deliver depart
    depend deploy derive describe design detect develop diagnose direct discover distribute dock
    donate download drive eat edit employ enable encode end endorse enforce enroll enter evaluate
    examine execute exhibit explain export expose express extend face feature feed fight file fill
    find fit flow fly focus follow found fund gather generate get give go govern grant grow guard
    guide handle hang harm hear help hire hit hold host hunt identify ignore imply import improve
    include indicate infect influence inform inherit inhibit inspect inspire install interact
    intersect introduce invest investigate invite involve invoke issue join judge keep kill know
    label land launch lead learn leave lend liaise lie like link list listen live load locate lock
    log lose love maintain make manage manufacture mark marry match measure mention mentor merge
    migrate miss modify monitor move need notify nominate observe occur occupy offer open operate
    oppose order organize organise originate oversee own participate pay perform perceive permit
    pin pick place play point possess post practice precede predict prefer prescribe prevent
    process produce promote propose protect prove provide publish purchase push query quote rate
    reach read receive recommend record redirect reduce refer reference reflect register regulate
    reject relate release rely remove rent repair replace reply report represent request require
    research reserve reside resolve respond rest result retweet return review ride route rule run
    satisfy say schedule score search see seek sell send serve set share ship show sign sing sit
    solve speak specialise specialize specify spend split sponsor stand star start stay steal stock
    stop store stream study submit subscribe suffer suggest supervise supply support surround
    suspect swim tag take talk target teach tell test think throw tie touch track trade train
    transfer transform translate transport travel treat trigger trust try turn understand undergo
    update upload use validate verify view visit vote wait want watch wear win withdraw witness
    work write""".split()  # noqa: SIM905
)
# Nouns though they could be verbs, or end as a verb does.
NOUNS = frozenset(
    """address author award boss child class colleague comment daughter employee employer enemy
    example father friend genre guardian husband label leader location manager master member mother
    neighbor neighbour owner parent part partner peer predecessor process reference relative review
    rival sibling sister son source sponsor spouse subject subclass subset successor suspect target
    teammate type version wife witness ancestor descendant brother cousin instance""".split()  # noqa: SIM905
)
OF = frozenset(("approve", "consist", "dispose", "hear", "think"))  # verbs even before "of"
# Said of both ends alike.
SYMMETRIC = frozenset(
    """acquaintance brother classmate colleague competitor cousin enemy friend neighbor neighbour
    partner peer relative rival roommate sibling sister spouse synonym teammate twin""".split()  # noqa: SIM905
)
MUTUAL = {
    "adjacent": "to",
    "affiliated": "with",
    "associated": "with",
    "close": "to",
    "compatible": "with",
    "connected": "to",
    "correlated": "with",
    "engaged": "to",
    "equal": "to",
    "equivalent": "to",
    "identical": "to",
    "linked": "to",
    "married": "to",
    "next": "to",
    "parallel": "to",
    "related": "to",
    "similar": "to",
}
ADJECTIVES = frozenset(
    """absent active adjacent apparent available aware close compatible dependent different due
    equal equivalent famous hostile identical independent inferior interested local loyal native
    next parallel present previous prior relevant responsible same senior junior similar specific
    subject subordinate superior synonymous typical unique valid visible eligible""".split()  # noqa: SIM905
)
# Past tenses before a preposition that even a thing does itself.
ACTIVE = frozenset(
    """acted appeared applied arrived belonged called collaborated commented competed consisted
    contributed cooperated crashed debuted departed depended died emerged ended evolved expired
    graduated grew happened interacted invested landed lasted led left lived merged migrated moved
    occurred originated participated passed performed played pointed premiered ran reacted referred
    replied reported resided responded resulted retired ruled sailed sank served started stayed
    stopped studied subscribed succeeded travelled traveled visited voted went won worked""".split()  # noqa: SIM905
)
# Past participles before a preposition that even a person only undergoes.
PASSIVE = frozenset(
    """accused admitted affected affiliated appointed arrested assigned associated attached
    baptised baptized based born buried certified charged classified connected convicted correlated
    credited dedicated diagnosed educated elected employed engaged enrolled featured grouped hired
    imprisoned included infected injured interested involved killed known licensed linked listed
    located managed married mentioned named nominated registered related represented seated seen
    sentenced signed stationed supervised suspected tagged trained treated wanted""".split()  # noqa: SIM905
)
# Done once, so said in the past.
EVENTS = frozenset(
    """arrested awarded born bought built carried composed created designed diagnosed directed
    discovered filled founded funded heard hired invented issued killed launched made painted
    played posted prescribed produced published raised recorded released screened selected sent
    shipped shown signed sold staged won written""".split()  # noqa: SIM905
)
# A place or work holds what is done so: festivals "showing" a film that was shown at them.
HOLDING = frozenset(
    """cited contained covered described displayed documented employed exhibited featured found
    held hosted included kept listed mentioned offered presented published quoted recorded
    referenced screened shown sold stored taught treated used""".split()  # noqa: SIM905
)
# A source has at most one.
ONE_EACH = frozenset(
    """belongs to/belong to/based in/located in/located at/is located in/situated in/born in/
    was born in/died in/lives in/lives at/resides in/married to/married/spouse of/part of/
    is part of/child of/reports to/is a/instance of/next/previous/headquartered in/has type/of type/
    successor of/capital of""".replace("\n    ", "").split("/")
)
# Type -> forward and backward; {} is the type as said of several.
WHOLE = {
    "act in": ("{}", "featuring"),
    "acted in": ("{}", "featuring"),
    "starred in": ("{}", "starring"),
    "played in": ("{}", "featuring"),
    "based in": ("are {}", "that are home to"),
    "headquartered in": ("are {}", "that are home to"),
    "located in": ("are {}", "that are home to"),
    "located at": ("are {}", "that are home to"),
    "situated in": ("are {}", "that are home to"),
    "is located in": ("are located in", "that are home to"),
    "is based in": ("are based in", "that are home to"),
    "live in": ("{}", "that are home to"),
    "live at": ("{}", "that are home to"),
    "reside in": ("{}", "that are home to"),
    "reside at": ("{}", "that are home to"),
    "born in": ("were {}", "that are the birthplace of"),
    "was born in": ("were born in", "that are the birthplace of"),
    "died in": ("{}", "that are the place of death of"),
    "work at": ("{}", "that employ"),
    "work for": ("{}", "that employ"),
    "work in": ("{}", "that employ"),
    "employed by": ("are {}", "employing"),
    "employed at": ("are {}", "employing"),
    "worked at": ("{}", "that employed"),
    "worked for": ("{}", "that employed"),
    "belong to": ("{}", "that have"),
    "consist of": ("{}", "that are part of"),
    "depend on": ("{}", "needed by"),
    "study at": ("{}", "attended by"),
    "studied at": ("{}", "attended by"),
    "graduated from": ("{}", "that graduated"),
    "know": ("{}", "known to"),
    "assigned to": ("are {}", "that were given"),
    "tagged with": ("are {}", "of"),
    "labeled with": ("are {}", "of"),
    "subscribe to": ("{}", "that have as subscriber"),
    "subscribed to": ("{}", "that have as subscriber"),
    "next": ("are followed by", "that follow"),
    "previous": ("are preceded by", "that precede"),
    "precede": ("{}", "preceded by"),
    "part of": ("are {}", "that have as part"),
    "is part of": ("are part of", "that have as part"),
    "same as": ("are the {}", "that are the same as"),
    "is same as": ("are the same as", "that are the same as"),
}
