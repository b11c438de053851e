import type { Message } from '../../conversation/messages.ts';

/** Makes the keys of links, and checks them. */
export interface Keys {
  keyFor(page: string, of: string): string;
  opens(page: string, of: string, key: string | null): boolean;
}

const CONFIRM = 'mail-confirm';
const UNSUBSCRIBE = 'mail-unsubscribe';
const ADDRESS = 'mail-address';
/** So long a link that confirms an address is good, in ms. */
export const CONFIRM_MS = 48 * 3_600_000;

/** The links that stand in letters, and what opens behind them. */
export class MailLinks {
  readonly #base: () => string;
  readonly #keys: Keys;

  /** @param base where people reach the service, such as `https://bot.example.org/` */
  constructor(base: () => string, keys: Keys) {
    this.#base = base;
    this.#keys = keys;
  }

  /** The conversation of an address: a name that tells nobody the address. */
  conversationOf(organisation: string, address: string): string {
    return `mail/${organisation}/${this.#keys.keyFor(ADDRESS, `${organisation}/${address.toLowerCase()}`)}`;
  }

  /** @param at when it was asked for, in ms since 1970 UTC */
  confirm(organisation: string, conversation: string, at: number): string {
    const url = this.#page('confirm', organisation, conversation);
    url.searchParams.set('at', String(at));
    url.searchParams.set('key', this.#keys.keyFor(CONFIRM, `${conversation}/${at}`));
    return url.href;
  }

  unsubscribe(organisation: string, conversation: string): string {
    const url = this.#page('unsubscribe', organisation, conversation);
    url.searchParams.set('key', this.#keys.keyFor(UNSUBSCRIBE, conversation));
    return url.href;
  }

  /** The conversation that a link confirms; `late` if it is too old; null if it is none of ours. */
  confirmed(organisation: string, query: URLSearchParams, now: number): string | 'late' | null {
    const conversation = conversationIn(organisation, query);
    const at = query.get('at') ?? '';
    if (!/^\d{1,16}$/.test(at) || !this.#keys.opens(CONFIRM, `${conversation}/${at}`, query.get('key')))
      return null;
    return now - Number(at) > CONFIRM_MS ? 'late' : conversation;
  }

  /** The conversation that a link ends; null if it is none of ours. */
  ended(organisation: string, query: URLSearchParams): string | null {
    const conversation = conversationIn(organisation, query);
    return this.#keys.opens(UNSUBSCRIBE, conversation, query.get('key')) ? conversation : null;
  }

  /** The addresses of ours that stand in a message. */
  in(message: Message): readonly string[] {
    const base = this.#base();
    const found = JSON.stringify(message).match(/https?:\/\/[^\s"\\<>]+/g) ?? [];
    return [...new Set(found.filter((address) => address.startsWith(base)))];
  }

  #page(page: string, organisation: string, conversation: string): URL {
    const url = new URL(`/status/${organisation}/${page}`, this.#base());
    url.searchParams.set('who', conversation.split('/')[2] ?? '');
    return url;
  }
}

function conversationIn(organisation: string, query: URLSearchParams): string {
  return `mail/${organisation}/${(query.get('who') ?? '').slice(0, 100)}`;
}
