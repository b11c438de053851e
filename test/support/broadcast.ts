import type { SlackMessage } from '../../src/channels/slack/render.ts';
import { slackBlocks } from '../../src/channels/slack/render.ts';
import { ownerSign } from '../../src/channels/teams/receiver/parse/ids.ts';
import { type TeamsCard, teamsCard } from '../../src/channels/teams/render.ts';
import { noticeMessage } from '../../src/conversation/notices/words.ts';
import type { Notice } from '../../src/domain/notices/notice.ts';
import type { Playbook } from '../../src/domain/organisation/playbook.ts';
import type { WorkingEngine } from '../../src/runtime/working-engine.ts';

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

/** IT publishes an outage of a service from outside of any conversation; resolves once it has gone out. */
export async function publishOutage(
  { engine, playbook: { organisation }, now }: PublishingTown,
  service: string,
): Promise<void> {
  const draft = {
    ...{ title: {}, text: { sv: 'Vi felsöker.' }, services: [service], sites: null, meanwhile: {} },
    ...{ since: now.epochMilliseconds, long: false, wait: true, nextWord: null, routine: null },
    ...{ asksRead: false, proposal: null },
  };
  const by = { user: 'it', name: 'IT', conversation: `desk/${organisation}` };
  const command = { do: 'publish-outage', draft } as const;
  const done = engine.command({ id: `publish-${service}`, organisation, notice: null, command, by });
  await engine.workThrough();
  const { outcome } = await done;
  if (outcome !== 'done') throw new Error(`the outage was ${outcome}`);
  await engine.workThrough();
}

/** What of a town is needed to publish there. */
interface PublishingTown {
  readonly engine: Pick<WorkingEngine, 'command' | 'workThrough'>;
  readonly playbook: Pick<Playbook, 'organisation'>;
  readonly now: Temporal.Instant;
}
