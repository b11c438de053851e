import type { SlackMessage } from '../../src/channels/slack/render.ts';
import { slackBlocks } from '../../src/channels/slack/render.ts';
import { ownerSign } from '../../src/channels/teams/receiver/parse/ids.ts';
import { type TeamsCard, teamsCard } from '../../src/channels/teams/render.ts';
import { noticeMessage } from '../../src/conversation/notices/words.ts';
import type { Notice } from '../../src/domain/notices/notice.ts';
import type { Playbook } from '../../src/domain/organisation/playbook.ts';

/** A notice as it stands in a channel: signed for the room's conversation, which nobody talks in. */
export function broadcast(
  playbook: Playbook,
  notice: Notice,
  room: string,
  now: Temporal.Instant,
): { readonly teams: TeamsCard; readonly slack: SlackMessage } {
  const audience = { language: playbook.languages[0], sites: null, services: null };
  const message = noticeMessage(playbook, notice, audience, now.toZonedDateTimeISO(playbook.timezone));
  const sign = { of: ownerSign(room), on: `n-${notice.id}-${notice.revision}` };
  return { teams: teamsCard(message, sign), slack: slackBlocks(message, sign) };
}
