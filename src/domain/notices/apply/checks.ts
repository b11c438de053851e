import type { LocalText } from '../../organisation/language.ts';
import type { Playbook } from '../../organisation/playbook.ts';
import type { Millis } from '../../timeline/timeline.ts';
import type { NoticeFault, OutageDraft, WindowDraft } from '../commands.ts';
import { NOTICE_LIMITS, type SupportTime } from '../notice.ts';

const DAY_MS = 24 * 3_600_000;

/** All that is wrong with an outage notice, each with its field. */
export function faultsOfOutage(playbook: Playbook, draft: OutageDraft, now: Millis): NoticeFault[] {
  return [
    ...faultsOfWords(draft),
    ...faultsOfHit(playbook, draft, ''),
    ...faultsOfRoutine(playbook, draft.routine),
    ...when(draft.since > now, 'since', 'since-in-future'),
    ...when(draft.nextWord !== null && draft.nextWord <= now, 'nextWord', 'next-word-past'),
  ];
}

/** All that is wrong with a window, each with its field. */
export function faultsOfWindow(playbook: Playbook, draft: WindowDraft, now: Millis): NoticeFault[] {
  const { parts, support, text } = draft;
  return [
    ...faultsOfWords(draft),
    ...faultsOfRoutine(playbook, draft.routine),
    ...when(draft.shortNotice && isEmpty(text), 'text', 'why-missing'),
    ...when(parts.length === 0, 'parts', 'parts-missing'),
    ...when(parts.length > NOTICE_LIMITS.parts, 'parts', 'too-many'),
    ...when(support.length > NOTICE_LIMITS.support, 'support', 'too-many'),
    ...parts.flatMap((part, i) => faultsOfPart(playbook, part, `parts.${i + 1}.`, now)),
    ...support.flatMap((time, i) => faultsOfSupport(playbook, time, `support.${i + 1}.`)),
  ];
}

function faultsOfPart(
  playbook: Playbook,
  part: WindowDraft['parts'][number],
  path: string,
  now: Millis,
): NoticeFault[] {
  const { from, to, effect } = part;
  return [
    ...faultsOfHit(playbook, part, path),
    ...when(to <= from, `${path}to`, 'part-backwards'),
    ...when(from < to && to <= now, `${path}to`, 'part-past'),
    ...when(to - from > NOTICE_LIMITS.partDays * DAY_MS, `${path}to`, 'part-too-long'),
    ...when(from > now + NOTICE_LIMITS.daysAhead * DAY_MS, `${path}from`, 'part-too-far'),
    ...when(isLong(effect, NOTICE_LIMITS.text), `${path}effect`, 'text-too-long'),
  ];
}

function faultsOfSupport(playbook: Playbook, time: SupportTime, path: string): NoticeFault[] {
  const { services = [], sites = null, from, to } = time;
  return [
    ...faultsOfHit(playbook, { services, sites }, path),
    ...when(to <= from, `${path}to`, 'support-backwards'),
  ];
}

function faultsOfHit(
  { services, sites }: Playbook,
  hit: { readonly services: readonly string[]; readonly sites: readonly string[] | null },
  path: string,
): NoticeFault[] {
  return [
    ...when(
      hit.services.some((id) => !services.has(id)),
      `${path}services`,
      'unknown-service',
    ),
    ...when(
      (hit.sites ?? []).some((id) => !sites.has(id)),
      `${path}sites`,
      'unknown-site',
    ),
    ...when(hit.services.length > NOTICE_LIMITS.services, `${path}services`, 'too-many'),
    ...when((hit.sites ?? []).length > NOTICE_LIMITS.sites, `${path}sites`, 'too-many'),
  ];
}

function faultsOfRoutine({ routines }: Playbook, routine: string | null): NoticeFault[] {
  return when(routine !== null && !routines.has(routine), 'routine', 'unknown-routine');
}

function faultsOfWords(words: {
  readonly title: LocalText;
  readonly text: LocalText;
  readonly meanwhile: LocalText;
}): NoticeFault[] {
  return [
    ...when(isLong(words.title, NOTICE_LIMITS.title), 'title', 'text-too-long'),
    ...when(isLong(words.text, NOTICE_LIMITS.text), 'text', 'text-too-long'),
    ...when(isLong(words.meanwhile, NOTICE_LIMITS.text), 'meanwhile', 'text-too-long'),
  ];
}

/** Whether nothing is said in any language. */
export function isEmpty(text: LocalText): boolean {
  return Object.values(text).every((words) => words.trim() === '');
}

export function isLong(text: LocalText, most: number): boolean {
  return Object.values(text).some((words) => words.length > most);
}

/** One fault, if it is so. */
export function when(isFault: boolean, field: string, why: NoticeFault['why']): NoticeFault[] {
  return isFault ? [{ field, why }] : [];
}
