import type { Why } from '../../pace/paced.ts';
import type { Place, SlackApi } from './api.ts';
import { API_LIMITS } from './limits.ts';
import type { Workspace } from './tokens.ts';

/** Whether a message is there. */
export type Looked =
  | { readonly outcome: 'there'; readonly ts: string; readonly channel: string }
  | { readonly outcome: 'absent' }
  /** It cannot be read now. */
  | { readonly outcome: 'later'; readonly reason: string; readonly afterMs: number; readonly why?: Why }
  /** Nothing can be read in this workspace until its operator has done something. */
  | { readonly outcome: 'held'; readonly reason: string }
  /** It cannot be read at all. */
  | { readonly outcome: 'unknown'; readonly reason: string };

/** What is looked for: the id of a delivery, where it was to be written, and since when (ms since 1970 UTC). */
export interface Wanted {
  readonly delivery: string;
  readonly at: Place;
  readonly since: number;
}

/** The bot's messages all carry an id: if Slack does not show one, it may not show the one that is looked for. */
const BLIND: Looked = {
  outcome: 'unknown',
  reason:
    'Slack does not show the metadata of the bot’s messages; add the scope metadata.message:read to the app',
};

/** Looks for a delivery's message where it was to be written, in at most `API_LIMITS.pages` requests. */
export async function lookFor(
  api: Pick<SlackApi, 'history'>,
  of: Workspace,
  { delivery, at, since }: Wanted,
): Promise<Looked> {
  let cursor: string | null = null;
  let isBlind = false;
  for (let page = 0; page < API_LIMITS.pages; page += 1) {
    const read = await api.history(of, at, since - API_LIMITS.skewMs, cursor);
    if (read.outcome === 'retry') return { ...read, outcome: 'later' };
    if (read.outcome === 'failed' && read.about === 'installation')
      return { outcome: 'held', reason: read.reason };
    if (read.outcome !== 'page') return { outcome: 'unknown', reason: read.reason };
    const message = read.messages.find((each) => each.delivery === delivery);
    if (message !== undefined) return { outcome: 'there', ts: message.ts, channel: at.channel };
    isBlind ||= read.isBlind;
    if (read.next === null) return isBlind ? BLIND : { outcome: 'absent' };
    cursor = read.next;
  }
  return { outcome: 'unknown', reason: `more than ${API_LIMITS.pages} pages were written since` };
}
