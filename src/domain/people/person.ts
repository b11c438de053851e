/** Somebody whom an organisation's directory lists. Plain data. */
export interface Person {
  /** By it the same person is known when the directory is read in again. */
  readonly id: string;
  readonly name: string;
  readonly unit: string | null;
  readonly role: string | null;
  /** E.164. */
  readonly phone: string | null;
  /** The internal number. */
  readonly extension: string | null;
  /** E.164; who sees it the playbook decides. */
  readonly privatePhone: string | null;
  readonly email: string | null;
  /** What they are asked for: "school transport". */
  readonly services: readonly string[];
  /** When they answer, in the notation of docs/hours.md; null: nobody said. */
  readonly hours: string | null;
}

export const PERSON_LIMITS = {
  /** People of one organisation. */
  people: 20_000,
  id: 80,
  /** Characters of a name, unit, role or service. */
  text: 100,
  email: 200,
  services: 10,
  hours: 200,
} as const;
