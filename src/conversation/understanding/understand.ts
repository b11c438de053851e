import { LANGUAGES, type Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { isCancel } from './cancel.ts';
import { type Cue, cuesIn } from './cues.ts';
import { languageOfWords } from './language.ts';
import { TOPICS, type Topic } from './lexicon/lexicon.ts';
import { type Reading, read } from './reading.ts';
import { type Scope, scopeIn } from './scope.ts';
import { confidence, type Score, scores } from './score.ts';
import { lostService, type Mention, mentionsIn } from './services.ts';
import { wordsOf } from './text.ts';

/** What somebody wants. There is none for "critical": only the playbook's rules decide that. */
export const INTENTS = [...TOPICS, 'cancel', 'unknown'] as const;
export type Intent = (typeof INTENTS)[number];

/** What a text was understood to mean. */
export interface Understanding {
  readonly intent: Intent;
  /** From 0 to 1; under {@link SURE_ENOUGH} the intent is "unknown". */
  readonly confidence: number;
  /** Id of a service of the playbook. */
  readonly service: string | null;
  /** Who is hit, for a report and where the intent is not known. */
  readonly scope: Scope | null;
}

/** Under this confidence nothing is taken as understood. */
export const SURE_ENOUGH = 0.4;
/** From here on what was understood is done without asking whether it was meant. */
export const SURE = 0.6;
/** Words of a language that the text is not written in tell less. */
const OTHER_LANGUAGE = 0.7;
const SERVICE_NAMED = 0.8;
/** Fewer words than this say nothing about what they name. */
const STATEMENT = 3;
const SAID_OF_A_SERVICE: Cue = {
  topic: 'report',
  weight: 0.5,
  found: { places: [], asService: [], guessed: 0 },
};
const SURE_OF_SERVICE = 0.6;
const CANCEL = { intent: 'cancel', confidence: 0.98, service: null, scope: null } as const;
/** Here a service's word is a part of the question: "wie moet ik bellen" is not about telephony. */
const WORDS_OF_THE_QUESTION: readonly Topic[] = ['who', 'my-reports'];
const WITHOUT_SERVICE: readonly Topic[] = ['absence', 'directory', 'help'];

/**
 * What somebody means by a text in any of the four languages: the same for the same text, from word lists alone.
 * Whoever asks shows choices when the intent is "unknown" or the confidence low.
 */
export function understand(playbook: Playbook, locale: Language, text: string): Understanding {
  const words = wordsOf(text);
  if (isCancel(words)) return CANCEL;
  const mentions = mentionsIn(playbook, words).filter((mention) => mention.sureness >= SURE_OF_SERVICE);
  const places = new Set(mentions.flatMap((mention) => mention.places));
  const spoken = languageOfWords(words) ?? locale;
  const own = read(spoken, words, places, 'guessing');
  const others = LANGUAGES.filter((language) => language !== spoken).map((language) =>
    read(language, words, places, 'exact'),
  );
  const cues = [...ownCues(own, mentions.length > 0), ...others.flatMap(foreignCues)];
  const [best, next] = scores(cues);
  const sure = confidence(best?.points ?? 0, next?.points ?? 0);
  const scope = scopeIn(own);
  if (best === undefined || sure < SURE_ENOUGH)
    return { intent: 'unknown', confidence: sure, service: mentions[0]?.service ?? null, scope };
  const service = serviceOf(playbook, best, mentions);
  return { intent: best.topic, confidence: sure, service, scope: best.topic === 'report' ? scope : null };
}

/** Cues in the language of the text. Whoever names a service and says anything about it most likely reports something. */
function ownCues(reading: Reading, serviceNamed: boolean): readonly Cue[] {
  const cues = cuesIn(reading);
  if (!serviceNamed) return cues;
  const statement = reading.words.length >= STATEMENT ? [SAID_OF_A_SERVICE] : [];
  return [...cues, ...statement].map((cue) =>
    cue.topic === 'report' ? { ...cue, weight: cue.weight + SERVICE_NAMED } : cue,
  );
}

function foreignCues(reading: Reading): readonly Cue[] {
  return cuesIn(reading).map((cue) => ({ ...cue, weight: cue.weight * OTHER_LANGUAGE }));
}

function serviceOf(playbook: Playbook, best: Score, mentions: readonly Mention[]): string | null {
  if (WITHOUT_SERVICE.includes(best.topic)) return null;
  if (best.topic === 'lost-phone') return lostService(playbook);
  const asked = WORDS_OF_THE_QUESTION.includes(best.topic) ? wordPlaces(best) : new Set<number>();
  return mentions.find(({ places }) => !places.every((place) => asked.has(place)))?.service ?? null;
}

/** The places of a text that are words of the question itself. */
function wordPlaces({ cues }: Score): ReadonlySet<number> {
  return new Set(
    cues.flatMap(({ found }) => found.places.filter((place) => !found.asService.includes(place))),
  );
}
