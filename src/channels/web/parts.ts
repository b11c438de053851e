import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Message } from '../../conversation/messages.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Engine } from '../../runtime/engine.ts';
import type { LiveHub } from './live.ts';

/** How the platforms would show a message. */
export interface Renderings {
  teams(message: Message): object;
  slack(message: Message): { readonly text: string; readonly blocks: readonly object[] };
  text(message: Message): string;
}

/** The pages of an organisation that work without the chat. */
export type OrganisationPage = keyof Playbook['pages'];

/** What the playground is made of. */
export interface PlaygroundParts {
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly engine: Pick<Engine, 'accept' | 'transcript'>;
  readonly live: LiveHub;
  readonly clock: Clock;
  readonly log: Logger;
  readonly render: Renderings;
  /** The address of an organisation's page, with its key where it needs one. Else the plain address. */
  readonly pageAddress?: (page: OrganisationPage, organisation: string) => string;
}

/** One route, for whatever server there is. A `:name` in its path stands for one segment. */
export interface PlaygroundRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Answers; rejects only for faults of the program. */
  handle(request: IncomingMessage, response: ServerResponse): void | Promise<void>;
}
