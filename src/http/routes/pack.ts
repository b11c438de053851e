import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Packs } from '../../paper/packs.ts';
import { MAX_ADDRESS, refuseAddress, writePage, writePdf } from '../reply.ts';
import type { ChannelRoute } from '../server.ts';
import { admit, type PageParts } from './admission.ts';
import { printedAddress } from './printed-address.ts';

/** What the route of the emergency pack needs from around it. */
export interface PackRouteParts extends PageParts {
  readonly packs: Packs;
  /** Where people reach the service; null: nobody said. */
  readonly publicUrl: () => string | null;
}

/** `GET /routine/:org/pack.pdf`: for whoever may see the routines. */
export function packRoute(parts: PackRouteParts): ChannelRoute {
  return {
    method: 'GET',
    path: '/routine/:org/pack.pdf',
    handle: (request, response) => answer(parts, request, response),
  };
}

async function answer(
  parts: PackRouteParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = request.url ?? '';
  if (asked.length > MAX_ADDRESS) return refuseAddress(response);
  const { pathname, searchParams } = new URL(asked, 'http://localhost');
  const [, , organisation = ''] = pathname.split('/');
  const admitted = admit(parts, 'routine', organisation, searchParams);
  if ('status' in admitted) return writePage(response, admitted);
  const { playbook, language, key } = admitted;
  const base = parts.publicUrl();
  const bytes = await parts.packs.of(playbook, {
    ...{ language, audience: key === null ? 'everybody' : 'trusted' },
    now: parts.clock.now().toZonedDateTimeISO(playbook.timezone),
    address:
      base === null ? null : (version) => printedAddress({ base, organisation, language, key, version }),
  });
  writePdf(response, bytes, `${organisation}-${language}.pdf`);
}
