import type { Wish } from '../../../conversation/actions.ts';
import type { Known, Speaker } from '../../../conversation/event.ts';
import type { Message } from '../../../conversation/messages.ts';
import { overview } from '../../../conversation/overview.ts';
import { callMessage } from '../../../conversation/who/call-message.ts';
import { mattersToTell } from '../../../conversation/who/matters.ts';
import type { Language } from '../../../domain/organisation/language.ts';
import { say } from '../../../locales/say.ts';
import { mayPass } from '../../../runtime/fault.ts';
import { deadline } from '../../teams/receiver/deadline.ts';
import { aside, type Block, button, DIVIDER, header } from '../blocks.ts';
import { SLACK_LIMITS } from '../limits.ts';
import type { Home } from '../receiver/parse/outcome.ts';
import { slackBlocks, spentSlackBlocks } from '../render.ts';
import { guestMessage } from './guest.ts';
import { type AnswerParts, languageFor, momentIn } from './parts.ts';

/** What can be begun from the bot's page. Its buttons belong to no message. */
export const HOME = 'home';
/** So long it is waited for what is known to somebody, in ms. */
const KNOWN_MS = 2000;
const WISHES = [
  'report',
  'who',
  'status',
  'routine',
  'my-reports',
  'subscription',
  'profile',
] as const satisfies Wish[];

/** Shows somebody the bot's page: what can be begun, known outages, whom to call now, their own reports. */
export async function showHome(parts: AnswerParts, home: Home): Promise<void> {
  const blocks = home.refused ? slackBlocks(guestMessage(parts, home)).blocks : await homeBlocks(parts, home);
  const { actor } = home;
  const shown = await parts.api.publishHome(actor, actor.user, blocks);
  if (shown.outcome !== 'found') parts.log.info({ reason: shown.reason }, 'the bot’s page was not shown');
}

async function homeBlocks(parts: AnswerParts, { organisation, actor }: Home): Promise<readonly Block[]> {
  const moment = momentIn(parts, organisation);
  if (moment === null) return [];
  const { playbook, now } = moment;
  const from = { user: actor.user, desk: false, locale: actor.locale, role: null, site: null };
  const known = await knownTo(parts, organisation, from);
  const language = known?.profile?.language ?? languageFor(parts, organisation, actor);
  const of = { role: known?.profile?.role ?? null, site: known?.profile?.site ?? null };
  const calls = mattersToTell(playbook, { service: null, ...of }, now).map((matter) =>
    callMessage(playbook, { class: matter, service: null, ...of }, language, now),
  );
  const [outages, reports] = split(known === null ? [] : overview(playbook, from, known, now));
  const top = beginning(language, playbook.name);
  // Whom to call is there in any case: it is what a page is opened for when everything else is down.
  const numbers = shown(calls);
  const listed = within(outages, SLACK_LIMITS.viewBlocks - top.length - numbers.length, language);
  const rest = SLACK_LIMITS.viewBlocks - top.length - numbers.length - listed.length;
  const blocks = [...top, ...listed, ...numbers, ...within(reports, rest, language)];
  return blocks.slice(0, SLACK_LIMITS.viewBlocks);
}

/** Null: the store cannot be asked, or not while Slack waits; whom to call is known all the same. */
async function knownTo({ engine }: AnswerParts, organisation: string, from: Speaker): Promise<Known | null> {
  try {
    const known = await deadline(engine.known(organisation, from), KNOWN_MS);
    return known === 'late' ? null : known;
  } catch (cause) {
    if (mayPass(cause)) return null;
    throw cause;
  }
}

function shown(messages: readonly Message[]): Block[] {
  return messages.flatMap((message) => [DIVIDER, ...spentSlackBlocks(message, null).blocks]);
}

/** As many messages as there is room for, each of them whole; said where some are left out. @param room in blocks */
function within(messages: readonly Message[], room: number, language: Language): Block[] {
  const each = messages.map((message) => shown([message]));
  const blocks: Block[] = [];
  for (const [i, some] of each.entries()) {
    const isLast = i === each.length - 1;
    if (blocks.length + some.length + (isLast ? 0 : 1) > room)
      return [
        ...blocks,
        ...(room > 0 ? aside([say(language, 'render.more', { count: each.length - i })]) : []),
      ];
    blocks.push(...some);
  }
  return blocks;
}

function beginning(language: Language, organisation: string): Block[] {
  const elements = WISHES.map((wish, i) => {
    const value = JSON.stringify({ choice: `${WISH}${wish}`, of: HOME, on: HOME });
    return { ...button(wish, say(language, `menu.${wish}`), i === 0 ? 'primary' : null), value };
  });
  return [...header(say(language, 'channel.home', { name: organisation })), { type: 'actions', elements }];
}

const WISH = 'wish:';

/** What a button of the page asks for; null for what is none of its. */
export function wishOf(choice: string): Wish | null {
  return WISHES.find((wish) => choice === WISH + wish) ?? null;
}

/** Reports stand last: there may be many. */
function split<T extends { readonly kind: string }>(messages: readonly T[]): [T[], T[]] {
  const isReports = ({ kind }: T): boolean => kind === 'reports';
  return [messages.filter((message) => !isReports(message)), messages.filter(isReports)];
}
