import { z } from 'zod';
import type { NoticeChange, NoticeCommand } from '../../domain/notices/commands.ts';
import { NOTICE_LIMITS, OUTAGE_PHASES } from '../../domain/notices/notice.ts';
import { LANGUAGES, type Language } from '../../domain/organisation/language.ts';

const TIME = 'is no instant; write it with an offset, as in 2026-12-24T10:00:00+01:00';
const TEXT = 'is neither a text nor a text for each language, as in { "sv": "…", "en": "…" }';

/** An instant with an offset, in ms. */
const instant = z.string(TIME).transform((text, context): number => {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    context.addIssue({ code: 'custom', message: TIME });
    return z.NEVER;
  }
});
const flag = z.boolean('is neither true nor false');
const id = z.string('is no id').max(100);
const ids = (most: number) => z.array(id, 'is no list of ids').max(most, `names more than ${most}`);
const services = ids(NOTICE_LIMITS.services);
const sites = ids(NOTICE_LIMITS.sites)
  .min(1, 'is empty; leave it out, or write null, for everywhere')
  .nullable();

/** A text in the organisation's first language, or one for each of its languages. */
function texts([own, ...others]: readonly [Language, ...Language[]]) {
  const one = z
    .string(TEXT)
    .trim()
    .min(1, 'is empty')
    .max(NOTICE_LIMITS.text, `is longer than ${NOTICE_LIMITS.text} characters`);
  const known = z.enum(LANGUAGES).extract([own, ...others]);
  return z.union([one.transform((text) => ({ [own]: text })), z.partialRecord(known, one)], TEXT);
}

/** What the bodies of an organisation's requests look like; the same words as in docs/notices-api.md. */
export function bodiesFor(languages: readonly [Language, ...Language[]]) {
  const text = texts(languages);
  const words = {
    title: text.default({}),
    meanwhile: text.default({}),
    routine: id.nullable().default(null),
    asksRead: flag.default(false),
  };
  const outage = z.strictObject({
    kind: z.literal('outage'),
    ...words,
    text: text.default({}),
    services: services.default([]),
    sites: sites.default(null),
    since: instant.optional(),
    long: flag.default(false),
    wait: flag.default(true),
    nextWord: instant.nullable().default(null),
  });
  const window = z.strictObject({
    kind: z.literal('maintenance'),
    ...words,
    text: text.default({}),
    shortNotice: flag.default(false),
    parts: z
      .array(
        z.strictObject({
          services: services.default([]),
          sites: sites.default(null),
          from: instant,
          to: instant,
          effect: text.default({}),
        }),
        'is no list of parts',
      )
      .max(NOTICE_LIMITS.parts, `has more than ${NOTICE_LIMITS.parts} parts`),
    support: z
      .array(
        z.strictObject({
          services: services.default([]),
          sites: sites.default(null),
          ...{ from: instant, to: instant, text: text.default({}) },
        }),
        'is no list of times',
      )
      .max(NOTICE_LIMITS.support, `has more than ${NOTICE_LIMITS.support} times`)
      .default([]),
  });
  const changes = {
    update: z.strictObject({
      text: text.optional(),
      phase: z.enum(OUTAGE_PHASES).exclude(['resolved']).optional(),
      long: flag.optional(),
      wait: flag.optional(),
      nextWord: instant.nullable().optional(),
      important: flag.default(false),
    }),
    correct: z.strictObject({
      update: z.int('is no number of an update').min(1).nullable().default(null),
      title: text.optional(),
      text: text.optional(),
      meanwhile: text.optional(),
    }),
    resolve: z.strictObject({ text: text.default({}), retrospect: text.default({}) }),
    retrospect: z.strictObject({ text }),
    recall: z.strictObject({}),
    finish: z.strictObject({ part: id.nullable().default(null), text: text.default({}) }),
    extend: z.strictObject({ part: id, to: instant, text: text.default({}) }),
    cancel: z.strictObject({ text: text.default({}) }),
  };
  return {
    draft: z.discriminatedUnion('kind', [outage, window], 'is unknown; write outage or maintenance'),
    changes,
  };
}

type Bodies = ReturnType<typeof bodiesFor>;
export type ChangeName = keyof Bodies['changes'];
export const CHANGE_NAMES = [
  ...['update', 'correct', 'resolve', 'retrospect', 'recall', 'finish', 'extend', 'cancel'],
] as readonly ChangeName[];

/** The command of a new notice. @param now in ms: an outage that does not say since when began now */
export function commandOf(draft: z.output<Bodies['draft']>, now: number): NoticeCommand {
  if (draft.kind === 'outage') {
    const { kind: _, since = now, ...rest } = draft;
    return { do: 'publish-outage', draft: { ...rest, since, proposal: null } };
  }
  const { kind: _, ...rest } = draft;
  return { do: 'publish-window', draft: { ...rest, series: null } };
}

/** The command of a change. @param body of that change, checked by `bodiesFor` */
export function changeOf(name: ChangeName, body: object): NoticeChange {
  // The bodies have the fields of the commands; a test holds each against what the domain does with it.
  return { do: name, ...body } as NoticeChange;
}
