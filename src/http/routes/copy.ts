import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Signature } from '../../domain/commitment/commitment.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { say } from '../../locales/say.ts';
import { signedCopy } from '../../paper/signed.ts';
import type { LinkKeys } from '../link-key.ts';
import { copyPage } from '../pages/copy-page.ts';
import { messagePage } from '../pages/layout.ts';
import { MAX_ADDRESS, writePage, writePdf } from '../reply.ts';
import type { ChannelRoute } from '../server.ts';

const NAME = /^[0-9a-f]{64}$/;

/** What the route needs. */
export interface CopyParts {
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly keys: LinkKeys;
  /** What was signed, by the name of its copy; null: nothing is called so. */
  readonly copy: (organisation: string, name: string) => Promise<Signature | null>;
}

/** GET /signed/:org/:name as a page, and as a PDF: without the right key nobody learns whether there is such a copy. */
export function copyRoutes(parts: CopyParts): readonly ChannelRoute[] {
  return [
    {
      ...{ method: 'GET', path: '/signed/:org/:name' },
      handle: (request, response) =>
        withCopy(parts, request, response, async (playbook, signature, { pathname, search }) =>
          writePage(response, {
            status: 200,
            body: copyPage(playbook, signature, `${pathname}/copy.pdf${search}`),
          }),
        ),
    },
    {
      ...{ method: 'GET', path: '/signed/:org/:name/copy.pdf' },
      handle: (request, response) =>
        withCopy(parts, request, response, async (playbook, signature) =>
          writePdf(response, await signedCopy(playbook, signature), `${playbook.organisation}-signed.pdf`),
        ),
    },
  ];
}

async function withCopy(
  { playbooks, keys, copy }: CopyParts,
  { url = '' }: IncomingMessage,
  response: ServerResponse,
  show: (playbook: Playbook, signature: Signature, address: URL) => Promise<void>,
): Promise<void> {
  const address = new URL(url.slice(0, MAX_ADDRESS), 'http://localhost');
  const [, , organisation = '', name = ''] = address.pathname.split('/');
  const playbook = playbooks.get(organisation);
  const opens = NAME.test(name) && keys.opens(purposeOf(name), organisation, address.searchParams.get('key'));
  const found = playbook !== undefined && opens ? await copy(organisation, name) : null;
  if (playbook !== undefined && found !== null) return show(playbook, found, address);
  const language = playbook?.languages[0] ?? 'en';
  const title = say(language, 'page.home-title');
  writePage(response, { status: 404, body: messagePage(language, title, say(language, 'page.not-found')) });
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
