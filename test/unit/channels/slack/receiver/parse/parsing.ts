import type { Direct, Parsed } from '../../../../../../src/channels/slack/receiver/parse/outcome.ts';
import { parse as parseWith } from '../../../../../../src/channels/slack/receiver/parse/parse.ts';
import type { Inbound } from '../../../../../../src/runtime/inbound.ts';
import { ORGANISATIONS } from '../payloads.ts';

/** What came of a payload. */
export const parse = (payload: unknown, organisations = ORGANISATIONS): Parsed =>
  parseWith(payload, organisations);

export function inboundOf(payload: unknown, organisations = ORGANISATIONS): Inbound {
  const parsed = parse(payload, organisations);
  if ('inbound' in parsed) return parsed.inbound;
  throw new Error(`no event: ${JSON.stringify(parsed)}`);
}

export function direct(payload: unknown): Direct {
  const parsed = parse(payload);
  if (parsed.outcome === 'direct') return parsed;
  throw new Error(`nothing direct: ${JSON.stringify(parsed)}`);
}

export const said = (text: string) => ({ kind: 'said', text, pictures: [] });

export const reason = (payload: unknown) => {
  const parsed = parse(payload);
  return 'reason' in parsed ? `${parsed.outcome}: ${parsed.reason}` : parsed.outcome;
};
