import { HANDOFF_LIMITS, type HandoffLetter } from '../../ports/handoff.ts';
import { TOPDESK_LIMITS } from './limits.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The fields of a new incident.
 * @param caller `lookup`: the person that TOPdesk knows by this mail address; `details`: as we know them
 * @param branch of a caller whom it does not know, by TOPdesk's id; null: none
 */
export function incidentOf(
  letter: HandoffLetter,
  caller: 'lookup' | 'details',
  branch: string | null = null,
): Fields {
  return {
    status: 'firstLine',
    ...callerOf(letter, caller, branch),
    briefDescription: cutAt(letter.brief, TOPDESK_LIMITS.brief),
    request: memo(letter.text),
    externalNumber: letter.order.slice(0, TOPDESK_LIMITS.externalNumber),
  };
}

function callerOf(
  { reporter, order }: HandoffLetter,
  caller: 'lookup' | 'details',
  branch: string | null,
): Fields {
  if (caller === 'lookup' && reporter?.email != null) return { callerLookup: { email: reporter.email } };
  const { name = order, email = null, phone = null } = reporter ?? {};
  return {
    caller: {
      dynamicName: cutAt(name, 109),
      ...(email !== null && { email: email.slice(0, 100) }),
      ...(phone !== null && { phoneNumber: phone.slice(0, 25) }),
      ...(branch !== null && { branch: { id: branch } }),
    },
  };
}

/** Text for a field in which TOPdesk takes some tags for markup: what people wrote is none. */
export function memo(text: string): string {
  return cutAt(text, HANDOFF_LIMITS.text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br/>');
}

function cutAt(text: string, max: number): string {
  return text.length <= max
    ? text
    : `${text
        .slice(0, max - 1)
        .toWellFormed()
        .trimEnd()}…`;
}
