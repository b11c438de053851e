import { z } from 'zod';
import type { Happening, Speaker } from '../../conversation/event.ts';
import { LANGUAGES, type Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Inbound } from '../../runtime/inbound.ts';
import { Refusal } from './exchange.ts';
import { PLAYGROUND_LIMITS } from './wire.ts';

const NAME = /^[A-Za-z0-9_-]{1,64}$/;
const PICTURE = /^data:image\/(png|jpeg|webp|gif);base64,[A-Za-z0-9+/]+=*$/;
const name = z.string().regex(NAME, 'must be 1 to 64 letters, digits, "-" or "_"');
const id = z.string().max(200).nullable();

const picture = z.strictObject({
  name: z.string().max(200),
  address: z
    .string()
    .max(
      PLAYGROUND_LIMITS.picture,
      `is too large: a picture's address has at most ${PLAYGROUND_LIMITS.picture} characters`,
    )
    .regex(PICTURE, 'must be a PNG, JPEG, WebP or GIF picture as a data: address in base64'),
});

const happening = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('said'),
    text: z.string().max(PLAYGROUND_LIMITS.text),
    pictures: z.array(picture).max(PLAYGROUND_LIMITS.pictures).default([]),
  }),
  z.strictObject({
    kind: z.literal('pressed'),
    choice: z.string().min(1).max(200),
    fields: z
      .record(z.string().max(200), z.string().max(PLAYGROUND_LIMITS.field))
      .refine((fields) => Object.keys(fields).length <= PLAYGROUND_LIMITS.fields, 'has too many fields')
      .default({}),
  }),
  z.strictObject({ kind: z.literal('came') }),
  z.strictObject({ kind: z.literal('due') }),
]);

const event = z.strictObject({
  id: name,
  organisation: z.string().max(200),
  user: name,
  desk: z.boolean().default(false),
  locale: z.enum(LANGUAGES).nullable().default(null),
  role: id.default(null),
  site: id.default(null),
  ahead: z.int().min(-PLAYGROUND_LIMITS.ahead).max(PLAYGROUND_LIMITS.ahead).default(0),
  what: happening,
});

/** What a page asked to be taken in. */
export interface AskedEvent {
  readonly playbook: Playbook;
  readonly inbound: Inbound;
}

/**
 * Checks an event from a page.
 * @throws Refusal naming each field that is wrong
 */
export function eventFrom(body: unknown, playbooks: ReadonlyMap<string, Playbook>): AskedEvent {
  const { organisation, user, desk, locale, role, site, ...asked } = checked(event, body);
  const playbook = playbookCalled(playbooks, organisation);
  // A contact is a role too: it can be tried what its holder gets.
  assertKnown('role', role, new Map<string, unknown>([...playbook.roles, ...playbook.contacts]));
  assertKnown('site', site, playbook.sites);
  const conversation = conversationOf({ organisation, user, desk });
  const from: Speaker = { user, desk, locale, role, site };
  return {
    playbook,
    inbound: {
      id: `${conversation}/${asked.id}`,
      organisation,
      conversation,
      from,
      what: asked.what as Happening,
      ahead: asked.ahead,
    },
  };
}

/** Whose conversation is meant. */
export interface AskedConversation {
  readonly organisation: string;
  readonly user: string;
  readonly desk: boolean;
}

/** A conversation with how much of it, and what else, is asked for. */
export interface AskedStretch extends AskedConversation {
  readonly playbook: Playbook;
  readonly limit: number | undefined;
  /** Whether to tell, too, that something came to IT's desk. */
  readonly withDesk: boolean;
}

const conversation = z.object({
  organisation: z.string().max(200),
  user: name,
  desk: z.enum(['true', 'false'], 'must be true or false').default('false'),
  'with-desk': z.enum(['true', 'false'], 'must be true or false').default('false'),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a number')
    .transform(Number)
    .optional(),
});

/** Checks the query of transcript and stream. */
export function conversationFrom(
  query: URLSearchParams,
  playbooks: ReadonlyMap<string, Playbook>,
): AskedStretch {
  const asked = checked(conversation, Object.fromEntries(query));
  const playbook = playbookCalled(playbooks, asked.organisation);
  return {
    ...asked,
    limit: asked.limit,
    desk: asked.desk === 'true',
    withDesk: asked['with-desk'] === 'true',
    playbook,
  };
}

/** The name under which a conversation is kept. */
export function conversationOf({ organisation, user, desk }: AskedConversation): string {
  return desk ? `desk/${organisation}` : `web/${organisation}/${user}`;
}

/** The playbook of an organisation, or what may be chosen. */
export function playbookCalled(playbooks: ReadonlyMap<string, Playbook>, organisation: string): Playbook {
  const playbook = playbooks.get(organisation);
  if (playbook === undefined)
    throw new Refusal(400, `organisation: unknown; choose one of ${[...playbooks.keys()].join(', ')}`);
  return playbook;
}

/** A language of ours, else English. */
export function languageCalled(language: string | null): Language {
  return LANGUAGES.find((known) => known === language) ?? 'en';
}

function assertKnown(field: string, value: string | null, known: ReadonlyMap<string, unknown>): void {
  if (value === null || known.has(value)) return;
  const choose = known.size === 0 ? 'there are none here' : `choose one of ${[...known.keys()].join(', ')}`;
  throw new Refusal(400, `${field}: unknown; ${choose}`);
}

function checked<Shape extends z.ZodType>(shape: Shape, value: unknown): z.output<Shape> {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  throw new Refusal(400, faults.join('; '));
}
