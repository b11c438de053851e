import { setTimeout as pause } from 'node:timers/promises';
import { ServiceProcess } from '../service-process.ts';
import { FAKE_APP } from '../slack/app.ts';
import { messageEvent } from '../slack/events.ts';
import { FakeSlack } from '../slack/fake-slack.ts';
import { Resident } from '../slack/resident.ts';
import { eventRequest } from '../slack/sign.ts';
import { FakeTeams, personalMessage } from '../teams/fake-teams.ts';
import { textOfMessage } from '../teams/read-card.ts';

/** How a platform was answered: a status, or `late` where it does not wait any longer. */
export type Answer = number | 'late';

/** One message of somebody who writes for the first time, as a platform brings it: again and again until it is taken. */
export interface Sent {
  readonly user: string;
  readonly answers: Answer[];
  readonly texts: () => readonly string[];
  readonly deliver: () => Promise<Answer>;
}

/** How long the platforms wait for an answer, in ms (platform-facts). */
const WAITS = { teams: 15_000, slack: 3000 } as const;
const PATIENCE_MS = 40_000;
const WORDS = 'hjelp';
/** What is said where nothing could be kept, and what follows it. */
const NOT_KEPT = /kunne ikke lagres|Haster det, så ikke vent/;

/** The real service between Teams and Slack, both of which sign what they bring and send again what was not taken. */
export class DegradedTown {
  readonly service: ServiceProcess;
  readonly #teams: FakeTeams;
  readonly #slack: FakeSlack;
  readonly #workspace: ReturnType<FakeSlack['addWorkspace']>;
  #people = 0;

  static async start(store: string, more: Record<string, string> = {}): Promise<DegradedTown> {
    const [teams, slack] = await Promise.all([FakeTeams.start(), FakeSlack.start()]);
    const workspace = slack.addWorkspace();
    const service = await ServiceProcess.start({
      ...{ ...teams.environment, DRIFTVAKT_STORE: store },
      ...{ SLACK_BOT_TOKEN: workspace.token, SLACK_API_URL: slack.apiUrl },
      ...{ SLACK_SIGNING_SECRET: FAKE_APP.signingSecret, ...more },
    });
    return new DegradedTown(service, teams, slack, workspace);
  }

  private constructor(
    service: ServiceProcess,
    teams: FakeTeams,
    slack: FakeSlack,
    workspace: ReturnType<FakeSlack['addWorkspace']>,
  ) {
    this.service = service;
    this.#teams = teams;
    this.#slack = slack;
    this.#workspace = workspace;
  }

  /** Somebody new writes in Teams. */
  inTeams(): Sent {
    const user = `t${++this.#people}`;
    const activity = personalMessage(user, `${1_760_000_000_000 + this.#people}`, WORDS);
    const { connector } = this.#teams;
    return sent(user, {
      texts: () => connector.messages(`a:${user}`).map((message) => textOfMessage(message.activity)),
      deliver: () =>
        answerOf(WAITS.teams, async () => (await this.#teams.post(this.service.address, activity)).status),
    });
  }

  /** Somebody new writes in Slack. */
  inSlack(): Sent {
    const number = ++this.#people;
    const user = this.#workspace.addUser({ name: `s${number}` });
    const resident = new Resident(user, { workspace: this.#workspace, wire: NO_WIRE });
    const message = this.#workspace.keep(resident.channel.id, { user: user.id, text: WORDS });
    const payload = messageEvent(this.#workspace, resident.channel, message, user);
    const address = new URL('slack/events', this.service.address);
    return sent(user.id, {
      texts: () => resident.texts,
      deliver: () =>
        answerOf(WAITS.slack, async (signal) => {
          const { headers, body } = eventRequest(payload, Date.now());
          return (await fetch(address, { method: 'POST', headers, body, signal })).status;
        }),
    });
  }

  async page(path: string): Promise<{ readonly status: number; readonly text: string }> {
    const response = await fetch(new URL(path, this.service.address));
    return { status: response.status, text: await response.text() };
  }

  /** Waits until /readyz says so. */
  async readyz(like: RegExp): Promise<string> {
    let text = '';
    await eventually(`/readyz like ${like}`, async () => {
      ({ text } = await this.page('/readyz'));
      return like.test(text);
    });
    return text;
  }

  /** Brings it as the platform does, again and again until it is taken, and waits for the answer. */
  async untilAnswered(
    all: readonly Sent[],
    isAnswered: (texts: readonly string[]) => boolean,
  ): Promise<void> {
    await Promise.all(
      all.map(async ({ deliver, answers, texts, user }) => {
        await eventually(`${user} is taken`, async () => {
          if (answers.at(-1) !== 200) answers.push(await deliver());
          return answers.at(-1) === 200;
        });
        await eventually(`${user} is answered`, async () => isAnswered(answersIn(texts())));
      }),
    );
  }

  /** Lines of the log with these words. */
  logged(words: string): number {
    return this.service.printed.split('\n').filter((line) => line.includes(words)).length;
  }

  async stop(): Promise<number | null> {
    const code = await this.service.stop();
    this.#teams.stop();
    this.#slack.stop();
    return code;
  }
}

const NO_WIRE = {} as never;

function sent(user: string, { texts, deliver }: Pick<Sent, 'texts' | 'deliver'>): Sent {
  return { user, answers: [], texts, deliver };
}

/** What came besides the words of the channel itself. */
export function answersIn(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => !NOT_KEPT.test(text));
}

async function answerOf(ms: number, ask: (signal: AbortSignal) => Promise<number>): Promise<Answer> {
  const late = new AbortController();
  const waiting = pause(ms, 'late' as const, { signal: late.signal });
  try {
    return await Promise.race([ask(AbortSignal.timeout(ms)), waiting]);
  } catch {
    return 'late';
  } finally {
    waiting.catch(() => undefined);
    late.abort();
  }
}

export async function eventually(what: string, look: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; !(await look()); await pause(50))
    if (Date.now() > end) throw new Error(`it did not happen: ${what}`);
}
