/** How much the receiver takes. */
export const RECEIVER_LIMITS = {
  /** Bytes of a request's body. Teams sends about 30 KB for its longest message; the rest is room for its HTML twin. */
  body: 262_144,
  /** Characters of what is written at once: as many as the inbox surely has room for. */
  text: 100_000,
  /** Pictures of one message. */
  pictures: 10,
  mentions: 50,
  /** Characters of the name of a picture or a person. */
  name: 200,
  /** Characters of a picture's address. */
  address: 4000,
  /** Fields of a form, and characters of one. */
  fields: 40,
  field: 4000,
  /** Characters of a choice's id, and of a field's. */
  choice: 200,
  /** Characters of an id of Teams' own. */
  platformId: 1000,
  /** How long the channel's keys may take to come, in ms; Teams waits for 15 s, and pictures are fetched after that. */
  keysMs: 6000,
  /** How long it is tried to keep an activity, in ms: Teams waits for 15 s, and is not known to send again what was refused. */
  patienceMs: 9000,
  /** How far the channel's clock may be off, in s: as much as botbuilder allows. */
  clockSeconds: 300,
  /** How long a token that was proven counts as proven, in ms, and how many are remembered. */
  provenMs: 300_000,
  proven: 1000,
} as const;
