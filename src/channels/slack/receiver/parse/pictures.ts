import { z } from 'zod';
import type { Picture } from '../../../../domain/reports/report.ts';
import { SLACK_RECEIVER_LIMITS } from '../limits.ts';
import { words } from './shapes.ts';

/** A file that can be fetched with the bot's token. Deleted ones, and some of other organisations, have no address. */
const file = z.object({
  mimetype: z.string().regex(/^image\//i),
  url_private: z.url({ protocol: /^https?$/ }).max(SLACK_RECEIVER_LIMITS.address),
  name: words,
});

/** The pictures among a message's files. */
export function picturesOf(files: readonly unknown[]): readonly Picture[] {
  return files
    .slice(0, 100)
    .flatMap((one) => file.safeParse(one).data ?? [])
    .slice(0, SLACK_RECEIVER_LIMITS.pictures)
    .map(({ name, url_private }) => ({
      name: (name ?? '').slice(0, SLACK_RECEIVER_LIMITS.name).toWellFormed(),
      address: url_private.toWellFormed(),
    }));
}
