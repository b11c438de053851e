import { createTransport } from 'nodemailer';
import type { Outgoing, Post, Posted } from '../../ports/post.ts';
import { slots } from '../slots.ts';
import { MAIL_LIMITS } from './limits.ts';

/**
 * Each letter has a connection of its own, which ends with it: when one breaks, nodemailer says only that it broke, and
 * whether all of the letter had been written by then is seen from what its connection logs.
 * @param from whom letters come from, `Name <address>`
 */
export function smtpPost(server: string, from: string): Post {
  const inSlot = slots(MAIL_LIMITS.connections);
  return {
    async send(letter, begin) {
      const patience = AbortSignal.timeout(MAIL_LIMITS.patienceMs);
      const posted = await inSlot(
        async () => ((await begin?.()) === false ? HELD_BACK : sendOne(server, from, letter)),
        patience,
      );
      return posted ?? { outcome: 'later', reason: 'other letters go first' };
    },
  };
}

const HELD_BACK: Posted = { outcome: 'later', reason: 'it is in other hands, or not wanted any more' };

async function sendOne(server: string, from: string, letter: Outgoing): Promise<Posted> {
  let isWritten = false;
  const transport = createTransport({
    ...{ url: server, disableFileAccess: true, disableUrlAccess: true },
    connectionTimeout: MAIL_LIMITS.patienceMs,
    greetingTimeout: MAIL_LIMITS.patienceMs,
    socketTimeout: MAIL_LIMITS.patienceMs,
    logger: watching(() => {
      isWritten = true;
    }),
  });
  try {
    await transport.sendMail(envelope(from, letter));
    return { outcome: 'sent' };
  } catch (cause) {
    return outcomeOf(cause as SmtpFault, isWritten);
  } finally {
    transport.close();
  }
}

/** Hears when the last byte of the letter was written; what else is logged may quote it, and goes nowhere. */
function watching(written: () => void) {
  const hear = (...words: readonly unknown[]): void => {
    const [entry] = words;
    if (typeof entry === 'object' && entry !== null && 'tnx' in entry && entry.tnx === 'message') written();
  };
  const level = (): void => undefined;
  return { level, trace: hear, debug: hear, info: hear, warn: hear, error: hear, fatal: hear };
}

function envelope(from: string, letter: Outgoing) {
  const { to, subject, text, html, messageId, inReplyTo, unsubscribe } = letter;
  const { wanted = false, replyTo = [], attachments = [] } = letter;
  return {
    ...{ from, to: { name: '', address: to }, subject, text, html, messageId },
    ...(inReplyTo !== null && { inReplyTo, references: inReplyTo }),
    ...(replyTo.length > 0 && { replyTo: replyTo.map((address) => ({ name: '', address })) }),
    attachments: attachments.map(({ name, type, bytes }) => ({
      ...{ filename: name, contentType: type, content: Buffer.from(bytes) },
    })),
    headers: {
      // No machine is to answer (RFC 3834).
      ...(!wanted && { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }),
      ...(unsubscribe !== null && {
        'List-Unsubscribe': `<${unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  };
}

/** What nodemailer says of a failure. */
interface SmtpFault {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

const LOGIN = 'the mail server refuses us: look at the user and password in DRIFTVAKT_SMTP_URL';

/** By the server's answer where there is one, else by how far it had come. Never the words of the server: they may quote. */
function outcomeOf({ code = 'fault', command = '', responseCode }: SmtpFault, isWritten: boolean): Posted {
  if (code === 'EAUTH') return { outcome: 'retry', reason: LOGIN, held: true };
  if (responseCode !== undefined) return answered(responseCode, command);
  if (isWritten)
    return {
      outcome: 'ambiguous',
      reason: `the mail server did not say whether it took the letter (${code})`,
    };
  return { outcome: 'retry', reason: `the mail server cannot be reached (${code})`, held: code === 'ETLS' };
}

function answered(status: number, command: string): Posted {
  const step = command === '' ? '' : ` at ${command}`;
  const reason = `the mail server answered ${status}${step}`;
  if (status === 530 || status === 535) return { outcome: 'retry', reason: LOGIN, held: true };
  if (status >= 500) return { outcome: 'failed', reason };
  return { outcome: 'retry', reason, held: false };
}
