import type {
  Handoff,
  HandoffLetter,
  HandoffReceipt,
  IncidentStatus,
  ReadPicture,
} from '../../ports/handoff.ts';
import { HANDOFF_LIMITS } from '../../ports/handoff.ts';
import type { Sending } from '../../ports/sender.ts';
import type { Json } from '../../ports/store/json.ts';
import { pictureFiles } from '../pictures.ts';
import type { Incident, TopdeskApi } from './api.ts';
import { TopdeskError } from './faults.ts';
import { incidentOf, memo } from './incident.ts';

/** What handing over to TOPdesk is made of. */
export interface TopdeskParts {
  readonly api: TopdeskApi;
  readonly readPicture: ReadPicture;
}

/**
 * Orders as incidents of TOPdesk. It takes no key by which a repetition would be known; so before each creation it is asked
 * for an incident with our reference as its external number, and what seemed lost rests a while before that.
 */
export class TopdeskHandoff implements Handoff {
  readonly #parts: TopdeskParts;

  constructor(parts: TopdeskParts) {
    this.#parts = parts;
  }

  async hand(letter: HandoffLetter): Promise<Sending> {
    try {
      return letter.word === 'order' ? await this.#order(letter) : await this.#add(letter);
    } catch (cause) {
      if (cause instanceof TopdeskError) return cause.toSending();
      throw cause;
    }
  }

  /** The next try looks for it; what is under way right now gets time to arrive. */
  async settle(): Promise<Sending> {
    const reason = 'the service stopped while TOPdesk was being asked';
    return { outcome: 'retry', reason, afterMs: HANDOFF_LIMITS.restMs, doubt: 'open' };
  }

  /** Where an order's incident stands; null: there is none. @throws TopdeskError */
  async statusOf(order: string): Promise<IncidentStatus | null> {
    const [incident] = await this.#parts.api.find(order);
    if (incident === undefined) return null;
    const { status, solved, number } = incident;
    return { status, solved, reference: number };
  }

  async #order(letter: HandoffLetter): Promise<Sending> {
    const { api } = this.#parts;
    const [found] = await api.find(letter.order);
    const incident = found ?? (await this.#create(letter));
    const lost = await this.#attach(incident, letter);
    const receipt: HandoffReceipt = {
      ...{ reference: incident.number, url: api.pageOf(incident.id), confirms: true, lost },
    };
    return { outcome: 'sent', receipt: receipt as unknown as Json };
  }

  /** By mail address TOPdesk may know nobody, or several; then the caller is written down as we know them. */
  async #create(letter: HandoffLetter): Promise<Incident> {
    const { api } = this.#parts;
    if (letter.reporter?.email == null) return this.#createByDetails(letter);
    try {
      return await api.create(incidentOf(letter, 'lookup'));
    } catch (cause) {
      // A refusal is sure: nothing was made.
      if (!(cause instanceof TopdeskError) || cause.kind !== 'refused') throw cause;
      return this.#createByDetails(letter);
    }
  }

  /** A caller whom TOPdesk does not know belongs to a branch, where the playbook names one. */
  async #createByDetails(letter: HandoffLetter): Promise<Incident> {
    const { api } = this.#parts;
    const name = letter.branch ?? null;
    const branch = name === null ? null : await api.branch(name);
    if (name !== null && branch === null)
      throw new TopdeskError(
        'permanent',
        'TOPdesk has no branch of the name in hand-offs: suppliers: branch, or several: write it as it stands there',
        0,
        'not-set-up',
      );
    return api.create(incidentOf(letter, 'details', branch));
  }

  /** Files that are not there yet. One that TOPdesk refuses must not keep the order from being there. */
  async #attach({ id }: Incident, letter: HandoffLetter): Promise<readonly string[]> {
    const { api, readPicture } = this.#parts;
    if (letter.pictures.length === 0) return [];
    const { files, lost } = await pictureFiles(letter, readPicture);
    const there = await api.attachments(id);
    const refused: string[] = [];
    for (const file of files.filter(({ name }) => !there.includes(name))) {
      try {
        await api.attach(id, file);
      } catch (cause) {
        if (!(cause instanceof TopdeskError) || (cause.kind !== 'refused' && cause.kind !== 'permanent'))
          throw cause;
        refused.push(file.name);
      }
    }
    return [...lost, ...refused];
  }

  /** A word about an incident that is there. */
  async #add(letter: HandoffLetter): Promise<Sending> {
    const { api } = this.#parts;
    const [incident] = await api.find(letter.order);
    if (incident === undefined)
      return {
        ...{ outcome: 'failed', cause: 'never-arrived' },
        reason: 'TOPdesk has no incident with this external number',
      };
    const mark = `${letter.order}/${letter.name}`;
    const isThere = (await api.actions(incident.id)).some((action) => action.includes(mark));
    if (!isThere) await api.addAction(incident.id, memo(`${letter.text}\n\n${mark}`));
    const receipt: HandoffReceipt = {
      ...{ reference: incident.number, url: api.pageOf(incident.id), confirms: false, lost: [] },
    };
    return { outcome: 'sent', receipt: receipt as unknown as Json };
  }
}
