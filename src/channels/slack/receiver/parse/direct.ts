import type { Happening } from '../../../../conversation/event.ts';
import { cut } from '../../../../conversation/plain-text/clean.ts';
import { REPORT_LIMITS } from '../../../../domain/reports/report.ts';
import type { Inbound } from '../../../../runtime/inbound.ts';
import type { SlackOrganisations } from '../../organisations.ts';
import { signsIn } from './ids.ts';
import type { Direct, Reported } from './outcome.ts';
import { type Placed, placedIn } from './placed.ts';

/** The person's own conversation with the bot. @param chat the channel of it (`conversations.open`) */
export function placedDirect(
  { actor, organisation }: Pick<Direct, 'actor' | 'organisation'>,
  chat: string,
  organisations: SlackOrganisations,
): Placed {
  return placedIn(actor, { channel: chat, thread: null }, organisation, organisations);
}

/** What was done, as an event of that conversation. One message is reported once by one person. */
export function directInbound({ id, deed }: Direct, placed: Placed, what: Happening): Inbound {
  const { organisation, conversation, from, reach } = placed;
  const signs =
    deed.kind === 'report' ? [`reported/${deed.reported.channel}/${deed.reported.ts}`] : ([] as const);
  return {
    ...{ id, organisation, conversation, from, reach, what, ahead: 0 },
    ...(signs.length > 0 && { dedupeKeys: signsIn(conversation, signs) }),
  };
}

/**
 * A reported message's words, and a last line that says whose they are and where they stand; it is never what is cut.
 * @param author their name, and `link` the message's address; empty where that is not known
 */
export function reportedWords(
  { text, pictures }: Reported,
  { author, link }: { readonly author: string; readonly link: string },
): Happening {
  const source = [author, link].filter((part) => part !== '').join(', ');
  const line = source === '' ? '' : `— ${source}`;
  const words = cut(text, REPORT_LIMITS.text - line.length - 1);
  return {
    ...{ kind: 'said', wish: 'report', pictures },
    text: [words, line].filter((part) => part !== '').join('\n'),
  };
}
