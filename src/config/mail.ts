import { z } from 'zod';

/** Mail is off, or goes through a server. */
export type MailSetup =
  | { readonly kind: 'off'; readonly reason: string }
  | { readonly kind: 'smtp'; readonly server: string; readonly from: string };

const SERVER =
  'is no address of a mail server; write smtps://user:password@mail.example.org, or smtp:// for one that encrypts by STARTTLS';
const FROM = 'is no sender; write Driftvakt <drift@example.org>';

export const mailVariables = z.object({
  DRIFTVAKT_SMTP_URL: z
    .string()
    .refine(
      (text) => /^smtps?:$/.test(URL.parse(text)?.protocol ?? '') && URL.parse(text)?.hostname !== '',
      SERVER,
    )
    .optional(),
  DRIFTVAKT_MAIL_FROM: z
    .string()
    .max(300, FROM)
    .regex(/^(?:[^<>"\r\n]{1,100} <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, FROM)
    .optional(),
});

export function mailSetup({
  DRIFTVAKT_SMTP_URL,
  DRIFTVAKT_MAIL_FROM,
}: z.output<typeof mailVariables>): MailSetup {
  if (DRIFTVAKT_SMTP_URL === undefined || DRIFTVAKT_MAIL_FROM === undefined)
    return { kind: 'off', reason: 'DRIFTVAKT_SMTP_URL is not set' };
  return { kind: 'smtp', server: DRIFTVAKT_SMTP_URL, from: DRIFTVAKT_MAIL_FROM };
}

/** What is set up by half. */
export function mailFaults(set: Readonly<Record<string, string | undefined>>, production: boolean): string[] {
  const [server, from] = [set.DRIFTVAKT_SMTP_URL, set.DRIFTVAKT_MAIL_FROM];
  if (server === undefined && from === undefined) return [];
  return [
    server === undefined && 'DRIFTVAKT_SMTP_URL is not set, but DRIFTVAKT_MAIL_FROM is: set both, or neither',
    from === undefined && 'DRIFTVAKT_MAIL_FROM is not set, but DRIFTVAKT_SMTP_URL is: set both, or neither',
    production &&
      set.DRIFTVAKT_PUBLIC_URL === undefined &&
      'DRIFTVAKT_PUBLIC_URL is not set: letters hold links that must lead here',
    production &&
      set.DRIFTVAKT_LINK_SECRET === undefined &&
      'DRIFTVAKT_LINK_SECRET is not set: the links in letters cannot be proven without it',
  ].filter((fault) => typeof fault === 'string');
}
