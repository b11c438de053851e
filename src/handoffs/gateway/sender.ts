import type { Message } from '../../conversation/messages.ts';
import { cut } from '../../conversation/plain-text/clean.ts';
import { plainText } from '../../conversation/plain-text/plain-text.ts';
import type { Language } from '../../domain/organisation/language.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Begin, MessageBody, Sender, Sending } from '../../ports/sender.ts';
import type { Delivery } from '../../ports/store/outbox.ts';
import { signatureOf } from '../webhook/sign.ts';

/** Whom the gateway is to reach. */
export interface GatewayTo {
  /** Where the gateway takes it. */
  readonly address: string;
  readonly contact: string;
  readonly role: string;
  /** In international form. */
  readonly phone: string;
}

export interface GatewayParts {
  readonly secret: string;
  readonly clock: Clock;
  /** Whom a destination belongs to; null: nobody any more. */
  readonly to: (organisation: string, destination: string, language: Language) => GatewayTo | null;
}

export const GATEWAY_LIMITS = {
  /** Characters of what is to be said or written; a gateway makes a few SMS of it. */
  text: 600,
  /** How long the gateway may take to answer, in ms. */
  patienceMs: 15_000,
} as const;

/** What shows that no connection was there: then nothing of it arrived. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);

const LOGIN =
  'the gateway refuses our signature: look at DRIFTVAKT_GATEWAY_SECRET, and at both clocks (answered ';

/**
 * Pings through a gateway for SMS and voice: JSON, signed. Each has an id by which a repetition is known
 * (`Idempotency-Key`), so what seemed lost is sent again.
 */
export class GatewaySender implements Sender {
  readonly isBlind = true;
  readonly #parts: GatewayParts;

  constructor(parts: GatewayParts) {
    this.#parts = parts;
  }

  async send(delivery: Delivery, begin?: Begin): Promise<Sending> {
    if (delivery.kind !== 'message') return { outcome: 'skipped', reason: 'a call cannot be changed' };
    // Written by the runtime from the same type.
    const { organisation, conversation, reply } = delivery.body as unknown as MessageBody;
    const to = this.#parts.to(organisation, conversation, reply.message.language);
    if (to === null) return { outcome: 'skipped', reason: 'nobody is reached here any more' };
    const id = `${conversation}/${reply.key}`;
    if ((await begin?.()) === false)
      return { outcome: 'later', reason: 'it is in other hands, or not wanted any more', afterMs: 0 };
    const { address, ...who } = to;
    return this.#post(address, id, {
      ...{ version: 1, id, organisation, ...who, language: reply.message.language },
      // Whoever has it, or that it is over: the gateway stops calling for what it replaces.
      kind: reply.replaces === null ? 'ping' : 'over',
      replaces: reply.replaces === null ? null : `${conversation}/${reply.replaces}`,
      ...{ reference: referenceOf(reply.message), text: cut(plainText(reply.message), GATEWAY_LIMITS.text) },
    });
  }

  /** It is sent again: the gateway knows what it has. */
  async settle(): Promise<Sending> {
    const reason = 'the service stopped while the gateway was being asked';
    return { outcome: 'retry', reason, afterMs: 0, doubt: 'open' };
  }

  async #post(address: string, id: string, content: object): Promise<Sending> {
    const { secret, clock } = this.#parts;
    const body = JSON.stringify(content);
    const seconds = Math.floor(clock.now().epochMilliseconds / 1000);
    try {
      const { status, headers } = await fetch(address, {
        ...{ method: 'POST', body, redirect: 'manual' },
        signal: AbortSignal.timeout(GATEWAY_LIMITS.patienceMs),
        headers: {
          ...{ 'Content-Type': 'application/json', 'Idempotency-Key': id },
          ...{ 'Driftvakt-Timestamp': String(seconds) },
          'Driftvakt-Signature': `v1=${signatureOf(secret, seconds, body)}`,
        },
      });
      return answered(status, headers.get('retry-after'));
    } catch (cause) {
      const code = codeOf(cause);
      const doubt = NOT_SENT.has(code) ? {} : { doubt: 'open' as const };
      return { outcome: 'retry', reason: `the gateway does not answer (${code})`, afterMs: 0, ...doubt };
    }
  }
}

function answered(status: number, retryAfter: string | null): Sending {
  const reason = `the gateway answered ${status}`;
  // 409: it has it already.
  if ((status >= 200 && status < 300) || status === 409) return { outcome: 'sent', receipt: null };
  if (status === 401 || status === 403) return { outcome: 'failed', reason: `${LOGIN}${status})` };
  if (status !== 429 && status !== 408 && status < 500) return { outcome: 'failed', reason };
  const afterMs = /^\d{1,6}$/.test(retryAfter ?? '') ? Number(retryAfter) * 1000 : 0;
  return { outcome: 'retry', reason, afterMs, ...(status !== 429 && { doubt: 'open' as const }) };
}

function referenceOf(message: Message): string | null {
  return message.kind === 'receipt' ? message.reference : null;
}

function codeOf(cause: unknown): string {
  for (let each: unknown = cause; each instanceof Error; each = each.cause) {
    if ('code' in each && typeof each.code === 'string') return each.code;
    if (each.name === 'TimeoutError') return 'TIMEOUT';
  }
  return 'FAULT';
}
