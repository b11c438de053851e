import type { Absence } from '../absence/announcements.ts';
import type { Playbook } from '../organisation/playbook.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { type Availability, availabilityOf } from './availability.ts';
import type { Contact } from './contact.ts';

/** The availabilities of a playbook's contacts under some announcements, worked out on first use. */
export class AvailabilityBook {
  readonly #playbook: Playbook;
  readonly #absences: readonly Absence[];
  readonly #known = new Map<Contact, Timeline<Availability>>();

  constructor(playbook: Playbook, absences: readonly Absence[]) {
    this.#playbook = playbook;
    this.#absences = absences;
  }

  /** When a contact is available. */
  of(contact: Contact): Timeline<Availability> {
    const timeline = this.#known.get(contact) ?? availabilityOf(contact, this.#absences);
    this.#known.set(contact, timeline);
    return timeline;
  }

  /** Everybody who may at some time take calls for these contacts. */
  standInsOf(contacts: readonly Contact[]): Contact[] {
    return this.#absences
      .map((absence) => ({ absence, contact: contacts.find(({ id }) => id === absence.contact) }))
      .map(({ absence, contact }) => this.standInFor(contact, absence))
      .filter((standIn) => standIn !== undefined);
  }

  /** Who takes a contact's calls during an absence: named with it, else the usual stand-in. */
  standInFor(contact: Contact | undefined, absence: Absence): Contact | undefined {
    return contact === undefined
      ? undefined
      : this.#playbook.contacts.get(absence.standIn ?? contact.standIn ?? '');
  }
}
