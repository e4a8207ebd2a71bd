// Solutions of spec.py's families; see AUTHORING.md.

//: family turn
function turn(first, second, third) {
  const ahead = (second.x - first.x) * (third.y - second.y);
  const aside = (second.y - first.y) * (third.x - second.x);
  if (ahead === aside) {
    return 'straight';
  }
  return ahead > aside ? 'left' : 'right'; //: axis=up
  return ahead > aside ? 'right' : 'left'; //: axis=down
}

//: family doubled_area
function doubledArea(corners) {
  let area = 0;
  corners.forEach((a, i) => {
    const b = corners[(i + 1) % corners.length];
    area += a.x * b.y - b.x * a.y;
  });
  return Math.abs(area); //: sign=none
  return area; //: sign=ccw
  return 0 - area; //: sign=cw
}

//: family contains_point
function containsPoint(corners, spot) {
  let inside = false;
  for (const [i, a] of corners.entries()) {
    const b = corners[(i + 1) % corners.length];
    const side = (b.x - a.x) * (spot.y - a.y) - (spot.x - a.x) * (b.y - a.y);
    if (side === 0 && inBox(a, b, spot)) {
      return true; //: border=inside
      return false; //: border=outside
    }
    // Count the edges that a ray from the spot to the right crosses.
    if (a.y > spot.y !== b.y > spot.y && side > 0 === b.y > a.y) {
      inside = !inside;
    }
  }
  return inside;
}

function inBox(a, b, { x, y }) {
  return (
    Math.min(a.x, b.x) <= x &&
    x <= Math.max(a.x, b.x) &&
    Math.min(a.y, b.y) <= y &&
    y <= Math.max(a.y, b.y)
  );
}

//: family overlap_area
function overlapArea(first, second) {
  const left = Math.max(first.left, second.left);
  const right = Math.min(first.right, second.right);
  const bottom = Math.max(first.bottom, second.bottom);
  const top = Math.min(first.top, second.top);
  const common = Math.max(right - left, 0) * Math.max(top - bottom, 0);
  return common; //: what=both
  //: what!=both
  const area = (rect) => (rect.right - rect.left) * (rect.top - rect.bottom);
  return area(first) + area(second) - common; //: what=any
  return area(first) + area(second) - 2 * common; //: what=one
  //: end
}

//: family bounding_box
function boundingBox(points) {
  if (points.length === 0) {
    return null;
  }
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
  const [right, top] = [Math.max(...xs), Math.max(...ys)];
  return { left, bottom, right, top }; //: shape=tight
  return { left: left - 1, bottom: bottom - 1, right: right + 1, top: top + 1 }; //: shape=padded
  //: shape=square
  const side = Math.max(right - left, top - bottom);
  return { left, bottom, right: left + side, top: bottom + side };
  //: end
}

//: family hull
function hull(points) {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  const distinct = sorted.filter(
    ({ x, y }, i) => i === 0 || x !== sorted[i - 1].x || y !== sorted[i - 1].y,
  );
  if (distinct.length < 2) {
    return distinct;
  }
  const corners = [...half(distinct), ...half(distinct.toReversed())];
  return corners; //: direction=ccw
  return [corners[0], ...corners.slice(1).reverse()]; //: direction=cw
}

function half(points) {
  const chain = [];
  for (const point of points) {
    while (chain.length > 1 && !turnsLeft(chain.at(-2), chain.at(-1), point)) {
      chain.pop();
    }
    chain.push(point);
  }
  return chain.slice(0, -1);
}

function turnsLeft(a, b, c) {
  return (b.x - a.x) * (c.y - a.y) > (b.y - a.y) * (c.x - a.x);
}

//: family segments_meet
function segmentsMeet(first, second) {
  const a = side(first, second.x1, second.y1);
  const b = side(first, second.x2, second.y2);
  const c = side(second, first.x1, first.y1);
  const d = side(second, first.x2, first.y2);
  return a * b < 0 && c * d < 0; //: meet=cross
  //: meet=touch
  return (
    (a !== b && c !== d) ||
    (a === 0 && inBox(first, second.x1, second.y1)) ||
    (b === 0 && inBox(first, second.x2, second.y2)) ||
    (c === 0 && inBox(second, first.x1, first.y1)) ||
    (d === 0 && inBox(second, first.x2, first.y2))
  );
  //: end
}

/** Positive to the left of the line, negative to its right, zero on it. */
function side({ x1, y1, x2, y2 }, x, y) {
  return Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1));
}
//: meet=touch

function inBox({ x1, y1, x2, y2 }, x, y) {
  return (
    Math.min(x1, x2) <= x &&
    x <= Math.max(x1, x2) &&
    Math.min(y1, y2) <= y &&
    y <= Math.max(y1, y2)
  );
}
//: end

//: family nearest_point
function nearestPoint(points, target) {
  let nearest = null;
  let least = Infinity;
  for (const point of points) {
    const dx = Math.abs(point.x - target.x);
    const dy = Math.abs(point.y - target.y);
    const distance = dx * dx + dy * dy; //: metric=straight
    const distance = dx + dy; //: metric=taxi
    const distance = Math.max(dx, dy); //: metric=king
    if (distance < least) {
      nearest = point;
      least = distance;
    }
  }
  return nearest;
}

//: family classify_triangle
function classifyTriangle(a, b, c) {
  const [short, middle, long] = [a, b, c].sort((left, right) => left - right);
  if (short + middle <= long) {
    return 'none';
  }
  //: kinds=sides
  return ['equilateral', 'isosceles', 'scalene'][new Set([a, b, c]).size - 1];
  //: kinds=angles
  const difference = short ** 2 + middle ** 2 - long ** 2;
  if (difference === 0) {
    return 'right';
  }
  return difference > 0 ? 'acute' : 'obtuse';
  //: end
}

//: family lattice_points
function latticePoints(corners) {
  let border = 0;
  let doubled = 0; //: where!=border
  corners.forEach((a, i) => {
    const b = corners[(i + 1) % corners.length];
    border += gcd(Math.abs(b.x - a.x), Math.abs(b.y - a.y));
    doubled += a.x * b.y - b.x * a.y; //: where!=border
  });
  return border; //: where=border
  return (Math.abs(doubled) - border) / 2 + 1; //: where=inside
  return (Math.abs(doubled) + border) / 2 + 1; //: where=all
}

function gcd(a, b) {
  return b === 0 ? a : gcd(b, a % b);
}

//: family rotate_points
function rotatePoints(points, center, turns) {
  const quarters = ((turns % 4) + 4) % 4;
  return points.map(({ x, y }) => {
    let dx = x - center.x;
    let dy = y - center.y;
    for (let turn = 0; turn < quarters; turn += 1) {
      [dx, dy] = [-dy, dx]; //: direction=ccw
      [dx, dy] = [dy, -dx]; //: direction=cw
    }
    return { x: center.x + dx, y: center.y + dy };
  });
}

//: family straighten
function straighten(path) {
  return path.filter(
    (point, i) =>
      i === 0 || i === path.length - 1 || !needless(path[i - 1], point, path[i + 1]),
  );
}

function needless(before, point, after) {
  const [dx, dy] = [point.x - before.x, point.y - before.y];
  const [nextDx, nextDy] = [after.x - point.x, after.y - point.y];
  return dx * nextDy === dy * nextDx; //: back=dropped
  //: back=kept
  const ahead = dx * nextDx + dy * nextDy > 0;
  return ahead && dx * nextDy === dy * nextDx;
  //: end
}
