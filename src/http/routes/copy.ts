import type { Signature } from '../../domain/commitment/commitment.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { say } from '../../locales/say.ts';
import type { LinkKeys } from '../link-key.ts';
import { copyPage } from '../pages/copy-page.ts';
import { messagePage } from '../pages/layout.ts';
import { MAX_ADDRESS, writePage } from '../reply.ts';
import type { ChannelRoute } from '../server.ts';

const NAME = /^[0-9a-f]{64}$/;

/** What the route needs. */
export interface CopyParts {
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly keys: LinkKeys;
  /** What was signed, by the name of its copy; null: nothing is called so. */
  readonly copy: (organisation: string, name: string) => Promise<Signature | null>;
}

/** Answers GET /signed/:org/:name: without the right key nobody learns whether there is such a copy. */
export function copyRoute({ playbooks, keys, copy }: CopyParts): ChannelRoute {
  return {
    method: 'GET',
    path: '/signed/:org/:name',
    async handle({ url = '' }, response) {
      const { pathname, searchParams } = new URL(url.slice(0, MAX_ADDRESS), 'http://localhost');
      const [, , organisation = '', name = ''] = pathname.split('/');
      const playbook = playbooks.get(organisation);
      const opens = NAME.test(name) && keys.opens(purposeOf(name), organisation, searchParams.get('key'));
      const found = playbook !== undefined && opens ? await copy(organisation, name) : null;
      if (playbook !== undefined && found !== null)
        return writePage(response, { status: 200, body: copyPage(playbook, found) });
      const language = playbook?.languages[0] ?? 'en';
      const title = say(language, 'page.home-title');
      writePage(response, {
        status: 404,
        body: messagePage(language, title, say(language, 'page.not-found')),
      });
    },
  };
}

/** The address of a copy, for the person and their nearest manager. */
export function copyAddress(base: string, keys: LinkKeys, organisation: string, name: string): string {
  const url = new URL(`signed/${organisation}/${name}`, base.endsWith('/') ? base : `${base}/`);
  url.searchParams.set('key', keys.keyFor(purposeOf(name), organisation));
  return url.href;
}

function purposeOf(name: string): string {
  return `signed/${name}`;
}
