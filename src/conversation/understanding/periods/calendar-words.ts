import {
  BY,
  CHRISTMAS,
  END,
  EPIPHANY,
  MONTH_WORD,
  NEW_YEAR,
  NEXT,
  OVER,
  REST,
  TILL,
  WEEK,
  YEAR,
} from './words.ts';

type Rewrite = readonly [pattern: string, to: string | ((...groups: string[]) => string)];
type Day = Temporal.PlainDate;

/** Weeks, months and years as days; a week begins on Monday and has the number of ISO 8601. */
export function weeks(today: Day): readonly Rewrite[] {
  const sunday = today.add({ days: 7 - today.dayOfWeek });
  const monthEnd = today.with({ day: today.daysInMonth });
  const yearEnd = today.with({ month: 12, day: 31 });
  const monday = sunday.add({ days: 1 });
  const ends =
    'slutet av|slutten av|slutt av|het einde van|einde van|eind van|eind|the end of|end of|utgangen av';
  return [
    [
      `${BY}(?:(?:hela|hele|heel|all|the whole|the) )?(?:${NEXT}) (?:${WEEK})${END}`,
      `${monday} till ${monday.add({ days: 6 })}`,
    ],
    [`${BY}(?:${WEEK}) ?(\\d{1,2})${END}`, (whole, number = '') => weekOf(today, Number(number)) ?? whole],
    [
      `${BY}(?:(?:${TILL}) )?(?:${ends}|${REST}) (?:de |den |het |the |av )*(?:${WEEK})${END}`,
      `till ${sunday}`,
    ],
    [
      `${BY}(?:(?:${TILL}) )?(?:${ends}|${REST}) (?:de |den |het |the |av )*(?:${YEAR})${END}`,
      `till ${yearEnd}`,
    ],
    [
      `${BY}(?:(?:${TILL}) )?(?:${ends}|${REST}) (?:de |den |het |the |av )*(?:${MONTH_WORD})${END}`,
      `till ${monthEnd}`,
    ],
    [`${BY}(?:(?:${TILL}) )?(?:manadsskiftet|manedsskiftet)${END}`, `till ${monthEnd}`],
    [`${BY}(?:de rest van de dag|resten av dagen|rest of the day|the rest of the day)${END}`, 'today'],
  ];
}

/** Feasts as their last day, or as their days where "between" or "at" says so. */
export function feasts(today: Day): readonly Rewrite[] {
  const christmas = coming(today, 12, 26);
  const newYear = coming(today, 1, 1);
  const between = `${BY}(?:mellan|mellom|tussen|between) (?:${CHRISTMAS}) (?:och|og|en|and) (?:${NEW_YEAR})${END}`;
  const lead = `${BY}(?:(?:${TILL}) )?(?:(?:${OVER}) )?(?:de )?`;
  return [
    [between, `${christmas.add({ days: 1 })} till ${christmas.with({ day: 31 })}`],
    [
      `${BY}(?:i|pa|met|at|rond|during|under) (?:de )?(?:${CHRISTMAS})${END}`,
      `${christmas.with({ day: 24 })} till ${christmas}`,
    ],
    [`${lead}(?:${CHRISTMAS})${END}`, `till ${christmas}`],
    [`${lead}(?:${NEW_YEAR})${END}`, `till ${newYear}`],
    [`${lead}(?:${EPIPHANY})${END}`, `till ${coming(today, 1, 6)}`],
  ];
}

/** "The 4th" without a month: the coming one. */
export function daysOfMonth(today: Day): readonly Rewrite[] {
  const months =
    '(?!\\s*(?:of )?\\p{L}{3,}\\.?\\s*\\d{4}|\\s*(?:of )?(?:jan|feb|mar|maa|apr|maj|mai|mei|may|jun|jul|aug|sep|okt|oct|nov|dec|des))';
  return [
    [
      `${BY}(?:den|de|the) (\\d{1,2})(?:\\.|:?[ea]|st|nd|rd|th|ste|de)?(?![\\d/.:-])${months}${END}`,
      (whole, day = '') => comingDay(today, Number(day)) ?? whole,
    ],
  ];
}

function weekOf(today: Day, number: number): string | null {
  if (number < 1 || number > 53) return null;
  const first = (year: number): Day => {
    const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 });
    return fourth.subtract({ days: fourth.dayOfWeek - 1 });
  };
  const weekIn = (year: number): Day => first(year).add({ days: 7 * (number - 1) });
  const own = weekIn(today.yearOfWeek ?? today.year);
  const isGone = Temporal.PlainDate.compare(own.add({ days: 6 }), today) < 0;
  const monday = isGone ? weekIn((today.yearOfWeek ?? today.year) + 1) : own;
  return `${monday} till ${monday.add({ days: 6 })}`;
}

function coming(today: Day, month: number, day: number): Day {
  const own = today.with({ month, day });
  return Temporal.PlainDate.compare(own, today) < 0 ? own.add({ years: 1 }) : own;
}

function comingDay(today: Day, day: number): string | null {
  if (day < 1 || day > 31) return null;
  for (let ahead = 0; ahead < 12; ahead++) {
    const month = today.with({ day: 1 }).add({ months: ahead });
    if (day > month.daysInMonth) continue;
    const found = month.with({ day });
    if (Temporal.PlainDate.compare(found, today) >= 0) return String(found);
  }
  return null;
}
