import { pino } from 'pino';
import type { Found } from '../../../../../src/channels/teams/connector/connector.ts';
import type { Member } from '../../../../../src/channels/teams/connector/member.ts';
import {
  type Introduce,
  type IntroductionParts,
  introductions,
} from '../../../../../src/channels/teams/people/introduce.ts';
import type { Placed } from '../../../../../src/channels/teams/receiver/parse/placed.ts';
import type { Happening } from '../../../../../src/conversation/event.ts';
import type { Identity } from '../../../../../src/domain/people/directory.ts';
import type { Managed } from '../../../../../src/ports/directory.ts';
import type { StoredRecord } from '../../../../../src/ports/store/records.ts';
import type { Inbound } from '../../../../../src/runtime/inbound.ts';
import { shipped } from '../../../../support/playbooks.ts';

export const ANNA = 'c0000000-0000-4000-8000-000000000003';
export const TENANT = 'b0000000-0000-4000-8000-000000000002';
export const THREAD = '19:channel@thread.tacv2;messageid=1700000000000';
export const MEMBER: Member = {
  id: '29:1-anna',
  name: 'Anna Solberg',
  email: 'anna@porsanger.example',
  userPrincipalName: 'anna@porsanger.example',
  aadObjectId: ANNA,
  userRole: 'user',
};
export const MANAGER = { name: 'Kari Nordmann', email: 'kari@porsanger.example', phones: ['906 34 222'] };
export const KARI = { name: MANAGER.name, email: MANAGER.email, phone: '+4790634222' };
export const SOLBERG: Identity = { name: MEMBER.name!, email: MEMBER.email, phone: null, manager: KARI };

const playbooks = new Map([['porsanger', shipped('porsanger')]]);
const SAID: Happening = { kind: 'said', text: 'hei', pictures: [] };

/** Where somebody writes in Teams. */
export function placed(user = ANNA, id = MEMBER.id): Placed {
  const conversation = `teams/porsanger/${TENANT}/thread/${user}`;
  const address = {
    ...{ serviceUrl: 'https://smba.example/emea/', conversation: THREAD, bot: '28:bot' },
    ...{ user: id, tenant: TENANT },
  };
  return {
    ...{ tenant: TENANT, organisation: 'porsanger', conversation, address },
    from: { user, desk: false, locale: 'nb', role: null, site: null },
    reach: { place: 'teams/place', address: { ...address } },
  };
}

/** Getting to know people, with a roster, a directory, an inbox and a clock in the test's hand. */
export class People {
  now = Temporal.Instant.from('2026-11-23T09:30:00Z');
  roster: (user: string) => Promise<Found> = async () => ({ outcome: 'found', member: MEMBER });
  managers: () => Promise<Managed> = async () => ({ outcome: 'found', manager: MANAGER });
  /** What was asked of the roster: conversation and user. */
  readonly asked: [string, string][] = [];
  readonly askedManagers: string[] = [];
  readonly accepted: Inbound[] = [];
  readonly records = new Map<string, StoredRecord>();
  readonly log: string[] = [];
  readonly #introduce: Introduce;

  constructor(more: Partial<IntroductionParts> = {}) {
    this.#introduce = introductions({
      connector: {
        member: async ({ conversation }, user) => {
          this.asked.push([conversation, user]);
          return this.roster(user);
        },
      },
      directory: {
        managerOf: async (user) => {
          this.askedManagers.push(user);
          return this.managers();
        },
      },
      engine: { accept: (inbound) => this.#accept(inbound) },
      records: { record: async ({ id }) => this.records.get(id) ?? null },
      playbooks,
      clock: { now: () => this.now },
      log: pino({ level: 'debug' }, { write: (line: string) => void this.log.push(line) }),
      ...more,
    });
  }

  /** Somebody wrote. */
  wrote(at = placed(), what = SAID): Promise<void> {
    const { organisation, conversation, from } = at;
    return this.#introduce({ id: 'e1', organisation, conversation, from, what, ahead: 0 }, at);
  }

  pass(duration: string): void {
    const zoned = this.now.toZonedDateTimeISO('UTC');
    this.now = zoned.add(duration).toInstant();
  }

  keep(identity: Identity, user = ANNA): void {
    this.records.set(user, {
      ...{ organisation: 'porsanger', kind: 'identity', id: user, version: 1, keys: {} },
      ...{ at: this.now.epochMilliseconds, body: identity as never },
    });
  }

  /** As the runtime does it: the same id is taken once. */
  async #accept(inbound: Inbound) {
    const isNew = this.accepted.every(({ id }) => id !== inbound.id);
    if (isNew) this.accepted.push(inbound);
    if (isNew && inbound.what.kind === 'introduced') this.keep(inbound.what.identity, inbound.from.user);
    const of = { id: inbound.id, receivedAt: this.now.epochMilliseconds };
    return { outcome: isNew ? 'new' : 'duplicate', of } as never;
  }
}
