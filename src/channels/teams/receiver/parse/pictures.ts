import { z } from 'zod';
import type { Picture } from '../../../../domain/reports/report.ts';
import { RECEIVER_LIMITS } from '../limits.ts';

const PICTURE = /^(png|jpe?g|gif|webp|bmp|heic)$/i;

const address = z.url({ protocol: /^https?$/ }).max(RECEIVER_LIMITS.address);
const name = z.string().optional().catch(undefined);
const inline = z.object({ contentType: z.string().regex(/^image\//i), contentUrl: address, name });
const file = z.object({
  contentType: z.literal('application/vnd.microsoft.teams.file.download.info'),
  content: z.object({ downloadUrl: address, fileType: z.string().regex(PICTURE) }),
  name,
});

/** The pictures of a message: those pasted into it, and files that are pictures. Their addresses need fetching soon. */
export function picturesOf(attachments: readonly unknown[]): readonly Picture[] {
  return attachments
    .map(pictureFrom)
    .filter((picture) => picture !== null)
    .slice(0, RECEIVER_LIMITS.pictures);
}

function pictureFrom(attachment: unknown): Picture | null {
  const pasted = inline.safeParse(attachment).data;
  if (pasted !== undefined) return picture(pasted.name, pasted.contentUrl);
  const sent = file.safeParse(attachment).data;
  return sent === undefined ? null : picture(sent.name, sent.content.downloadUrl);
}

function picture(named: string | undefined, url: string): Picture {
  return { name: (named ?? '').slice(0, RECEIVER_LIMITS.name).toWellFormed(), address: url.toWellFormed() };
}
