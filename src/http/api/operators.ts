import type { IncomingMessage } from 'node:http';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { LinkKeys } from '../link-key.ts';
import type { ChannelRoute } from '../server.ts';
import { ApiRefusal, sendJson, sendRefusal } from './exchange.ts';
import { requireOperator } from './operator.ts';

/** A route under `/api/:org` that only the organisation's operator may ask, as JSON. */
export function operatorRoute(
  { playbooks, keys }: { readonly playbooks: ReadonlyMap<string, Playbook>; readonly keys: LinkKeys },
  method: 'GET' | 'POST',
  path: string,
  answer: (playbook: Playbook, request: IncomingMessage) => Promise<object>,
): ChannelRoute {
  return {
    method,
    path: `/api/:org${path}`,
    async handle(request, response) {
      const [, , organisation = ''] = addressOf(request).pathname.split('/');
      try {
        const playbook = playbooks.get(organisation);
        if (playbook === undefined) throw new ApiRefusal(404, 'There is no such organisation here.');
        requireOperator(keys, organisation, request.headers.authorization);
        sendJson(response, 200, await answer(playbook, request));
      } catch (cause) {
        if (!(cause instanceof ApiRefusal)) throw cause;
        sendRefusal(response, cause);
      }
    },
  };
}

export function addressOf({ url }: IncomingMessage): URL {
  return new URL(url ?? '/', 'http://localhost');
}
