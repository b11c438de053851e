import { z } from 'zod';
import { RECEIVER_LIMITS } from '../limits.ts';
import type { Activity } from './activity.ts';

const mention = z.object({
  type: z.literal('mention'),
  text: z.string().regex(/^<at\b/i),
  mentioned: z.object({ id: z.string(), name: z.string().optional().catch(undefined) }),
});

/** Somebody who was mentioned. */
export interface Mention {
  /** As it stands in the text: `<at>Anna Berg</at>`. */
  readonly text: string;
  /** What stands there for whoever reads: the name, and nothing for the bot, which knows that it is meant. */
  readonly shown: string;
}

/** Who is mentioned, in the order of the text. */
export function mentionsOf({
  entities,
  recipient,
}: Pick<Activity, 'entities' | 'recipient'>): readonly Mention[] {
  return entities
    .map((entity) => mention.safeParse(entity).data)
    .filter((found) => found !== undefined)
    .slice(0, RECEIVER_LIMITS.mentions)
    .map(({ text, mentioned: { id, name } }) => ({
      text,
      shown: id === recipient.id ? '' : nameFrom(name ?? text),
    }));
}

/** A text with its mentions as they are shown. */
export function withMentions(text: string, mentions: readonly Mention[]): string {
  return mentions.reduce((told, { text: marked, shown }) => told.split(marked).join(shown), text);
}

function nameFrom(text: string): string {
  return text
    .replace(/<[^<>]*>/g, '')
    .replace(/[<>&]/g, '')
    .slice(0, RECEIVER_LIMITS.name);
}
