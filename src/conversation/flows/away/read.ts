import type { AwayReason, Cover } from '../../../domain/absence/entry.ts';
import { AWAY_LIMITS } from '../../../domain/absence/entry.ts';
import type { LocalText } from '../../../domain/organisation/language.ts';
import { cut } from '../../plain-text/clean.ts';
import type { Talk } from '../../talk.ts';
import { chosenAmong } from '../../understanding/answers/choice.ts';
import { plain } from '../../understanding/text.ts';

/** Why, by words of all four languages, in small letters without accents. The first that fits is taken. */
const REASONS: readonly (readonly [AwayReason, RegExp])[] = [
  [
    'child',
    /vab|sjukt barn|barn(?:et|en)? (?:ar|er) (?:sjuk|syk)|sykt barn|ziek kind|kind (?:is )?ziek|sick child|sjuk son|sjuk dotter/u,
  ],
  ['ill', /sjuk|syk|ziek|\bill\b|\bsick\b|griep|influensa|feber|migran|migren/u],
  ['meeting', /mote|\bmoten?\b|vergadering|overleg|meeting|sammantrade/u],
  ['course', /kurs|cursus|course|utbildning|konferens|konferanse|training|conferen/u],
  ['lunch', /lunch|lunsj/u],
  ['travel', /resa\b|resande|reise|bortrest|bortreist|op reis|travel|trip\b/u],
  [
    'leave',
    /semester|ledig|\bfri\b|ferie|permisjon|vakantie|verlof|\bvrij\b|holiday|leave|\boff\b|vacation/u,
  ],
];
const UNMANNED =
  /obemann|ubemann|ubetjent|onbemand|onbezet|unmanned|unstaffed|(?:expeditionen|kontoret|ekspedisjonen|kantoor|office)\s.*(?:tomt?|stangt?|stengt|gesloten|dicht|closed|empty)/u;
const AWAY =
  /(?<!\p{L})(?:borta|borte|bort|weg|afwezig|away|absent|upptagen|opptatt|bezet|busy|tillbaka|tilbake|terug|back|ute|out|inte inne|ikke inne|franvarande|fravaerende)(?!\p{L})/u;
const ON_CALL =
  /(?<!\p{L})(?:jour\p{L}*|beredskap\p{L}*|bakvakt|vakt|on call|on-call|piket\p{L}*|bereikbaarheidsdienst)(?!\p{L})/u;

const OWN = '(?:våra|vår|våre|onze|our|mina|min|mitt|mine|mijn|my|de|the|alle|alla|all)';
const CALLS = '(?:samtal\\p{L}*|telefon\\p{L}*|gesprekken|telefoon\\p{L}*|calls?|phone)';
const ERRANDS = '(?:ärende\\p{L}*|saker|sakene|oppgaver|zaken|taken|errands|tasks|work)';
const AND = '(?:och|og|en|and)';
const TAKES =
  '(?:tar|svarar i|svarer på|sköter|takes?|answers?|handles?|neemt|nemen|beantwoordt)(?:\\s+(?:över|over|emot|hand om|op|aan))?';
const TAKES_CALLS = new RegExp(
  `(?:^|[,.;])?\\s*([^,.;]+?)\\s+${TAKES}\\s+(?:${OWN}\\s+)?(${CALLS}|${ERRANDS})(?:\\s+(?:mine|min|waar|over|aan))?(?:\\s+${AND}\\s+(?:${OWN}\\s+)?(${CALLS}|${ERRANDS}))?`,
  'iu',
);
const MORE_ERRANDS = new RegExp(
  `\\s+${AND}\\s+([^,.;]+?)\\s+(?:${TAKES}\\s+)?${OWN}\\s+${ERRANDS}(?:\\s+(?:mine|waar|over))?`,
  'iu',
);
const EMERGENCY =
  /[,.;]?\s*(?:och |og |en |and )?(?:(?:jag |jeg |ik |i )?(?:nås|kan nås|treffes|ben bereikbaar|bereikbaar|can be reached|am reached|reached|reachable)\s+)?(?:vid|i|ved|bij|in|för|for)?\s*(?:en |ett |et |een |an )?(?:nödfall|nödsituation|nødstilfelle|nødsfall|nød|noodgeval(?:len)?|nood|emergency|emergencies)\s*:?\s*([^,;]*)/iu;

/** What somebody wrote of an absence, beside when. */
export interface ReadAway {
  /** The words without those of who takes over: what is left says when. */
  readonly when: string;
  readonly reason: AwayReason | null;
  readonly calls: Cover | null;
  readonly errands: Cover | null;
  readonly emergency: string | null;
}

/** Takes who takes over, and where one is reached, out of the words; what is left says why and when. */
export function readAway(talk: Talk, text: string): ReadAway {
  let rest = text;
  let calls: Cover | null = null;
  let errands: Cover | null = null;
  const emergencyFound = EMERGENCY.exec(rest);
  const emergency = emergencyFound === null ? null : placeIn(emergencyFound[1] ?? '', talk);
  if (emergencyFound !== null) rest = rest.replace(emergencyFound[0], ' ');
  const takes = TAKES_CALLS.exec(rest);
  if (takes !== null) {
    const [whole, subject = '', what = '', also = ''] = takes;
    const who = subjectOf(talk, subject);
    const cover = coverOf(talk, who);
    rest = rest.replace(whole, whole.slice(0, whole.indexOf(subject) + subject.length - who.length));
    const isErrand = (word: string): boolean => word !== '' && new RegExp(`^${ERRANDS}$`, 'iu').test(word);
    if (!isErrand(what)) calls = cover;
    if (isErrand(what) || isErrand(also)) errands = cover;
    const more = MORE_ERRANDS.exec(rest);
    if (more !== null) {
      errands = coverOf(talk, more[1] ?? '');
      rest = rest.replace(more[0], ' ');
    }
  }
  const words = plain(rest);
  const reason = REASONS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
  return { when: rest, reason, calls, errands, emergency };
}

/** Who takes over, in somebody's words: a contact of the playbook if they name one. Empty: nobody. */
export function coverOf(talk: Talk, words: string): Cover | null {
  const short = cut(words.trim(), AWAY_LIMITS.words);
  if (short === '') return null;
  const contacts = [...talk.playbook.contacts.values()].filter(({ id }) => id !== talk.playbook.fallback.id);
  const chosen = chosenAmong(
    talk.language,
    short,
    contacts.map(({ role }) => talk.local(role)),
  );
  return { contact: chosen === null ? null : (contacts[chosen]?.id ?? null), words: short };
}

/** Whether the words are of somebody who is away, whatever else they could be. */
export function saysAway(text: string): boolean {
  const words = plain(text);
  return !text.includes('?') && (AWAY.test(words) || REASONS.some(([, pattern]) => pattern.test(words)));
}

/** Whether it is a unit that is left, and not a person. */
export function saysUnmanned(text: string): boolean {
  return UNMANNED.test(plain(text));
}

export function saysOnCall(text: string): boolean {
  return ON_CALL.test(plain(text)) && !text.includes('?');
}

/** Any contact that was named. */
export function contactNamed(talk: Talk, text: string): string | null {
  const contacts = [...talk.playbook.contacts.values()].filter(({ role }) => isNamed(text, role));
  return contacts.sort((a, b) => talk.local(b.role).length - talk.local(a.role).length)[0]?.id ?? null;
}

/** Whether a name stands in the words, in any of its languages. */
export function isNamed(text: string, name: LocalText | undefined): boolean {
  const words = plain(text);
  return Object.values(name ?? {}).some((each) =>
    new RegExp(`(?<!\\p{L})${RegExp.escape(plain(each))}(?!\\p{L})`, 'u').test(words),
  );
}

/** "I am ill today and Lisa": the last part is who. A contact's name may have an "and" in it. */
function subjectOf(talk: Talk, subject: string): string {
  const parts = subject.split(new RegExp(`\\s+${AND}\\s+`, 'iu'));
  for (let from = 0; from < parts.length; from++) {
    const tail = tailOf(subject, parts, from);
    if (coverOf(talk, tail)?.contact !== null && isNamed(tail, nameOf(talk, tail))) return tail;
  }
  return parts.at(-1) ?? subject;
}

function tailOf(subject: string, parts: readonly string[], from: number): string {
  return from === 0 ? subject : subject.slice(subject.lastIndexOf(parts.slice(from)[0] ?? ''));
}

function nameOf(talk: Talk, words: string): LocalText | undefined {
  return talk.playbook.contacts.get(coverOf(talk, words)?.contact ?? '')?.role;
}

/** "Not": nobody is reached. */
function placeIn(words: string, talk: Talk): string | null {
  const place = words.replace(/^(?:på|via|paa|op|at|on|by)\s+/iu, '').trim();
  if (place === '') return talk.say('away.own-number');
  return /(?<!\p{L})(?:inte|ej|ikke|niet|not|nej|nei|nee|no)(?!\p{L})/iu.test(place)
    ? null
    : cut(place, AWAY_LIMITS.words);
}
