import type { LinkKeys } from '../link-key.ts';
import { ApiRefusal } from './exchange.ts';

/** No tool of a playbook gets this one: its tokens are made for `api/…`. */
const PURPOSE = 'operate';

/** The token of an organisation's operator: whoever runs the service, and may look at its timers and take them away. */
export function operatorToken(keys: LinkKeys, organisation: string): string {
  return `operator.${keys.keyFor(PURPOSE, organisation)}`;
}

/** @throws ApiRefusal 401 where a request does not come from the organisation's operator */
export function requireOperator(
  keys: LinkKeys,
  organisation: string,
  authorization: string | undefined,
): void {
  const [, key] = /^Bearer operator\.([A-Za-z0-9_-]{22})$/.exec(authorization ?? '') ?? [];
  if (!keys.opens(PURPOSE, organisation, key ?? null))
    throw new ApiRefusal(
      401,
      'Send the header “Authorization: Bearer TOKEN” with the operator’s token; `driftvakt token --operator` prints it.',
    );
}
