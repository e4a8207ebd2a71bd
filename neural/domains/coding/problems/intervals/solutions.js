// Solutions of spec.py's families; see AUTHORING.md.

//: family overlaps
function overlaps(first, second) {
  return first.start < second.end && second.start < first.end; //: ends=open
  return first.start <= second.end && second.start <= first.end; //: ends=closed
  //: ends=contained
  const contains = (outer, inner) =>
    outer.start <= inner.start && inner.end <= outer.end;
  return contains(first, second) || contains(second, first);
  //: end
}

//: family gaps
function gaps(busy, start, end) {
  const free = [];
  let reached = start;
  const sorted = busy.toSorted((a, b) => a.start - b.start);
  for (const span of [...sorted, { start: end, end }]) {
    const until = Math.min(span.start, end);
    if (until - reached >= LEAST) {
      free.push({ start: reached, end: until });
    }
    reached = Math.max(reached, span.end);
  }
  return free;
}

//: family total_covered
function totalCovered(spans) {
  const changes = spans
    .flatMap(({ start, end }) => [
      { time: start, step: 1 },
      { time: end, step: -1 },
    ])
    .sort((a, b) => a.time - b.time);
  let covered = 0;
  let depth = 0;
  let previous = 0;
  for (const { time, step } of changes) {
    if (depth >= 1) { //: how=any
    if (depth >= 2) { //: how=two
    if (depth === 1) { //: how=one
      covered += time - previous;
    }
    depth += step;
    previous = time;
  }
  return covered;
}

//: family most_at_once
function mostAtOnce(spans) {
  const running = (time) =>
    spans.filter(({ start, end }) => start <= time && time < end).length;
  const starts = spans.map(({ start }) => start); //: what=count
  return Math.max(0, ...starts.map(running)); //: what=count
  //: what=first
  const starts = spans.map(({ start }) => start).sort((a, b) => a - b);
  const most = Math.max(...starts.map(running));
  return starts.find((time) => running(time) === most) ?? -1;
  //: end
}

//: family intersect
function intersect(left, right) {
  const common = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    const start = Math.max(left[i].start, right[j].start);
    const end = Math.min(left[i].end, right[j].end);
    if (start < end) { //: points=dropped
    if (start <= end) { //: points=kept
      common.push({ start, end });
    }
    if (left[i].end < right[j].end) {
      i += 1;
    } else {
      j += 1;
    }
  }
  return common;
}

//: family subtract
function subtract(spans, hole) {
  const length = hole.end - hole.start; //: rule=shift
  return spans.flatMap(({ start, end }) => {
    //: rule=whole
    if (start < hole.start && hole.end < end) {
      return { start, end };
    }
    //: end
    const before = { start, end: Math.min(end, hole.start) };
    const after = { start: Math.max(start, hole.end), end }; //: rule!=shift
    const after = { start: Math.max(start, hole.end) - length, end: end - length }; //: rule=shift
    return [before, after].filter((part) => part.start < part.end);
  });
}

//: family most_meetings
function mostMeetings(meetings) {
  const chosen = [];
  const sorted = meetings.toSorted((a, b) => a.end - b.end || b.start - a.start); //: tie=late
  const sorted = meetings.toSorted((a, b) => a.end - b.end || a.start - b.start); //: tie=early
  for (const meeting of sorted) {
    const last = chosen.at(-1)?.end ?? -Infinity;
    if (meeting.start >= last) { //: touch=allowed
    if (meeting.start > last) { //: touch=pause
      chosen.push(meeting);
    }
  }
  return chosen;
}

//: family calendar
class Calendar {
  #bookings = [];

  book(start, end) {
    if (end <= start) {
      throw new RangeError('end must be after start');
    }
    const clashes = this.#bookings.filter(
      (each) => start < each.end && each.start < end,
    );
    //: conflict=single
    if (clashes.length > 0) {
      return false;
    }
    //: conflict=double
    const running = (time) =>
      clashes.filter((each) => each.start <= time && time < each.end).length;
    if (clashes.some((each) => running(Math.max(start, each.start)) > 1)) {
      return false;
    }
    //: end
    this.#bookings.push({ start, end });
    return true;
  }

  cancel(start) {
    const place = this.#bookings.findIndex((each) => each.start === start);
    return place >= 0 && this.#bookings.splice(place, 1).length > 0;
  }

  load() {
    return this.#bookings.reduce((sum, { start, end }) => sum + end - start, 0);
  }
}

//: family bucket
function bucket(value, limits) {
  const place = limits.findIndex((limit) => value < limit); //: side=above
  const place = limits.findIndex((limit) => value <= limit); //: side=below
  return place < 0 ? limits.length : place;
}

//: family split_shift
function splitShift(start, end, limits) {
  const inside = limits.filter((limit) => start < limit && limit < end);
  const starts = [start, ...inside];
  const parts = starts.map((from, i) => ({ start: from, end: inside[i] ?? end }));
  return parts; //: short=kept
  return parts.filter((part) => part.end - part.start >= 2); //: short=dropped
}
