// Solutions of spec.py's families; see AUTHORING.md.

//: family arrangements
function* arrangements(letters, made = '', left = [...letters].sort()) {
  if (left.length === 0) {
    yield made;
  }
  for (const letter of new Set(left)) {
    //: rule=apart
    if (made.endsWith(letter)) {
      continue;
    }
    //: rule=moved
    if (letters[made.length] === letter) {
      continue;
    }
    //: end
    const rest = left.toSpliced(left.indexOf(letter), 1);
    yield* arrangements(letters, made + letter, rest);
  }
}

//: family choices
function choices(items, count) {
  if (count === 0) {
    return [[]];
  }
  return items.flatMap((item, i) => {
    const rest = items.slice(i + 1); //: rule=single
    const rest = items.slice(i); //: rule=repeated
    const rest = items.slice(i + 2); //: rule=gaps
    return choices(rest, count - 1).map((chosen) => [item, ...chosen]);
  });
}

//: family odometer
function odometer(limits) {
  let positions = [[]];
  for (const limit of limits) { //: order!=first
  for (const limit of limits.toReversed()) { //: order=first
    const values = [...new Array(limit).keys()];
    //: order=last
    positions = positions.flatMap((wheels) =>
      values.map((value) => [...wheels, value]),
    );
    //: order=first
    positions = positions.flatMap((wheels) =>
      values.map((value) => [value, ...wheels]),
    );
    //: order=bounce
    positions = positions.flatMap((wheels, i) => {
      const turned = i % 2 === 0 ? values : values.toReversed();
      return turned.map((value) => [...wheels, value]);
    });
    //: end
  }
  return positions;
}

//: family load_trips
function* loadTrips(weights, limit) {
  let trip = [];
  let load = 0;
  for (const weight of weights) {
    //: heavy=left
    if (weight > limit) {
      continue;
    }
    //: heavy=ends
    if (weight > limit) {
      break;
    }
    //: end
    if (trip.length > 0 && load + weight > limit) {
      yield trip;
      trip = [];
      load = 0;
    }
    trip.push(weight);
    load += weight;
  }
  if (trip.length > 0) {
    yield trip;
  }
}

//: family steps_between
function* stepsBetween(start, stop, step) {
  if (step === 0) {
    throw new RangeError('step must not be 0');
  }
  //: end=across
  if ((stop - start) * step < 0) {
    return;
  }
  //: end
  let number = start;
  while ((stop - number) * step >= 0) { //: end=inside
  while ((stop - number) * step > 0) { //: end!=inside
    yield number;
    number += step;
  }
  yield number; //: end=across
}

//: family deal
function deal(cards, players) {
  const hands = Array.from({ length: players }, () => []);
  //: how=blocks
  const size = Math.floor(cards.length / players);
  cards.forEach((card, i) => {
    const dealt = i < size * players;
    hands[dealt ? Math.floor(i / size) : i - size * players].push(card);
  });
  //: how=singly
  cards.forEach((card, i) => hands[i % players].push(card));
  //: how=snake
  const round = [...hands, ...hands.toReversed()];
  cards.forEach((card, i) => round[i % round.length].push(card));
  //: end
  return hands;
}
