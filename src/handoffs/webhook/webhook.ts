import type { Clock } from '../../ports/clock.ts';
import type { Handoff, HandoffLetter, HandoffReceipt, HandoffTry } from '../../ports/handoff.ts';
import type { Sending } from '../../ports/sender.ts';
import type { Json } from '../../ports/store/json.ts';
import { type Answered, ask, NoAnswerError } from '../ask.ts';
import { signatureOf } from './sign.ts';

/** A system of a supplier, and the secret that it shares with us. */
export interface WebhookAccount {
  readonly address: string;
  /** By which secret it is signed, for whoever replaces one. */
  readonly key: string;
  readonly secret: string;
}

/**
 * Orders to a system of the supplier. Each request carries a key by which a repetition is known (`Idempotency-Key`), so what
 * seemed lost is sent again.
 */
export class WebhookHandoff implements Handoff {
  readonly #account: WebhookAccount;
  readonly #clock: Clock;

  constructor(account: WebhookAccount, clock: Clock) {
    this.#account = account;
    this.#clock = clock;
  }

  async hand(letter: HandoffLetter, before: HandoffTry): Promise<Sending> {
    const body = bodyOf(letter);
    const seconds = Math.floor(this.#clock.now().epochMilliseconds / 1000);
    const { address, key, secret } = this.#account;
    try {
      const answer = await ask(new URL(address), {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Idempotency-Key': keyOf(letter),
          'Driftvakt-Key': key,
          'Driftvakt-Timestamp': String(seconds),
          'Driftvakt-Signature': `v1=${signatureOf(secret, seconds, body)}`,
        },
        body,
      });
      return sendingOf(answer, before);
    } catch (cause) {
      if (!(cause instanceof NoAnswerError)) throw cause;
      const isOpen = cause.sent || before.unsure;
      const reason = `the supplier’s system does not answer (${cause.code})`;
      return { outcome: 'retry', reason, afterMs: 0, ...(isOpen && { doubt: 'open' as const }) };
    }
  }

  async settle(): Promise<Sending> {
    const reason = 'the service stopped while the supplier’s system was being asked';
    return { outcome: 'retry', reason, afterMs: 0, doubt: 'open' };
  }
}

function keyOf({ organisation, order, name }: HandoffLetter): string {
  return `${organisation}/${order}/${name}`;
}

/** The same at every try. */
function bodyOf(letter: HandoffLetter): string {
  const { organisation, order, word, supplier, language, subject, brief, text, reporter, pictures } = letter;
  return JSON.stringify({
    ...{ version: 1, id: keyOf(letter), organisation, order, word, supplier: supplier.contact, language },
    ...{ subject, brief, text, reporter, pictures },
    at: Temporal.Instant.fromEpochMilliseconds(letter.at).toString(),
  });
}

const LOGIN =
  'the supplier’s system refuses our signature: look at the key and secret in DRIFTVAKT_WEBHOOK_…, and at both clocks';

function sendingOf(answer: Answered, before: HandoffTry): Sending {
  const { status, retryAfterMs } = answer;
  const reason = `the supplier’s system answered ${status}`;
  // 409: it has it already.
  if ((status >= 200 && status < 300) || status === 409)
    return { outcome: 'sent', receipt: receiptIn(answer) as unknown as Json };
  if (status === 401 || status === 403)
    return { outcome: 'failed', reason: `${LOGIN} (${status})`, cause: 'login' };
  if (status === 429 || status === 408 || status >= 500) {
    const isOpen = status !== 429 || before.unsure;
    return {
      outcome: 'retry',
      reason,
      afterMs: retryAfterMs ?? 0,
      ...(isOpen && { doubt: 'open' as const }),
    };
  }
  return { outcome: 'failed', reason, cause: 'refused' };
}

/** `{ "reference": "…", "url": "https://…", "confirmed": true }`, if the system says so. */
function receiptIn({ body }: Answered): HandoffReceipt {
  const { reference, url, confirmed } = fieldsIn(body);
  const address = typeof url === 'string' && URL.canParse(url) && url.startsWith('https://') ? url : null;
  return {
    reference: typeof reference === 'string' && reference !== '' ? reference.slice(0, 60) : null,
    url: address?.slice(0, 500) ?? null,
    ...{ confirms: confirmed === true, lost: [] },
  };
}

function fieldsIn(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
