"""Own tables of common words. Each stands once, so that a category question has one answer."""
# ruff: noqa: E501 (tables)


def table(words: str) -> tuple[str, ...]:
    """The words of a text, so that a table is written as one reads it."""
    return tuple(words.split())


GIRLS = table(
    "Ada Alice Amina Anna Bella Carmen Clara Diana Elena Emma Fatima Grace Hana Ines Jane Julia "
    "Kate Laura Leila Lucy Maria Mia Nadia Nora Olivia Priya Rosa Ruth Sara Sofia Tara Zoe"
)
BOYS = table(
    "Adam Ahmed Alex Ben Carlos Daniel David Diego Emil Felix George Henry Hugo Ivan Jack James "
    "Kenji Leo Liam Lucas Marco Mateo Max Noah Omar Oscar Paul Peter Ravi Sam Tom Victor"
)
SURNAMES = table(
    "Adams Baker Brown Carter Chen Clark Cohen Costa Davis Evans Fisher Garcia Green Hall Hughes "
    "Khan Kim Lee Lopez Martin Miller Moore Murphy Novak Patel Reed Rossi Silva Smith Turner Weber "
    "Young"
)
CITIES = table(
    "Athens Berlin Bergen Boston Bristol Cairo Chicago Cork Dublin Geneva Glasgow Hamburg Helsinki "
    "Kyoto Leeds Lima Lisbon Lyon Madrid Milan Montreal Nairobi Oslo Porto Prague Riga Rome "
    "Seattle Seville Sydney Tokyo Toronto Vienna Warsaw Zurich"
)

CATEGORIES = {
    "animals": table(
        "cat dog horse cow sheep goat lion tiger rabbit wolf bear fox deer monkey elephant giraffe "
        "zebra mouse camel donkey"
    ),
    "fruits": table(
        "apple banana pear grape cherry mango lemon melon plum strawberry pineapple apricot "
        "raspberry blueberry"
    ),
    "vegetables": table(
        "carrot onion potato cabbage spinach broccoli lettuce garlic celery turnip leek parsnip "
        "cauliflower radish"
    ),
    "colors": table("red blue green yellow purple pink brown black white gray"),
    "vehicles": table("car bus train bicycle truck boat tram van motorcycle airplane taxi scooter"),
    "furniture": table("chair table sofa bed desk wardrobe bookcase armchair stool bench"),
    "musical instruments": table(
        "piano guitar violin flute trumpet drum cello clarinet harp saxophone trombone accordion"
    ),
    "clothes": table("shirt coat skirt dress sweater jacket hat scarf sock glove jeans blouse"),
    "tools": table("hammer saw screwdriver drill wrench pliers chisel axe shovel rake"),
    "sports": table("tennis football basketball hockey golf rugby baseball volleyball boxing"),
    "jobs": table(
        "teacher doctor nurse baker farmer lawyer pilot plumber carpenter dentist journalist "
        "butcher electrician engineer"
    ),
    "parts of the body": table(
        "hand foot nose ear knee elbow shoulder neck finger toe ankle wrist"
    ),
    "days of the week": table("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    "months": table(
        "January February March April May June July August September October November December"
    ),
    "languages": table(
        "English French German Spanish Italian Arabic Hindi Japanese Portuguese Greek Dutch Swedish"
    ),
    "metals": table("iron copper gold silver tin lead zinc aluminum nickel platinum"),
    "trees": table("oak pine birch maple willow beech cedar elm spruce poplar"),
    "shapes": table("circle square triangle rectangle pentagon hexagon oval rhombus"),
    "drinks": table("water milk coffee tea juice lemonade cocoa beer wine cider"),
    "birds": table("sparrow eagle owl robin pigeon parrot penguin swan goose falcon ostrich raven"),
}

# One noun of each category, as it is asked for: "a fruit", "a month".
SINGULAR = {
    "animals": "an animal",
    "fruits": "a fruit",
    "vegetables": "a vegetable",
    "colors": "a color",
    "vehicles": "a vehicle",
    "furniture": "a piece of furniture",
    "musical instruments": "a musical instrument",
    "clothes": "a piece of clothing",
    "tools": "a tool",
    "sports": "a sport",
    "jobs": "a job",
    "parts of the body": "a part of the body",
    "days of the week": "a day of the week",
    "months": "a month",
    "languages": "a language",
    "metals": "a metal",
    "trees": "a tree",
    "shapes": "a shape",
    "drinks": "a drink",
    "birds": "a bird",
}

# Nouns whose plural is not made by the rules in `words_task.plural`.
IRREGULAR_PLURALS = dict(
    pair.split(":")
    for pair in table(
        "child:children man:men woman:women foot:feet tooth:teeth goose:geese mouse:mice "
        "person:people ox:oxen sheep:sheep deer:deer fish:fish knife:knives wife:wives life:lives "
        "leaf:leaves half:halves shelf:shelves wolf:wolves loaf:loaves thief:thieves "
        "potato:potatoes tomato:tomatoes hero:heroes echo:echoes cactus:cacti crisis:crises"
    )
)
REGULAR_NOUNS = table(
    "apple bag ball bank bed bell bench bird boat book bottle bowl box boy branch bridge "
    "brush bus button cake camera candle car card cat chair cherry church city class clock cloud "
    "coat country cup day desk dish doctor dog door dress duck engine factory family farm fence "
    "field flower fly fox friend game garden gate girl glass guitar hat hill hotel house idea "
    "island jacket key kitchen ladder lake lamp lesson letter library lion lunch machine map match "
    "mirror month monkey mountain museum nurse office orange page painting park party peach pencil "
    "phone picture plate pocket pony puppy queen question radio ring river road rose school ship "
    "shirt shoe shop song spoon star station stone story street student table tax teacher ticket "
    "tiger toy train tray tree truck valley village wall watch week window wish witch"
)

IRREGULAR_PAST = dict(
    pair.split(":")
    for pair in table(
        "become:became begin:began bite:bit blow:blew break:broke bring:brought build:built "
        "buy:bought catch:caught choose:chose come:came cut:cut dig:dug do:did draw:drew "
        "drink:drank drive:drove eat:ate fall:fell feed:fed feel:felt fight:fought find:found "
        "fly:flew forget:forgot freeze:froze get:got give:gave go:went grow:grew have:had hear:heard "
        "hide:hid hit:hit hold:held keep:kept know:knew leave:left lend:lent lose:lost make:made "
        "meet:met pay:paid put:put read:read ride:rode ring:rang run:ran say:said see:saw sell:sold "
        "send:sent shake:shook shut:shut sing:sang sit:sat sleep:slept speak:spoke spend:spent "
        "stand:stood steal:stole swim:swam take:took teach:taught tell:told think:thought "
        "throw:threw understand:understood wake:woke wear:wore win:won write:wrote"
    )
)
REGULAR_VERBS = table(
    "add agree answer arrive ask bake beg borrow call carry change chat clean climb close collect "
    "cook copy count cry dance drop dry enjoy explain finish fix follow help hope hug invite jog "
    "jump laugh like listen live look love marry mix move need offer open order pack paint plan "
    "plant play pull push rain rent rub save share shout smile start stay stop study talk thank "
    "try tidy turn use visit wait walk want wash watch work worry"
)

OPPOSITES = dict(
    pair.split(":")
    for pair in table(
        "hot:cold big:small fast:slow early:late open:closed full:empty happy:sad high:low strong:weak "
        "rich:poor wet:dry clean:dirty easy:difficult cheap:expensive "
        "safe:dangerous noisy:quiet wide:narrow true:false near:far inside:outside "
        "always:never up:down first:last day:night begin:end buy:sell push:pull remember:forget "
        "win:lose arrive:leave love:hate accept:refuse increase:decrease give:take friend:enemy "
        "question:answer north:south east:west before:after asleep:awake "
        "brave:cowardly polite:rude sharp:blunt deep:shallow tight:loose"
    )
)

COMPARATIVES = {  # irregular or with a doubled letter; others are made by rule
    "good": ("better", "best"),
    "bad": ("worse", "worst"),
    "far": ("farther", "farthest"),
    "big": ("bigger", "biggest"),
    "hot": ("hotter", "hottest"),
    "thin": ("thinner", "thinnest"),
    "wet": ("wetter", "wettest"),
    "sad": ("sadder", "saddest"),
    "tall": ("taller", "tallest"),
    "small": ("smaller", "smallest"),
    "fast": ("faster", "fastest"),
    "slow": ("slower", "slowest"),
    "cold": ("colder", "coldest"),
    "warm": ("warmer", "warmest"),
    "old": ("older", "oldest"),
    "young": ("younger", "youngest"),
    "large": ("larger", "largest"),
    "nice": ("nicer", "nicest"),
    "wide": ("wider", "widest"),
    "safe": ("safer", "safest"),
    "happy": ("happier", "happiest"),
    "easy": ("easier", "easiest"),
    "heavy": ("heavier", "heaviest"),
    "busy": ("busier", "busiest"),
    "dirty": ("dirtier", "dirtiest"),
    "early": ("earlier", "earliest"),
}

ACRONYMS = {
    "World Health Organization": "WHO",
    "European Union": "EU",
    "United Nations": "UN",
    "central processing unit": "CPU",
    "random access memory": "RAM",
    "frequently asked questions": "FAQ",
    "as soon as possible": "ASAP",
    "portable document format": "PDF",
    "global positioning system": "GPS",
    "do it yourself": "DIY",
    "chief executive officer": "CEO",
    "unidentified flying object": "UFO",
    "automated teller machine": "ATM",
    "personal identification number": "PIN",
    "graphics processing unit": "GPU",
    "local area network": "LAN",
    "artificial intelligence": "AI",
    "large language model": "LLM",
    "application programming interface": "API",
}

# Words of invented clubs and projects, for acronyms that no one knows by heart.
TITLE_WORDS = table(
    "Alpine Better Blue Bright City Coastal Early Eastern Family Forest Global Golden Green Harbor "
    "Happy Island Junior Lake Little Local Modern Morning Mountain National New North Northern Open "
    "Public Quiet Red River Royal Senior Silver Small South Sunny United Urban Valley Western Young"
)
TITLE_NOUNS = table(
    "Art Bakers Book Bridge Chess Cooking Cycling Dance Drama Film Football Gardening Hiking "
    "History Jazz Knitting Music Painting Photography Poetry Running Sailing Science Swimming Tea "
    "Tennis Theater Travel Walking Writers"
)
TITLE_ENDS = table(
    "Academy Alliance Association Circle Club Collective Fund Group League Network Project School "
    "Society Team Union Workshop"
)
