"""Things that everyone knows, written by hand; entries as in small_talk."""

# Things that everyone knows; yes/no first, then short answers.
SENSE = """
Can fish fly like birds? | Do fish live in trees?
No
Is fire hot? | Can fire burn you?
Yes
Is ice cold? | Is snow cold?
Yes
Is the sun cold? | Is fire cold?
No
Can a dog read a book? | Can a cat drive a car?
No
Do birds have wings? | Does a bird have feathers?
Yes
Do fish live in water? | Can fish swim?
Yes
Is a car heavier than a cup? | Is a house bigger than a shoe?
Yes
Is a mouse bigger than an elephant? | Is an ant bigger than a horse?
No
Can you see well in the dark without a lamp?
No
Does a stone float in water? | Will a stone float on a lake?
No
Does wood float in water?
Yes
Can you drink water? | Is water good to drink?
Yes
Can you eat a stone? | Can people eat glass?
No
Do cows give milk? | Does milk come from cows?
Yes
Do hens lay eggs? | Do chickens lay eggs?
Yes
Do dogs lay eggs? | Do cats lay eggs?
No
Is the night dark? | Is it dark at night?
Yes
Is an apple a fruit? | Is a pear a fruit?
Yes
Is a carrot an animal? | Is a potato an animal?
No
Does a week have seven days? | Are there seven days in a week?
Yes
Does a year have ten months? | Are there ten months in a year?
No
Can a person live without air? | Can people breathe under water without help?
No
Do plants need water? | Do trees need water?
Yes
Is sugar sweet? | Is honey sweet?
Yes
Is a lemon sour?
Yes
Is a feather heavy? | Is a feather heavier than a stone?
No
Can glass break? | Does glass break easily?
Yes
Is a circle round? | Is a ball round?
Yes
Does a square have three sides? | Does a triangle have four sides?
No
Does a triangle have three sides?
Yes
Is summer warmer than winter in most countries?
Yes
Can a baby drive a car? | Can a baby cook dinner?
No
Do people sleep at night, as a rule? | Do most people sleep at night?
Yes
Is a knife sharp? | Can a knife cut bread?
Yes
Is cotton softer than stone? | Is a pillow softer than a brick?
Yes
Should you cross the street without looking?
No
Should you touch a hot stove?
No
Should you brush your teeth?
Yes
Is it safe to drink and drive?
No
Is a train faster than a person on foot?
Yes
Is a snail faster than a horse?
No
What color is grass? | Which color does grass have?
Green
What color is snow? | Which color does snow have?
White
What color is a ripe banana?
Yellow
What color is the sky on a clear day?
Blue
What color is coal?
Black
What color is blood?
Red
What do you use to cut paper? | What can I use to cut paper?
Scissors
What do you use to open a lock? | What opens a lock?
A key
What do you use to write on paper? | What can I use to write on paper?
A pen or a pencil
What do you need when it rains? | What keeps you dry in the rain?
An umbrella
What do you use to eat soup? | With what do people eat soup?
A spoon
What do you sleep in at night? | In what do people sleep?
A bed
What do bees make? | What sweet food comes from bees?
Honey
What do you wear on your feet? | What do people put on their feet to go out?
Shoes
What do you wear on your hands when it is cold?
Gloves
What does a clock show? | What does a watch tell you?
The time
What does a thermometer measure?
Temperature
What does a scale measure?
Weight
What falls from the sky when it rains?
Water
What is frozen water called? | What does water become when it freezes?
Ice
What does ice become when it melts?
Water
Where do fish live?
In water
Where do you buy bread? | Where can I buy bread?
At a bakery
Where do you borrow books? | Where can I borrow books?
At a library
Where do doctors work? | Where do you go when you are very ill?
In a hospital
Where do children learn to read? | Where do teachers work?
At school
Where do planes land? | Where do planes take off?
At an airport
Where do trains stop?
At a station
Who bakes bread?
A baker
Who repairs teeth? | Who do you see for a toothache?
A dentist
Who teaches children at school?
A teacher
Who puts out fires?
A firefighter
Who flies a plane?
A pilot
Who cuts hair?
A hairdresser
What sound does a dog make?
It barks.
What sound does a cat make?
It meows.
What sound does a cow make?
It moos.
What is a young dog called? | What do you call a young dog?
A puppy
What is a young cat called? | What do you call a young cat?
A kitten
What is a young cow called? | What do you call a young cow?
A calf
What is a young sheep called? | What do you call a young sheep?
A lamb
How many legs does a dog have? | How many legs does a horse have?
Four
How many legs does a spider have?
Eight
How many legs does an insect have? | How many legs does an ant have?
Six
How many wheels does a bicycle have?
Two
How many wheels does a tricycle have?
Three
How many fingers are on one hand, with the thumb?
Five
How many days are in a week? | How many days does a week have?
Seven
How many months are in a year? | How many months does a year have?
Twelve
How many hours does a day have?
Twenty-four
How many letters are in the English alphabet?
Twenty-six
How many sides does a triangle have?
Three
How many sides does a square have?
Four
Which season comes after winter?
Spring
Which season comes after spring?
Summer
Which season comes after summer?
Autumn
Which season comes after autumn?
Winter
Which meal do people eat in the morning?
Breakfast
What comes first, lunch or dinner?
Lunch
What comes first, breakfast or lunch?
Breakfast
Which is heavier, a kilogram of feathers or a kilogram of stones?
They weigh the same.
If all cats are animals and Tom is a cat, is Tom an animal?
Yes
If it is raining and I have no umbrella, will I get wet outside?
Yes
If the shop is closed, can I buy bread there now?
No
If a glass falls on a stone floor, what may happen?
It may break.
If I put ice in the sun, what happens?
It melts.
If I put water in the freezer, what happens?
It freezes.
If a plant gets no water, what happens?
It dries out and dies.
Why do people wear coats in winter?
To stay warm
Why do people use umbrellas?
To stay dry in the rain
Why do people wear sunglasses?
To protect their eyes from the sun
Why do cars have brakes?
To slow down and stop
Why do we wash our hands?
To keep them clean and stay healthy
"""
