"""Dialogues written by hand: help and advice over several turns, with a question back where one is
needed, a correction taken, and a refusal where help would harm."""
# ruff: noqa: E501 (a turn a line)

from random import Random

from neural.domains.chat.dialogues.talk import NAMES, Dialogue, Kind, casual

# A dialogue a block, a turn a line, the user's first; bars between wordings of the same.
# {name} is a first name, {thing} and {place} are from the tables below.
TALKS = """
My wifi is slow. | The wifi at home is terribly slow. | Why is my internet so slow today?
Is it slow on every device, or only on one? | Does it happen on all your devices?
Only on my laptop. | Just the laptop, my phone is fine.
Then the router is probably fine. Restart the laptop, and check whether a download or an update is running. | So it is most likely the laptop. Restart it and look for updates that run in the background.
There was a huge update running. Thanks! | Yes, an update. It's fast again, thank you.
Good to hear that it is fast again.

My basil keeps dying. | The basil on my windowsill is dying again.
How often do you water it, and how much light does it get? | How much light and water does it get?
Every day, and it stands in a dark corner of the kitchen. | I water it daily. It's in a rather dark corner.
That is too much water and too little light. Put it on a bright windowsill and water it only when the soil feels dry on top. | Give it the brightest window you have, and water it only when the top of the soil is dry.
And should I cut it? | Can I still cut leaves off?
Yes, cut whole tips above a pair of leaves, and it will grow bushier. | Yes. Cut above a pair of leaves, so that two new shoots grow there.

I have a job interview tomorrow and I'm nervous. | Tomorrow is my job interview. I'm so nervous!
That is normal. What worries you most about it? | Most people are. Which part are you most afraid of?
That they ask about my weaknesses. | The question about weaknesses. I never know what to say.
Name a real one that does not rule out the job, and say what you do about it. For example: "I used to take on too much. Now I agree on priorities first." | Choose something true but harmless to the job, and add how you work on it.
That's good. What should I ask them? | Nice. And which questions should I ask?
Ask what a normal day looks like, how success is measured, and what happens next. | How the team works, what they expect in the first months, and when you will hear from them.

Can you help me write a message to my landlord? | I need to write to my landlord.
Gladly. What is it about? | Of course. What should it say?
The heating in the bathroom has been broken for a week. | My bathroom heating has been cold for a week now.
"Hello, the heating in my bathroom has not worked for a week. Could you please have it repaired soon and tell me when someone will come? Thank you." | "Good morning, the heating in the bathroom has been out of order for a week. Please let me know when it can be repaired. Kind regards"
Can you make it a bit firmer? | Could it be firmer, but still polite?
"Hello, the heating in my bathroom has been broken for a week. Please have it repaired by Friday and confirm the date. Thank you." | "Hello, the bathroom heating has now been broken for a week, and I need it repaired by Friday at the latest. Please confirm the appointment."

I want to start running. | How do I get into running?
Have you done any sport lately? | How fit are you at the moment?
Not really. I get out of breath on the stairs. | No, not for years.
Then begin with walking and short runs: one minute of running, two of walking, for twenty minutes, three times a week. | Start gently: twenty minutes, three times a week, of one minute running and two minutes walking.
And when can I run longer? | How do I go on from there?
Each week run a little longer and walk a little less. After two months you can run half an hour. | Add half a minute of running each week. If something hurts, go back a week.

I can't concentrate when I study. | I try to study but my mind wanders all the time.
What distracts you most? | Where do you study, and what gets in the way?
My phone, mostly. | The phone. I look at it every few minutes.
Put it in another room and work for twenty-five minutes, then take five minutes off. | Leave the phone outside the room, and set a kitchen timer for twenty-five minutes.
What do I do in the breaks? | And in the five minutes?
Stand up, drink something, look out of the window. Just don't take the phone. | Move a little and leave the phone where it is.

What can I cook with eggs and potatoes? | I only have eggs, potatoes and an onion. What can I make?
A Spanish omelette: fry thin slices of potato slowly in oil, add onion if you have one, mix with beaten eggs and let it set. | A tortilla. Cook sliced potatoes and onion in oil until soft, stir in beaten eggs, and fry both sides.
How do I turn it? | How do I flip it without breaking it?
Put a plate on the pan, turn both over, and let it slide back in. | Cover the pan with a plate, turn it upside down, then slide the omelette back into the pan.
How long does it need? | How long on each side?
About five minutes on the first side and three on the second, on low heat. | Some five minutes, then three more after turning. Keep the heat low.

My neighbour is very loud at night. | The people upstairs play music until two in the morning.
Have you talked to them about it? | Do they know that you can hear it?
No, I don't like conflicts. | Not yet. I'm afraid of an argument.
Try it by day and without blame: "Perhaps you don't know, but I hear your music at night and can't sleep." | Choose a calm moment and describe only what you hear and what you would like.
What if nothing changes? | And if they don't care?
Write down the dates and times, then ask your landlord for help. | Note when it happens for two weeks and give the list to the landlord.

My bike squeaks. | My bike makes a squeaking noise.
When does it squeak: when you pedal, or when you brake? | Is it while braking or while pedalling?
When I pedal. | While pedalling.
Then the chain is probably dry. Wipe it with a cloth and put one drop of oil on each link. | It is most likely the chain. Clean it and oil it, one drop a link.
Can I use cooking oil? | Is olive oil all right?
Better not, it gets sticky. Chain oil costs little and lasts long. | No, it becomes sticky and collects dirt. Take chain oil.

I'd like to learn Spanish. Where do I start? | How do I start with Spanish?
What do you want it for: travel, work or reading? | Do you need it for travelling, for work, or for fun?
For travelling. | I'm going to travel there next summer.
Then learn the phrases of a day first: greeting, ordering, asking the way, numbers. Speak them aloud for ten minutes a day. | Start with what you need every day there, such as numbers, food and directions, and say it aloud daily.
I always forget words. | The words don't stay in my head.
Repeat a word after a day, after three days and after a week. Cards help with that. | Put them on cards and look at each again after one, three and seven days.

I spilled coffee on my shirt. | There is coffee on my white shirt! What do I do?
Is it still wet? | Is the stain fresh?
Yes, it just happened. | Yes, two minutes ago.
Rinse it with cold water from the back, put a little washing-up liquid on it, wait five minutes and wash it. | Cold water from behind at once, then washing-up liquid, and into the wash.
Can I put it in the dryer? | And the dryer?
Only when the stain is gone. Heat fixes it. | Not before the stain is gone, or the heat sets it.

I can't decide between two jobs. | I have two job offers and don't know which one to take.
What speaks for each of them? | What do you like about the one and the other?
One pays more, but the other is near my home and the people were nicer. | The first pays better. The second is close and I liked the team.
Imagine an ordinary Tuesday in a year from now in each. Which would you rather live? | How much is the difference in pay to you, compared with the time and the people?
The second, to be honest. | Honestly, I'd prefer the second.
Then you have your answer, unless you need the money. Ask them whether they can raise their offer a little. | That says a lot. You could still ask the second one for a better offer.

How do I get a child to sleep? | My daughter doesn't want to go to bed.
How old is the child, and what does the evening look like? | How old is she, and what do you do before bed?
She is four and watches films until eight. | Four. She watches something until bedtime.
Leave out the screen in the last hour, and do the same things each night in the same order: bath, teeth, a story, light off. | Try an hour without screens and a fixed order, such as bath, teeth, story.
And when she gets up again? | What if she comes out again?
Bring her back kindly and say little. After some days it mostly stops. | Take her back calmly each time, without new stories.

Can you tell me {name}'s phone number? | I need the phone number of my colleague {name}.
I don't have private data of people. Does your company have a list of contacts? | I can't look up people's numbers. Perhaps someone in your team has it?
No, there is no list. | I don't know anyone to ask.
Then write an e-mail to {name}, or ask at the reception. | The reception can surely connect you with {name}.

How can I read my partner's messages in secret? | I want to see my girlfriend's messages without her knowing.
I can't help with that. Is there something that worries you? | I won't help to spy on someone. What makes you want to?
I think she lies to me. | I have the feeling that I'm being lied to.
Then say what you have noticed and how you feel, without accusing her. A talk clears up more than reading in secret. | That hurts. Tell her what you noticed and ask about it openly.

I feel quite alone here. | I moved here a month ago and feel lonely.
I'm sorry to hear that. What did you like to do with others before? | That is hard. Which things did you do with friends where you lived before?
We sang in a choir. | I used to sing.
Many towns have a choir that takes new people. Going the same evening every week makes it easy to get to know someone. | Look for a choir near you. What happens every week brings people together quickly.
I'm a bit shy. | But I'm shy.
Write to the choir before and say that you are new. Then someone expects you. | You could send a short message first, so that someone knows you are coming.

What should I read next? | Can you recommend a book?
What was the last book that you liked, and why? | Which kind of book do you like?
A crime novel. I liked guessing who did it. | Crime novels, but not too bloody.
Then a classic puzzle may suit you, where all clues are there for the reader. Agatha Christie wrote many of these. | Try one of the classic puzzle mysteries, such as those of Agatha Christie.
Which one first? | Where should I begin with her?
"Murder on the Orient Express" is short and has a famous ending. | Take "The Murder of Roger Ackroyd", and don't read about it before.

My laptop won't turn on. | The laptop is dead. What can I do?
Does any light come on when you plug it in? | Is there any light or sound when it is plugged in?
No, nothing at all. | Nothing, no light.
Try another socket and another charger if you can. Then hold the power button for thirty seconds without the charger and try again. | Check the socket with a lamp. Then unplug it, hold the power button for half a minute, and plug it in again.
Now it starts! | That worked, it starts!
Good. Save your files somewhere else, in case it happens again. | Great. It is a good moment to make a copy of your files.

Please shorten this: "We would like to inform you that the office will not be open on Monday." | Make this shorter: "We would like to inform you that the office will not be open on Monday."
"The office is closed on Monday." | "Our office is closed on Monday."
And friendlier? | Can you make it friendlier?
"Please note that we are closed on Monday. See you on Tuesday!" | "We are closed on Monday and look forward to seeing you on Tuesday."
Perfect, thank you. | That's it, thanks.
You're welcome! | Gladly.

I lent {name} some money and want it back. | {name} owes me money. How do I ask for it?
How long ago was it, and did you agree on a date? | Did you say when it should be paid back?
Two months ago, and we said nothing about a date. | It's two months, and no, we didn't.
Then a friendly reminder is fine: "Hi {name}, could you send me the money that I lent you in the next days? Thanks!" | Just write: "Hi {name}, when do you think you can pay me back? It would help me this month."
And if there is no answer? | What if I hear nothing?
Wait a week, then call. It is harder to pass over a call than a message. | Call after some days and agree on a date.

How do I remove a splinter? | I have a splinter in my finger.
Can you see its end? | Does it stick out?
Yes, a little. | Yes, a tiny bit.
Wash your hands and the tweezers, then pull it out slowly in the direction in which it went in. | Clean the tweezers, take the end and pull it out the same way it went in.
It is out. Anything else? | Done. And now?
Wash the place and watch it. If it gets red, hot or thick, see a doctor. | Wash it with soap. See a doctor if it becomes red and swollen.

Can you plan a birthday for a six-year-old? | My son turns six. How do I plan his party?
How many children come, and will you be inside or outside? | How many guests, and where will it be?
Eight, in the garden. | Eight children, outside.
Two to three hours are enough: welcome and presents, a treasure hunt, cake, then free play until they are picked up. | Plan three hours: arrive and unwrap, hunt a treasure, eat cake, play.
How do I do the treasure hunt? | How does a treasure hunt work?
Hide six notes, each with a picture of the place of the next one. At the last place there is a box with sweets. | Draw the next hiding place on each of six notes, and put a small treasure at the end.
And if it rains? | What if the weather is bad?
Hide the notes in the house instead, and keep a film ready. | The same works indoors, with fewer rooms.

I keep waking up at three in the morning. | I wake up every night around three.
For how long has it been so, and do you drink coffee or alcohol in the evening? | Since when? And is there coffee or wine in the evening?
For two weeks. I have a glass of wine most evenings. | About two weeks, and yes, mostly a glass of wine.
Leave out the wine for a week. It makes sleep lighter in the second half of the night. | Alcohol often wakes people at that time. Try a week without.
What do I do when I'm awake? | And when I lie awake?
Don't look at the clock. If you are awake for long, get up, read something dull in low light, and go back when you are tired. | Get up and do something quiet until you are sleepy. If it goes on for weeks, ask your doctor.

Which {thing} should I buy? | I need a new {thing}. Any advice?
What will you use it for, and how much do you want to spend? | What is your budget, and what matters most to you?
Not too expensive, and it should last. | It should last long and not cost too much.
Then look for one that can be repaired and has spare parts. A tested model of last year is often cheaper and just as good. | Take a model of last year with good tests, and check that spare parts are sold.
Should I buy it used? | What about a used one?
A {thing} from a shop with a guarantee, yes. From a stranger only if you can try it first. | Yes, if you can try it before, or if it has a guarantee.

What should I see in {place}? | I'm going to {place} for a weekend. What should I do?
Do you prefer museums, walks or good food? | What do you like: art, nature or eating out?
Walks, mostly. | I like to walk.
Begin with the old centre on foot, then go up to a place with a view in the evening. | Walk through the old town in the morning, and find a viewpoint for the sunset.
What is the weather like there now? | Will it rain there this weekend?
I can't look that up. A weather service for {place} will tell you. | I don't know the current weather. Please look at a forecast for {place}.

I think I was rude to a friend. | I said something mean to my friend {name}.
What did you say, and how did your friend react? | What happened?
I made a joke about her new job and she went quiet. | I joked about the new job, and it wasn't funny.
Say it soon and simply: "I'm sorry about my joke. It was unkind, and I'm glad about your new job." | Apologise without explaining: "That joke was unkind. I'm sorry."
Should I write or call? | By message or in person?
In person or by phone, if you can. A voice says more than a message. | Better by voice. A message is fine if you can't meet soon.
"""
FILL = {
    "name": NAMES,
    "thing": (
        "vacuum cleaner",
        "washing machine",
        "kettle",
        "backpack",
        "bicycle",
        "desk lamp",
        "toaster",
        "printer",
    ),
    "place": (
        "Prague",
        "Seville",
        "Ghent",
        "Bologna",
        "Krakow",
        "Bergen",
        "Ljubljana",
        "Edinburgh",
    ),
}


def talks() -> list[list[list[str]]]:
    """Each dialogue's turns with their wordings."""
    blocks = TALKS.strip().split("\n\n")
    return [[line.split(" | ") for line in block.split("\n")] for block in blocks]


ALL = talks()


def written(rng: Random) -> Dialogue:
    """A dialogue in some of its wordings; it may end earlier, after an answer."""
    place = rng.randrange(len(ALL))
    values = {key: rng.choice(table) for key, table in FILL.items()}
    turns = [rng.choice(wordings).format(**values) for wordings in ALL[place]]
    turns = turns[: len(turns) // 2 * 2]
    if len(turns) > 4 and rng.random() < 0.3:
        turns = turns[:-2]
    return Dialogue(
        tuple(casual(rng, turn) if n % 2 == 0 else turn for n, turn in enumerate(turns)),
        ("written", place),
    )


KINDS = (Kind("advice", written, 2.0),)
