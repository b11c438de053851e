/** Limits of a playbook; every one is stated in docs/playbook.md. */
export const LIMITS = {
  /** Bytes of one file. */
  fileBytes: 512 * 1024,
  idLength: 40,
  /** Characters of a name or a role. */
  nameLength: 80,
  /** Characters of any longer text. */
  textLength: 600,
  /** Entries of one section or list. */
  entries: 2000,
  /** Contacts in one escalation step. */
  stepContacts: 20,
  /** Steps of one policy. */
  steps: 20,
  aliases: 60,
} as const;
