import type { IncomingMessage, ServerResponse } from 'node:http';
import { notKept } from '../../conversation/trouble.ts';
import { StoreError } from '../../ports/store/error.ts';
import { loudness, mayPass } from '../../runtime/fault.ts';
import {
  type AskedEvent,
  conversationFrom,
  conversationOf,
  eventFrom,
  languageCalled,
  playbookCalled,
} from './asked.ts';
import { assetRoute } from './assets.ts';
import { assertOwnPage, queryOf, Refusal, readJson, SAFETY, sendJson } from './exchange.ts';
import { conversationClock } from './moments.ts';
import { organisationsAnswer } from './organisations.ts';
import { languageOf, playgroundPage } from './page.ts';
import type { PlaygroundParts, PlaygroundRoute } from './parts.ts';
import { Renderer } from './rendered.ts';
import { stream } from './stream.ts';
import { PLAYGROUND_LIMITS, type TranscriptAnswer } from './wire.ts';

/** No inline script or style: nothing that a message brings can run. Adaptive Cards sets its styles by script. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/** What the store says of an event that no trying again would help. */
const FAULTS_OF_THE_EVENT: Readonly<Record<string, number>> = { invalid: 400, 'too-large': 413 };

/** The routes of the playground: for newcomers and developers, never for production. */
export function playgroundRoutes(parts: PlaygroundParts): readonly PlaygroundRoute[] {
  const renderer = new Renderer(parts.render, parts.log);
  const routes: readonly PlaygroundRoute[] = [
    { method: 'GET', path: '/', handle: (request, response) => sendPage(parts, request, response) },
    {
      method: 'GET',
      path: '/playground/organisations',
      handle: (_request, response) => sendJson(response, 200, organisationsAnswer(parts)),
    },
    {
      method: 'GET',
      path: '/playground/clock',
      handle: (request, response) => clock(parts, request, response),
    },
    {
      method: 'POST',
      path: '/playground/events',
      handle: (request, response) => takeEvent(parts, renderer, request, response),
    },
    {
      method: 'GET',
      path: '/playground/transcript',
      handle: (request, response) => transcript(parts, renderer, request, response),
    },
    liveRoute(parts, renderer),
    ...['/playground/:file', '/playground/:folder/:file', '/playground/client/:folder/:file'].map(assetRoute),
  ];
  return routes.map((route) => guarded(parts, route));
}

/** Answers refusals, and faults without what anybody wrote. */
function guarded({ log }: PlaygroundParts, route: PlaygroundRoute): PlaygroundRoute {
  return {
    ...route,
    async handle(request, response) {
      try {
        assertOwnPage(request);
        await route.handle(request, response);
      } catch (cause) {
        const refused = cause instanceof Refusal;
        const fault = cause instanceof Error ? cause.name : typeof cause;
        if (!refused) log[loudness(cause)]({ fault, path: route.path }, 'the playground failed');
        if (response.headersSent) response.end();
        else sendJson(response, ...refusalOf(cause));
      }
    },
  };
}

function refusalOf(cause: unknown): [number, { readonly error: string }] {
  if (cause instanceof Refusal) return [cause.status, { error: cause.message }];
  return mayPass(cause)
    ? [503, { error: 'the store cannot be used now' }]
    : [500, { error: 'internal fault' }];
}

function sendPage(parts: PlaygroundParts, request: IncomingMessage, response: ServerResponse): void {
  const language = languageOf(request, queryOf(request).get('lang'));
  response.writeHead(200, {
    ...SAFETY,
    'Content-Security-Policy': POLICY,
    'Content-Type': 'text/html; charset=utf-8',
  });
  response.end(playgroundPage(parts, language));
}

function clock(parts: PlaygroundParts, request: IncomingMessage, response: ServerResponse): void {
  const query = queryOf(request);
  const playbook = playbookCalled(parts.playbooks, query.get('organisation') ?? '');
  const language = languageCalled(query.get('lang'));
  const ahead = Number(query.get('ahead') ?? 0);
  sendJson(response, 200, conversationClock(playbook, language, parts.clock.now(), ahead, query.get('to')));
}

async function takeEvent(
  parts: PlaygroundParts,
  renderer: Renderer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = eventFrom(await readJson(request), parts.playbooks);
  try {
    const { outcome } = await parts.engine.accept(asked.inbound);
    sendJson(response, 202, { outcome });
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    const status = FAULTS_OF_THE_EVENT[cause.code];
    if (status !== undefined) throw new Refusal(status, cause.message);
    parts.log[loudness(cause)]({ fault: cause.code }, 'an event could not be kept');
    sendJson(response, 503, { error: 'not kept', replies: sorry(parts, renderer, asked) });
  }
}

/** What to do instead, for somebody whose message could not be kept. */
function sorry({ clock: machine }: PlaygroundParts, renderer: Renderer, { playbook, inbound }: AskedEvent) {
  const now = machine.now().add({ milliseconds: inbound.ahead }).toZonedDateTimeISO(playbook.timezone);
  const language = inbound.from.locale ?? playbook.languages[0];
  return notKept(playbook, language, now, inbound.id).map((reply) => renderer.reply(reply));
}

async function transcript(
  parts: PlaygroundParts,
  renderer: Renderer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = conversationFrom(queryOf(request), parts.playbooks);
  const conversation = conversationOf(asked);
  const entries = await parts.engine.transcript(conversation, asked.limit);
  const answer: TranscriptAnswer = {
    entries: entries.map((entry) => renderer.entry(entry, `${conversation}/`)),
  };
  sendJson(response, 200, answer);
}

function liveRoute({ playbooks, live }: PlaygroundParts, renderer: Renderer): PlaygroundRoute {
  let open = 0;
  return {
    method: 'GET',
    path: '/playground/live',
    async handle(request, response) {
      const asked = conversationFrom(queryOf(request), playbooks);
      const desk = conversationOf({ ...asked, desk: true });
      const watched = asked.withDesk && !asked.desk ? desk : null;
      if (open >= PLAYGROUND_LIMITS.streams)
        throw new Refusal(503, `more than ${PLAYGROUND_LIMITS.streams} pages are open`);
      open += 1;
      await stream(
        request,
        response,
        live,
        { conversation: conversationOf(asked), watched },
        renderer,
      ).finally(() => {
        open -= 1;
      });
    },
  };
}
