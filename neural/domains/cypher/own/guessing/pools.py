"""Values that can be drawn for properties of a user's graph. All people and firms are made up."""


def _list(text: str) -> list[str]:
    return [" ".join(item.split()) for item in text.split(",")]


FIRST = _list(
    """Ana, Bashir, Chloé, Daniel, Eszter, Farah, Goran, Hana, Ibrahim, Jonas, Keiko, Liam, Mei,
    Nadia, Oskar, Priya, Quentin, Rosa, Samuel, Tomasz, Uma, Viktor, Wanda, Yusuf, Zoë"""
)
LAST = _list(
    """Abara, Bianchi, Castillo, Dubois, Eriksen, Fofana, Gallagher, Haddad, Ito, Jansen, Kowalski,
    Lindqvist, Moreau, Nakamura, O'Brien, Petrov, Quispe, Rahman, Silva, Torres, Ueda, Varga,
    Weber, Yilmaz, Zhang"""
)
# Two words of these make names of places, products, projects and firms.
FIRST_WORD = _list(
    """Amber, Birch, Cedar, Copper, Coral, Crystal, Eagle, Ember, Falcon, Granite, Harbour, Indigo,
    Ivory, Juniper, Lantern, Maple, Marble, North, Orchid, Pearl, Quartz, Raven, River, Silver,
    Summit, Tidal, Velvet, Willow"""
)
SECOND_WORD = _list(
    """Arch, Bay, Bridge, Canyon, Cove, Crest, Falls, Field, Forge, Gate, Grove, Haven, Hill, Lake,
    Meadow, Mill, Peak, Point, Ridge, Shore, Spring, Tower, Valley, Vista"""
)
FIRM = _list("Group, Ltd, Labs, Partners, Holdings, Works, Systems, Industries, & Sons, Logistics")
TITLE_WORDS = (
    _list(
        """Broken, Crimson, Distant, Electric, Empty, First, Forgotten, Golden, Hidden, Last,
        Lonely, Midnight, Northern, Paper, Quiet, Second, Secret, Silent, Stolen, Winter"""
    ),
    _list(
        """Archive, Bridge, Compass, Empire, Garden, Harvest, Horizon, Island, Journey, Kingdom,
        Letter, Lighthouse, Mirror, Orchard, Promise, River, Shadow, Signal, Station, Voyage"""
    ),
)
# What texts of several words are about.
ABOUT = _list(
    """annual review, delivery delay, pricing change, security update, customer feedback, data
    migration, budget request, training session, product launch, safety inspection, contract
    renewal, network outage, team meeting, quality check, travel plan, road works"""
)
OPENING = _list("Notes on the, Summary of the, Questions about the, Report on the, Plan for the")
STREETS = _list(
    "High Street, Mill Lane, Station Road, Church Street, Park Avenue, Oak Drive, Quay Road"
)
NEUTRAL = _list(
    "amber, basalt, cobalt, delta, ember, flint, grove, harbor, indigo, juniper, kelp, lumen"
)
# Values by the word that the property's name, or the label, ends with.
BY_WORD = {
    word: _list(text)
    for words, text in {
        "city town birthplace capital hometown municipality": """Lisbon, Kyoto, Nairobi, Toronto,
            Oslo, Lima, Chennai, Seville, Gdańsk, Melbourne, Austin, Lyon, Cairo, Osaka, Bergen,
            Quito, Porto, Leeds, Dakar, Zagreb, Denver, Hanoi, Ghent, Tampere""",
        "country nation nationality citizenship": """France, Japan, Kenya, Canada, Norway, Peru,
            India, Spain, Poland, Brazil, Egypt, Vietnam, Portugal, Croatia, Mexico, Ghana,
            Belgium, Finland, Chile, Greece""",
        "region province county district territory area zone": """Northern Valley, Coastal Plain,
            Upper Lakes, Western Hills, Southern Delta, Central Basin, Eastern Ridge, Lower Fens,
            Inner Bay, High Moors, Green Belt, Old Quarter, River Side, Grand Forest, Salt Flats,
            Stone Coast""",
        "continent": "Africa, Asia, Europe, Oceania, North America, South America, Antarctica",
        "language": """English, Spanish, Arabic, Hindi, French, Portuguese, Japanese, German,
            Swahili, Korean, Polish, Turkish, Dutch, Greek, Thai, Finnish""",
        "currency": "EUR, USD, GBP, JPY, CHF, INR, BRL, SEK, CAD, PLN, KRW, MXN, NOK, CZK, DKK",
        "color colour": """red, blue, green, yellow, black, white, orange, purple, grey, brown,
            silver, turquoise, pink, beige, gold, navy""",
        "gender sex": "female, male, other",
        "status state": "open, active, pending, closed, cancelled, archived",
        "priority severity urgency risk": "low, medium, high, critical",
        "level tier grade rank": "beginner, basic, standard, advanced, expert",
        "role position occupation profession job": """manager, engineer, analyst, designer, clerk,
            consultant, technician, assistant, director, accountant, editor, driver, nurse,
            teacher, lawyer, chef""",
        "department division unit team": """Finance, Sales, Research, Legal, Marketing, Support,
            Operations, Procurement, Engineering, Security, Logistics, Design, Quality, Training,
            Facilities, Compliance""",
        "skill technology topic subject field discipline interest": """Python, data analysis,
            negotiation, statistics, welding, photography, graph databases, project planning,
            accounting, biology, public speaking, cloud computing, history, robotics, chemistry,
            translation""",
        "industry sector": """energy, retail, banking, healthcare, transport, agriculture, media,
            construction, education, tourism, insurance, mining, textiles, telecoms, software,
            shipping""",
        "genre": """Drama, Comedy, Thriller, Documentary, Fantasy, Romance, Horror, Western,
            Mystery, Jazz, Adventure, Biography, Satire, Science Fiction, Musical, Crime""",
        "category class group segment family": """standard, premium, seasonal, wholesale,
            household, outdoor, industrial, office, travel, garden, sports, kitchen, medical,
            digital, vintage, junior""",
        "type kind": "internal, external, temporary, permanent, primary, secondary, special",
        "tag keyword label hashtag": """urgent, review, archive, seasonal, new, featured, internal,
            draft, popular, verified, beta, legacy, green, local, shared, priority""",
        "brand make manufacturer": """Northwind, Velora, Kestrel, Aurum, Brightline, Solvane,
            Tideway, Orbis, Halden, Marlin, Juno, Castella, Pinnacle, Ostra, Ferrow, Quill""",
        "model": """A-200, Nova 5, XR-12, Pilot S, M-450, Terra 2, K-90, Orion X, V-Line, Q7 Plus,
            Scout, E-310, Zephyr, T-1000, Alto, D-25""",
        "material fabric": "steel, oak, glass, cotton, copper, leather, granite, wool, plastic",
        "unit": "kg, m, litre, piece, hour, box, km, tonne",
        "format extension": "pdf, csv, json, xml, png, docx",
        "method channel medium mode": "online, phone, post, in person, email, courier",
        "payment": "card, cash, transfer, voucher, invoice",
        "platform os system": "Linux, Windows, macOS, Android, iOS, Solaris",
        "protocol": "HTTP, HTTPS, SSH, FTP, SMTP, MQTT",
        "environment": "production, staging, test, development",
        "day weekday": "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday",
        "month": """January, February, March, April, May, June, July, August, September, October,
            November, December""",
        "season": "spring, summer, autumn, winter",
        "frequency interval period": "daily, weekly, monthly, quarterly, yearly",
        "size": "small, medium, large, extra large",
        "outcome result verdict decision": "approved, rejected, deferred, partial, withdrawn",
        "reason cause": "delay, damage, request, error, upgrade, weather, cost",
        "religion": "Buddhist, Catholic, Hindu, Jewish, Muslim, Orthodox, Protestant",
        "species breed": """red fox, barn owl, grey seal, brown bear, white stork, roe deer, green
            turtle, snow leopard, river otter, honey bee, pine marten, blue whale, wild boar, mute
            swan, common lizard, field mouse""",
        "disease condition diagnosis": """asthma, anaemia, diabetes, migraine, hypertension,
            eczema, bronchitis, arthritis, influenza, measles, gout, sinusitis, epilepsy,
            psoriasis, malaria, tonsillitis""",
        "drug medication medicine": """Aspirin, Ibuprofen, Metformin, Amoxicillin, Omeprazole,
            Salbutamol, Warfarin, Insulin, Paracetamol, Prednisone, Ramipril, Simvastatin,
            Diazepam, Codeine, Heparin, Cetirizine""",
        "sport": """football, tennis, rowing, judo, cycling, handball, swimming, archery, rugby,
            fencing, hockey, climbing, sailing, golf, cricket, skiing""",
        "course lecture": """Linear Algebra, Modern History, Organic Chemistry, Macroeconomics,
            Databases, World Literature, Statistics, Human Anatomy, Ethics, Machine Learning, Music
            Theory, Genetics, Contract Law, Astronomy, Typography, Soil Science""",
        "ingredient": """flour, butter, basil, garlic, rice, lemon, honey, salt, tomato, ginger,
            cream, onion, saffron, olive oil, parsley, cinnamon""",
        "product item": """desk lamp, travel mug, hiking boots, office chair, rain jacket, wall
            clock, garden hose, tea kettle, phone stand, wool blanket, camping stove, bike helmet,
            picture frame, water bottle, tool box, reading glasses""",
        "permission privilege scope": "read, write, execute, delete, share, approve, export, audit",
        "event": """Spring Fair, Harvest Market, Open Day, Jazz Night, City Marathon, Book Week,
            Winter Gala, Science Slam, Food Festival, Trade Summit, Film Week, Light Parade, Art
            Walk, Summer Camp, Career Day, Music Marathon""",
        "university college": """Ardley University, Norwick Institute, Halvard College, Tiverton
            Polytechnic, Bellmont University, Castellan School, Lakeside Academy, Ostrava
            Institute, Kingsmere College, Varna Technical, Redhill University, Solberg Academy,
            Merrow College, Westfold University, Aldin School, Port Grey Institute""",
        "airline carrier": """Aerolane, Blue Meridian, Skyward, Northern Wings, Coastal Air,
            Tradewind, Alpine Jet, Sunline, Polar Express, Delta Star, Red Kite, Horizon, Vista
            Air, Oceanic, Falcon Air, Metro Wings""",
    }.items()
    for word in words.split()
}
