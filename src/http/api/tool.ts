import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { LinkKeys } from '../link-key.ts';
import { ApiRefusal } from './exchange.ts';

/** The token of a tool that may write an organisation's notices: its name, and a key that only we can make. */
export function toolToken(keys: LinkKeys, organisation: string, tool: string): string {
  return `${tool}.${keys.keyFor(purpose(tool), organisation)}`;
}

/**
 * Which tool of an organisation is asking, by its `Authorization` header.
 * @throws ApiRefusal 401; it does not say whether there is such a tool
 */
export function toolOf(
  keys: LinkKeys,
  { organisation, notices }: Playbook,
  authorization: string | undefined,
): string {
  const [, tool, key] =
    /^Bearer ([a-z][a-z0-9-]{0,39})\.([A-Za-z0-9_-]{22})$/.exec(authorization ?? '') ?? [];
  // The key is looked at first, so that how long it takes tells nothing of the playbook.
  const isRight = keys.opens(purpose(tool ?? ''), organisation, key ?? null);
  if (tool === undefined || !isRight || !notices.tools.includes(tool))
    throw new ApiRefusal(
      401,
      'Send the header “Authorization: Bearer TOKEN” with the token of a tool that the playbook names under notices.tools; `driftvakt token` prints it.',
    );
  return tool;
}

function purpose(tool: string): string {
  return `api/${tool}`;
}
