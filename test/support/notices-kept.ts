import { applyCommand } from '../../src/domain/notices/apply/apply.ts';
import type { NoticeCommand, OutageDraft, WindowDraft } from '../../src/domain/notices/commands.ts';
import type { Author, Notice } from '../../src/domain/notices/notice.ts';
import type { Playbook } from '../../src/domain/organisation/playbook.ts';
import type { Store } from '../../src/ports/store.ts';
import { KINDS, recordsOf, versionKey } from '../../src/runtime/record-codecs.ts';
import { at } from './playbooks.ts';
import { committing } from './store-arrange.ts';

const AUTHOR: Author = { user: 'it-1', name: 'Eva at IT', conversation: 'desk/test' };

/** Does a command as somebody at IT and gives what came of it; fails if it was refused. */
export function commanded(
  playbook: Playbook,
  notice: Notice | null,
  command: NoticeCommand,
  local: string,
  id = notice?.id ?? 'N1',
): Notice {
  const context = { by: AUTHOR, at: at(playbook, local).epochMilliseconds, id };
  const applied = applyCommand(playbook, notice, command, context);
  if (applied.outcome === 'refused') throw new Error(JSON.stringify(applied.faults));
  return applied.notice;
}

/** A draft of an outage that says nothing but that it is, with something changed. */
export function outageDraft(change: Partial<OutageDraft> & Pick<OutageDraft, 'since'>): OutageDraft {
  return {
    ...{ title: {}, text: {}, services: [], sites: null, long: false, wait: true, nextWord: null },
    ...{ meanwhile: {}, routine: null, asksRead: false, proposal: null },
    ...change,
  };
}

/** A draft of a window, likewise. */
export function windowDraft(change: Partial<WindowDraft> & Pick<WindowDraft, 'parts'>): WindowDraft {
  return {
    ...{ title: {}, text: {}, shortNotice: false, support: [], meanwhile: {}, routine: null },
    ...{ asksRead: false, series: null },
    ...change,
  };
}

/** The real window of scenario E: two days, two municipalities, parts with their own times, support at the weekend. */
export function scenarioE(playbook: Playbook, id = 'E7M2-QX4P'): Notice {
  const ms = (local: string): number => at(playbook, local).epochMilliseconds;
  const part = (site: string, services: string[], from: string, to: string) => ({
    ...{ services, sites: [site], from: ms(from), to: ms(to), effect: {} },
  });
  const support = (day: string) => ({
    ...{ from: ms(`${day}T10:00`), to: ms(`${day}T16:00`) },
    text: { sv: 'per telefon', en: 'by phone' },
  });
  const draft = windowDraft({
    title: { sv: 'Servicefönster i helgen', en: 'Service window this weekend' },
    text: { sv: 'Servrarna byts ut.', en: 'The servers are replaced.' },
    parts: [
      part('tierp', ['staff-systems'], '2022-10-29T10:00', '2022-10-29T14:00'),
      part('tierp', ['tierpsbyggen'], '2022-10-29T12:00', '2022-10-29T14:00'),
      part('alvkarleby', ['treserva', 'tes'], '2022-10-30T10:00', '2022-10-30T13:00'),
    ],
    support: [support('2022-10-29'), support('2022-10-30')],
  });
  return commanded(playbook, null, { do: 'publish-window', draft }, '2022-10-20T09:00', id);
}

/** Puts a notice into a store as a turn would, whatever was there of it. */
export async function keepNotice(store: Store, notice: Notice, atMs = notice.changedAt): Promise<void> {
  const { organisation, id } = notice;
  const known = await store.record({ organisation, kind: KINDS.notice, id });
  const records = recordsOf([{ effect: 'keep-notice', notice, news: null }], {
    ...{ organisation, reference: 'another', at: atMs },
    from: { user: 'it-1', role: null, site: null, locale: null, desk: true } as never,
    versions: new Map([[versionKey(KINDS.notice, id), known?.version ?? 0]]),
  });
  const result = await committing(store, { records });
  if (result.outcome !== 'committed') throw new Error(JSON.stringify(result));
}
