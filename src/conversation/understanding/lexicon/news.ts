/** How somebody wants to hear what becomes of their reports. */
export interface NewsWish {
  readonly as: 'each' | 'digest';
  /** The time of day, `08:00`; null: they named none. */
  readonly at: string | null;
}

/** Whole texts without accents, in all four languages. */
const DIGEST = [
  ...[
    '(?:bara )?ett meddelande om dagen',
    'en gang om dagen',
    'sammanfattning(?: varje dag)?',
    'daglig sammanfattning',
  ],
  ...[
    '(?:bare )?(?:en|ei) melding om dagen',
    'en melding per dag',
    'daglig oppsummering',
    'oppsummering(?: hver dag)?',
  ],
  ...[
    '(?:maar |slechts )?(?:een|1) bericht per dag',
    'dagelijks(?:e)? overzicht(?: van mijn meldingen)?',
    'alles in een bericht',
  ],
  ...['(?:only )?(?:one|1) message a day', 'once a day', 'daily (?:digest|summary)', 'digest'],
];
const EACH = [
  ...['allt genast', 'varje genast', 'varje for sig', 'ingen sammanfattning'],
  ...['hver for seg', 'alt med en gang', 'hver med en gang', 'ingen oppsummering'],
  ...['elk meteen', 'alles meteen', 'geen dagelijks overzicht', 'elk bericht meteen'],
  ...['each at once', 'everything at once', 'no digest', 'one by one'],
];
const POLITE =
  '(?:(?:jag|jeg|ik|i) (?:vill|vil|wil|want|would like)(?: ha| hebben| gerne| graag)? |kan jag fa |kan jeg fa |mag ik |can i have |please |snalla )?';
const END = '(?: (?:tack|takk|graag|please|alsjeblieft))?';
const shapeOf = (texts: readonly string[]): RegExp =>
  new RegExp(`^${POLITE}(?:${texts.join('|')})${END}$`, 'u');
const SHAPES = [
  ['digest', shapeOf(DIGEST)],
  ['each', shapeOf(EACH)],
] as const;

/** “… at 16”, “kl. 16:30”, “om 16 uur”: at the end. */
const TIME = / (?:kl|klokken|klockan|om|at|rond)? ?(\d{1,2})(?: (\d{2}))?(?: (?:uur|o clock))?$/u;

/** What a whole text asks for about news of one's reports; null: something else. @param plain its words without accents */
export function newsWish(plain: string): NewsWish | null {
  const timed = TIME.exec(plain);
  const at = timed === null ? null : clockOf(timed[1], timed[2]);
  const text = at === null ? plain : plain.slice(0, timed?.index);
  const found = SHAPES.find(([, shape]) => shape.test(text));
  if (found === undefined) return null;
  const [as] = found;
  return as === 'each' && at !== null ? null : { as, at };
}

function clockOf(hour = '', minute = '00'): string | null {
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}
