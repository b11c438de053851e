/** How long and how hard several processes are worked, and what breaks meanwhile. */
export interface SoakSettings {
  readonly seed: number;
  readonly processes: number;
  /** How long people write, in ms. */
  readonly forMs: number;
  /** How many messages a second are offered, half through Teams and half through Slack. */
  readonly rate: number;
  /** How many people there are to write them: nobody writes again before the last message was answered. */
  readonly people: number;
  /** A process is killed so often, in ms. */
  readonly killEveryMs: number;
  /** How often Redis is killed and started again, evenly over the time. */
  readonly redisRestarts: number;
  /** To how many a notice goes out meanwhile, and how many matters are brought to people at once. */
  readonly destinations: number;
  readonly escalations: number;
}

/** The acceptance of several processes, as far as the command is not told otherwise. */
const WHOLE = {
  seed: 1,
  minutes: 10,
  rate: 500,
  destinations: 10_000,
  escalations: 1000,
  kill: 5,
  restarts: 3,
};
const PROCESSES = 3;
/** Somebody writes about so often, in seconds: Slack takes no more of a bot in one channel. */
const PAUSE_S = 6;
const MOST_PEOPLE = 3000;

/** What can be said about a run, by its name on the command line; each is a number above 0. */
export type SoakOptions = Readonly<Partial<Record<keyof typeof WHOLE, number>>>;

export function settingsOf(options: SoakOptions = {}): SoakSettings {
  const { seed, minutes, rate, destinations, escalations, kill, restarts } = { ...WHOLE, ...options };
  return {
    ...{ seed, rate, destinations, escalations, processes: PROCESSES, redisRestarts: restarts },
    ...{ forMs: minutes * 60_000, killEveryMs: kill * 1000 },
    people: Math.min(MOST_PEOPLE, Math.ceil(rate * PAUSE_S)),
  };
}

/**
 * Reads `--minutes 10 --rate 500 --seed 7`.
 * @throws RangeError that names the word that is wrong
 */
export function optionsOf(words: readonly string[]): SoakOptions {
  const options: Record<string, number> = {};
  for (let at = 0; at < words.length; at += 2) {
    const [word = '', value = ''] = words.slice(at);
    const name = word.replace(/^--/, '');
    if (!word.startsWith('--') || !Object.hasOwn(WHOLE, name))
      throw new RangeError(`unknown option "${word}"; there are: --${Object.keys(WHOLE).join(', --')}`);
    if (!(Number(value) > 0)) throw new RangeError(`${word} takes a number above 0, not "${value}"`);
    options[name] = Number(value);
  }
  return options;
}
