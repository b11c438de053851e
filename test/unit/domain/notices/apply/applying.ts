import { applyCommand } from '../../../../../src/domain/notices/apply/apply.ts';
import type {
  Applied,
  NoticeCommand,
  OutageDraft,
  WindowDraft,
} from '../../../../../src/domain/notices/commands.ts';
import type { Notice } from '../../../../../src/domain/notices/notice.ts';
import type { Playbook } from '../../../../../src/domain/organisation/playbook.ts';
import { shipped } from '../../../../support/playbooks.ts';

export const alone = shipped('porsanger');
export const together: Playbook = { ...alone, notices: { ...alone.notices, secondPerson: true } };
export const NOW = Temporal.Instant.from('2026-11-23T10:00:00+01:00').epochMilliseconds;
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const [SERVICE = ''] = alone.services.keys();
export const [SITE = ''] = alone.sites.keys();

export const context = (user = 'it', at = NOW) => ({
  by: { user, name: user.toUpperCase(), conversation: 'desk/porsanger' },
  ...{ at, id: 'NEW' },
});

export const OUTAGE: OutageDraft = {
  ...{ title: {}, text: { nb: 'Nede' }, services: [SERVICE], sites: [SITE], since: NOW - HOUR, long: false },
  ...{ wait: true, nextWord: NOW + HOUR, meanwhile: {}, routine: null, asksRead: false, proposal: null },
};
export const PART = { services: [SERVICE], sites: null, from: NOW + DAY, to: NOW + DAY + HOUR, effect: {} };
export const WINDOW: WindowDraft = {
  ...{ title: {}, text: {}, shortNotice: false, parts: [PART], support: [], meanwhile: {} },
  ...{ routine: null, asksRead: false, series: null },
};

export function apply(
  notice: Notice | null,
  command: NoticeCommand,
  who = 'it',
  playbook = alone,
  at = NOW,
): Applied {
  return applyCommand(playbook, notice, command, context(who, at));
}

export function done<N extends Notice = Notice>(applied: Applied): N {
  if (applied.outcome !== 'done') throw new Error(JSON.stringify(applied));
  return applied.notice as N;
}

export function newsOf(applied: Applied): string | null {
  return applied.outcome === 'done' ? applied.news : 'refused';
}

export function faults(applied: Applied): string[] {
  return applied.outcome === 'refused' ? applied.faults.map(({ field, why }) => `${field}: ${why}`) : [];
}

export const outage = (change: Partial<OutageDraft> = {}): NoticeCommand => ({
  do: 'publish-outage',
  draft: { ...OUTAGE, ...change },
});
export const window = (change: Partial<WindowDraft> = {}): NoticeCommand => ({
  do: 'publish-window',
  draft: { ...WINDOW, ...change },
});
