import type { Content, Done, Found, Place, Posted, SlackApi } from './api.ts';
import { type Asked, asking, type Ok } from './ask.ts';
import type { Arguments, Call } from './call.ts';
import { type Certain, type Failure, repeatable } from './failure.ts';
import { API_LIMITS } from './limits.ts';
import type { Pace } from './pace.ts';
import {
  chatIn,
  DELIVERY_EVENT,
  fileIn,
  historyIn,
  peopleIn,
  permalinkIn,
  personIn,
  postedIn,
  viewIn,
} from './read.ts';
import type { Workspace, WorkspaceTokens } from './tokens.ts';

export interface SlackApiParts {
  readonly tokens: WorkspaceTokens;
  readonly call: Call;
  readonly pace: Pace;
}

/** Slack's Web API, for all workspaces. */
export function slackApi(parts: SlackApiParts): SlackApi {
  const ask = asking(parts);
  const run = (of: Workspace, method: Asked['method'], args: Arguments, channel: string | null = null) =>
    ask({ of, method, args, channel });
  return {
    async post(of, to, content, delivery) {
      return sentIn(await run(of, 'chat.postMessage', postArgs(to, content, delivery), to.channel));
    },
    async update(of, channel, ts, content) {
      // What is not said about names and links is taken from the client's settings, and not from the first writing.
      const args = { channel, ts, ...content, parse: 'none', link_names: false };
      const sent = sentIn(await run(of, 'chat.update', args, channel));
      return sent.outcome === 'sent' ? sent : repeatable(sent);
    },
    async ephemeral(of, to, user, content) {
      return doneIn(await run(of, 'chat.postEphemeral', { ...placeArgs(to), user, ...content }, to.channel));
    },
    async history(of, at, since, cursor) {
      const method = at.thread === null ? 'conversations.history' : 'conversations.replies';
      const answer = await run(of, method, historyArgs(at, since, cursor), at.channel);
      if (answer.outcome !== 'ok') return repeatable(answer);
      const page = historyIn(answer.body, answer.botUsers);
      return page === undefined ? UNREADABLE : { outcome: 'page', ...page };
    },
    async permalink(of, channel, ts) {
      const args = { channel, message_ts: ts };
      return found(await run(of, 'chat.getPermalink', args, channel), permalinkIn);
    },
    async openChat(of, user) {
      return found(await run(of, 'conversations.open', { users: user }), chatIn);
    },
    async person(of, user) {
      return found(await run(of, 'users.info', { user, include_locale: true }), personIn);
    },
    async people(of, cursor) {
      const args = { limit: API_LIMITS.members, ...(cursor !== null && { cursor }) };
      return found(await run(of, 'users.list', args), peopleIn);
    },
    async file(of, file) {
      return found(await run(of, 'files.info', { file }), fileIn);
    },
    async openView(of, trigger, view) {
      const answer = await run(of, 'views.open', { trigger_id: trigger, view });
      return answer.outcome === 'ok' ? found(answer, viewIn) : answer;
    },
    async updateView(of, view, content) {
      return found(await run(of, 'views.update', { view_id: view, view: content }), viewIn);
    },
    async publishHome(of, user, blocks) {
      const view = { type: 'home', blocks };
      return found(await run(of, 'views.publish', { user_id: user, view }), viewIn);
    },
  };
}

const UNREADABLE: Certain = {
  outcome: 'retry',
  reason: 'Slack answered with what cannot be read',
  afterMs: API_LIMITS.busyMs,
};

function placeArgs({ channel, thread }: Place): Arguments {
  return { channel, ...(thread !== null && { thread_ts: thread }) };
}

/** Previews of links would show what stands behind them to everybody; the metadata is how the message is found again. */
function postArgs(to: Place, { text, blocks }: Content, delivery: string): Arguments {
  return {
    ...placeArgs(to),
    ...{ text, blocks, unfurl_links: false, unfurl_media: false },
    metadata: { event_type: DELIVERY_EVENT, event_payload: { id: delivery } },
  };
}

function historyArgs({ channel, thread }: Place, since: number, cursor: string | null): Arguments {
  return {
    channel,
    ...(thread !== null && { ts: thread }),
    ...{ oldest: (since / 1000).toFixed(6), inclusive: true, include_all_metadata: true },
    limit: API_LIMITS.page,
    ...(cursor !== null && { cursor }),
  };
}

/** `ok` without a timestamp: it was written, and has to be looked for. */
function sentIn(answer: Ok | Failure): Posted | Failure {
  if (answer.outcome !== 'ok') return answer;
  const posted = postedIn(answer.body);
  return posted === undefined
    ? { outcome: 'ambiguous', reason: 'Slack does not say which message it became' }
    : { outcome: 'sent', ...posted };
}

function doneIn(answer: Ok | Failure): Done | Failure {
  return answer.outcome === 'ok' ? { outcome: 'done' } : answer;
}

function found<What>(answer: Ok | Failure, read: (body: object) => What | undefined): Found<What> | Certain {
  if (answer.outcome !== 'ok') return repeatable(answer);
  const what = read(answer.body);
  return what === undefined ? UNREADABLE : { outcome: 'found', found: what };
}
