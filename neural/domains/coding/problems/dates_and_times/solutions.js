// Solutions of spec.py's families; see AUTHORING.md.

//: family is_leap_year
function isLeapYear(year) {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0); //: calendar=gregorian
  return year % 4 === 0; //: calendar=julian
}

//: family days_between
const MS_PER_DAY = 24 * 60 * 60 * 1000;

function daysBetween(start, end) {
  // Dates without time are read as UTC, so that no day has 23 hours.
  const days = (Date.parse(end) - Date.parse(start)) / MS_PER_DAY;
  return days; //: unit=days
  return days + 1; //: unit=inclusive
  return Math.floor(days / 7); //: unit=weeks
}

//: family working_days
function workingDays(start, end) {
  const day = new Date(start);
  const last = new Date(end);
  day.setUTCDate(day.getUTCDate() + 1); //: ends=first_out
  let count = 0;
  while (day <= last) { //: ends!=last_out
  while (day < last) { //: ends=last_out
    if (![0, 6].includes(day.getUTCDay())) {
      count += 1;
    }
    day.setUTCDate(day.getUTCDate() + 1);
  }
  return count;
}

//: family next_weekday
function nextWeekday(day, weekday) {
  const date = new Date(day);
  const current = (date.getUTCDay() + 6) % 7; // Monday is 0
  const ahead = ((weekday - current + 6) % 7) + 1; //: from_=after
  const ahead = (weekday - current + 7) % 7; //: from_=on
  date.setUTCDate(date.getUTCDate() + ahead);
  return date.toISOString().slice(0, 10);
}

//: family add_months
function addMonths(day, months) {
  const date = new Date(day);
  //: short=clamped
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0);
  date.setUTCDate(Math.min(wanted, date.getUTCDate()));
  //: short=overflow
  date.setUTCMonth(date.getUTCMonth() + months);
  //: end
  return date.toISOString().slice(0, 10);
}

//: family age
function age(born, today) {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  //: leap=march
  return today.slice(5) < born.slice(5) ? years - 1 : years;
  //: leap=february
  const leapYear = Number(today.slice(0, 4)) % 4 === 0;
  const late = born.endsWith('-02-29') && !leapYear;
  const birthday = late ? '02-28' : born.slice(5);
  return today.slice(5) < birthday ? years - 1 : years;
  //: end
}

//: family minutes_between
function minutesBetween(start, end) {
  const [from, to] = [start, end].map((time) => {
    const [hours, minutes] = time.split(':').map(Number);
    return hours * 60 + minutes;
  });
  return to < from ? to - from + 1440 : to - from; //: earlier=tomorrow
  return to <= from ? to - from + 1440 : to - from; //: earlier=full
  return to - from; //: earlier=negative
}

//: family format_duration
function formatDuration(seconds) {
  //: style=clock
  const hours = Math.floor(seconds / 3600);
  const rest = [Math.floor(seconds / 60) % 60, seconds % 60];
  return [hours, ...rest.map((part) => String(part).padStart(2, '0'))].join(':');
  //: style=units
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'm'],
    [seconds % 60, 's'],
  ];
  const shown = parts.filter(([amount]) => amount > 0);
  return shown.map(([amount, unit]) => `${amount}${unit}`).join(' ') || '0s';
  //: style=largest
  const units = { d: 86400, h: 3600, m: 60 };
  for (const [unit, length] of Object.entries(units)) {
    if (seconds >= length) {
      return `${Math.floor(seconds / length)}${unit}`;
    }
  }
  return `${seconds}s`;
  //: end
}

//: family to_24_hours
function to24Hours(time) {
  const match = /^([1-9]|1[0-2]):([0-5]\d) ([AP])M$/.exec(time); //: lenient=strict
  const match = /^([1-9]|1[0-2])(?::([0-5]\d))? ?([AP])M$/i.exec(time); //: lenient=loose
  if (match === null) {
    throw new RangeError(`not a time: '${time}'`);
  }
  const [, hour, minutes, half] = match; //: lenient=strict
  const [, hour, minutes = '00', half] = match; //: lenient=loose
  const hours = (Number(hour) % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
  return `${String(hours).padStart(2, '0')}:${minutes}`;
}

//: family is_open
function isOpen(opens, closes, minute) {
  if (opens === closes) {
    return true; //: equal=always
    return false; //: equal=never
  }
  const begun = minute >= opens;
  const going = minute < closes; //: until=excluded
  const going = minute <= closes; //: until=included
  return opens < closes ? begun && going : begun || going;
}

//: family last_of_month
function lastOfMonth(year, month) {
  const last = new Date(Date.UTC(year, month, 0));
  const weekday = (last.getUTCDay() + 6) % 7; // Monday is 0 //: which=working
  //: which=friday
  const back = (last.getUTCDay() + 2) % 7; // Friday is 5
  last.setUTCDate(last.getUTCDate() - back);
  //: which=working
  last.setUTCDate(last.getUTCDate() - Math.max(weekday - 4, 0));
  //: end
  return last.toISOString().slice(0, 10);
}

//: family quarter
function quarter(day) {
  const [year, month] = day.split('-').map(Number);
  return `${year}-Q${Math.ceil(month / 3)}`; //: year=calendar
  //: year=april
  return month < 4 ? `${year - 1}-Q4` : `${year}-Q${Math.ceil(month / 3) - 1}`;
  //: year=october
  return month >= 10 ? `${year + 1}-Q1` : `${year}-Q${Math.ceil(month / 3) + 1}`;
  //: end
}

//: family streak
function streak(days, today) {
  const trained = new Set(days);
  const day = new Date(today);
  const iso = () => day.toISOString().slice(0, 10);
  //: open=grace
  if (!trained.has(today)) {
    day.setUTCDate(day.getUTCDate() - 1);
  }
  //: end
  let length = 0;
  while (trained.has(iso())) {
    length += 1;
    day.setUTCDate(day.getUTCDate() - 1);
  }
  return length;
}

//: family round_time
function roundTime(minute) {
  return Math.floor(minute / STEP) * STEP; //: direction=down
  return Math.ceil(minute / STEP) * STEP; //: direction=up
  return Math.round(minute / STEP) * STEP; //: direction=nearest
}

//: family iso_week
const MS_PER_DAY = 24 * 60 * 60 * 1000;

function isoWeek(day) {
  const date = new Date(day);
  //: numbering=iso
  const weekday = date.getUTCDay() || 7;
  date.setUTCDate(date.getUTCDate() + 4 - weekday); // the week's Thursday
  //: end
  const year = date.getUTCFullYear();
  const week = Math.floor((date - Date.UTC(year, 0, 1)) / MS_PER_DAY / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

//: family due_date
function dueDate(ordered, days) {
  const due = new Date(ordered);
  //: kind!=working
  due.setUTCDate(due.getUTCDate() + days);
  //: kind=moved
  while ([0, 6].includes(due.getUTCDay())) {
    due.setUTCDate(due.getUTCDate() + 1);
  }
  //: kind=working
  for (let left = days; left > 0;) {
    due.setUTCDate(due.getUTCDate() + 1);
    if (![0, 6].includes(due.getUTCDay())) {
      left -= 1;
    }
  }
  //: end
  return due.toISOString().slice(0, 10);
}

//: family is_date
function isDate(text) {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text); //: form=iso
  const match = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(text); //: form=german
  const match = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text); //: form=us
  if (match === null) {
    return false;
  }
  const [year, month, day] = match.slice(1).map(Number); //: form=iso
  const [day, month, year] = match.slice(1).map(Number); //: form=german
  const [month, day, year] = match.slice(1).map(Number); //: form=us
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
