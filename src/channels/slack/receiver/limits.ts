import { RECEIVER_LIMITS } from '../../teams/receiver/limits.ts';

/** How much the receiver of Slack takes. */
export const SLACK_RECEIVER_LIMITS = {
  /** Bytes of a request's body, and of an envelope of Socket Mode. Slack's longest message has 40,000 characters. */
  body: RECEIVER_LIMITS.body,
  /** Objects and lists within each other. Slack's deepest, a message with rich text in a view, has about 15. */
  depth: 64,
  /** How far Slack's clock and ours may be apart, in s, to either side. Source: “Verifying requests from Slack”. */
  clockSeconds: 300,
  /** Fields of a form body. Slack's commands have about 15. */
  formFields: 40,
  /** Characters of what is written at once: as many as the inbox surely has room for. */
  text: RECEIVER_LIMITS.text,
  pictures: RECEIVER_LIMITS.pictures,
  /** Characters of the name of a picture or a person. */
  name: RECEIVER_LIMITS.name,
  /** Characters of a picture's address. */
  address: RECEIVER_LIMITS.address,
  /** Fields of a form, and characters of one. */
  fields: RECEIVER_LIMITS.fields,
  field: RECEIVER_LIMITS.field,
  /** Characters of a choice's id, of a field's, and of a sign. */
  choice: RECEIVER_LIMITS.choice,
  /** Characters of a button's value, and of a view's private metadata. Source: “Block Kit”, “Views” at docs.slack.dev. */
  value: 2000,
  metadata: 3000,
  /** How long it is tried to keep an event, in ms, and how long anything may take: Slack waits for 3 s, and sends it again. */
  patienceMs: 2000,
  takeMs: 2700,
  /** The same of a command, for which the person's chat is opened first. */
  commandMs: 1200,
  /** How long the end waits for what is being kept, in ms. */
  endMs: 2000,
} as const;
