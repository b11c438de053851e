import { z } from 'zod';
import { cleanText, cut } from '../../../../conversation/plain-text/clean.ts';
import { REPORT_LIMITS } from '../../../../domain/reports/report.ts';
import { INVOKE_LIMITS } from '../../invokes/limits.ts';
import { RECEIVER_LIMITS } from '../limits.ts';
import type { Activity } from './activity.ts';
import { textOfHtml } from './html.ts';

const words = z.string().optional().catch(undefined);
const sign = z.string().min(1).max(RECEIVER_LIMITS.choice);
const withData = z.object({ data: z.record(z.string(), z.unknown()) });

const opening = z.object({ dialog: sign, of: sign, on: sign });
/** A button that opens a dialog: the choice that sends it, whose it is, and the key of its message. */
export type Opening = z.output<typeof opening>;

/** The button that asks for a dialog (`task/fetch`); null if it is none of ours. */
export function openingOf({ value }: Pick<Activity, 'value'>): Opening | null {
  return opening.safeParse(withData.safeParse(value).data?.data).data ?? null;
}

/**
 * What a dialog sends (`task/submit`), as the message that the same button of a card would send, so that both mean the
 * same. Where Teams does not say on which message the dialog was opened, its key stands for it.
 */
export function submittedDialog(activity: Activity): Activity | null {
  const { data } = withData.safeParse(activity.value).data ?? {};
  const on = sign.safeParse(data?.on).data;
  if (data === undefined || on === undefined || 'dialog' in data) return null;
  const entries = Object.entries(data).map(([key, value]) => [key, isBlank(value) ? '' : value]);
  const value = Object.fromEntries(entries) as unknown;
  return { ...activity, type: 'message', value, replyToId: activity.replyToId ?? on };
}

/** An option for nothing has a space for its value (data/form.ts). */
function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}

const query = z.object({
  commandId: z.literal('who'),
  parameters: z.array(z.unknown()).default([]).catch([]),
  queryOptions: z.object({ skip: z.number() }).optional().catch(undefined),
});
const parameter = z.object({ name: z.literal('query'), value: z.string() });

/** What is searched for among those to call: some words, possibly none, and how many results are there already. */
export interface Query {
  readonly text: string;
  readonly skip: number;
}

/** Null if something else is searched for. */
export function queryOf({ value }: Pick<Activity, 'value'>): Query | null {
  const { data } = query.safeParse(value);
  if (data === undefined) return null;
  const [first] = data.parameters.flatMap((one) => parameter.safeParse(one).data ?? []);
  const text = (first?.value ?? '').slice(0, INVOKE_LIMITS.query).toWellFormed().trim();
  return { text, skip: data.queryOptions?.skip ?? 0 };
}

const somebody = z.object({ displayName: words }).nullish().catch(null);
const command = z.object({
  commandId: z.literal('report'),
  data: z.unknown().optional(),
  messagePayload: z.unknown().optional(),
});
const payload = z.object({
  id: z.string().min(1).max(RECEIVER_LIMITS.platformId),
  subject: words,
  body: z.object({ contentType: words, content: z.string() }).optional().catch(undefined),
  from: z.object({ user: somebody, application: somebody }).optional().catch(undefined),
  linkToMessage: words,
  mentions: z.array(z.unknown()).default([]).catch([]),
});

/** A message that somebody reports as a fault, its text at most as long as a report. What Teams does not say is empty. */
export interface Reported {
  /** Its id in its conversation. */
  readonly id: string;
  readonly text: string;
  readonly author: string;
  readonly link: string;
}

const confirmed = z.object({
  reported: z.object({
    id: z.string().min(1).max(RECEIVER_LIMITS.platformId),
    text: z.string(),
    author: z.string(),
    link: z.string(),
  }),
});

/** The message that a command is about: as it was shown and confirmed, else as Teams tells it. Null: no command of ours. */
export function reportedIn({ value, recipient }: Activity): Reported | 'nothing' | null {
  const { data } = command.safeParse(value);
  if (data === undefined) return null;
  const before = confirmed.safeParse(data.data).data?.reported;
  const told = payload.safeParse(data.messagePayload).data;
  const reported = before ?? (told === undefined ? null : messageFrom(told, recipient.id));
  if (reported === null) return 'nothing';
  const { id, text, author, link } = reported;
  const clean = {
    id: id.toWellFormed(),
    text: cut(cleanText(text.slice(0, RECEIVER_LIMITS.text)).trim(), REPORT_LIMITS.text),
    author: cleanText(author.slice(0, RECEIVER_LIMITS.name)).replace(/\s+/g, ' ').trim(),
    link: linkFrom(link),
  };
  return clean.text === '' && clean.link === '' ? 'nothing' : clean;
}

function messageFrom(told: z.output<typeof payload>, bot: string): Reported {
  const { id, subject, body, from, linkToMessage } = told;
  const content = body?.content ?? '';
  const text = body?.contentType === 'text' ? content : textOfHtml(withoutBot(content, told, bot), []);
  return {
    id,
    text: [subject ?? '', text].filter((part) => part.trim() !== '').join('\n'),
    author: from?.user?.displayName ?? from?.application?.displayName ?? '',
    link: linkToMessage ?? '',
  };
}

const mention = z.object({
  id: z.union([z.number(), z.string()]).transform(String),
  mentioned: z.object({ application: z.object({ id: z.string() }) }),
});
const MENTION = /<at\b[^<>]*\bid="(\d{1,3})"[^<>]*>[^<>]*<\/at>/gi;

/** Mentions are names, but for the bot's own, which is nothing that was said about the fault. */
function withoutBot(html: string, { mentions }: z.output<typeof payload>, bot: string): string {
  const own = mentions
    .flatMap((one) => mention.safeParse(one).data ?? [])
    .filter(({ mentioned }) => mentioned.application.id === bot.replace(/^28:/, ''))
    .map(({ id }) => id);
  return html.replace(MENTION, (whole, id: string) => (own.includes(id) ? '' : whole));
}

const HOSTS = /^(?:[a-z0-9-]+\.)*teams\.(?:microsoft\.(?:com|us)|cloud\.microsoft)$/;

/** A link into Teams; empty for every other, and for what is too long. */
function linkFrom(link: string): string {
  if (link.length > INVOKE_LIMITS.link || !URL.canParse(link)) return '';
  const { protocol, hostname, username, password, port, href } = new URL(link);
  const isPlain = username === '' && password === '' && port === '';
  return protocol === 'https:' && isPlain && HOSTS.test(hostname) ? href : '';
}
