import type { Notice } from '../../../domain/notices/notice.ts';
import type { NoticeTemplate } from '../../../domain/notices/rules.ts';
import type { Language, LocalText } from '../../../domain/organisation/language.ts';
import type { Choice } from '../../messages.ts';
import type { Talk } from '../../talk.ts';
import { putAside } from '../report/begin.ts';
import { tellStatus } from '../status.ts';
import type { DraftKind, NoticeDraft, TEXTS } from './draft.ts';
import { tellForm } from './form.ts';
import { mayWrite } from './may-write.ts';

/** Templates offered at once. */
const MOST_TEMPLATES = 20;

/** "New notice": what it is to be. Whoever may not write is told so, and what they can do instead. */
export function tellWriting(talk: Talk): void {
  if (!mayWrite(talk)) return refuse(talk);
  talk.tell({
    kind: 'ask',
    text: talk.say('author.ask-kind'),
    ...{ hint: null, picture: false },
    choices: writingChoices(talk),
  });
}

/** A polite no, and what is known. */
function refuse(talk: Talk): void {
  talk.note('author.not-allowed');
  tellStatus(talk, null);
}

/** The ways to begin a notice. */
export function writingChoices(talk: Talk): Choice[] {
  const begin = (kind: 'outage' | 'maintenance'): Choice =>
    talk.offer(
      talk.say(`author.new-${kind}`),
      { do: 'write-notice', kind, template: null, proposal: null },
      kind === 'outage' ? 'main' : 'plain',
    );
  const { templates } = talk.playbook.notices;
  return [
    begin('outage'),
    begin('maintenance'),
    ...(templates.size === 0
      ? []
      : [talk.offer(talk.say('author.from-template'), { do: 'notice-templates' })]),
  ];
}

export function tellTemplates(talk: Talk): boolean {
  if (!mayWrite(talk)) return false;
  const templates = [...talk.playbook.notices.templates.values()].slice(0, MOST_TEMPLATES);
  const choices = templates.map(({ id, kind, title }) =>
    talk.offer(talk.local(title), { do: 'write-notice', kind, template: id, proposal: null }),
  );
  talk.tell({
    kind: 'ask',
    text: talk.say('author.ask-template'),
    ...{ hint: null, picture: false },
    choices,
  });
  return true;
}

/** Begins a notice with what is known of it: nothing, a template, a proposal. */
export function beginNotice(
  talk: Talk,
  kind: 'outage' | 'maintenance',
  from: {
    readonly template: string | null;
    readonly proposal: string | null;
    readonly services?: readonly string[];
  },
): boolean {
  if (!mayWrite(talk)) return false;
  const template = talk.playbook.notices.templates.get(from.template ?? '') ?? null;
  const proposal = talk.proposal(from.proposal ?? '');
  if (from.proposal !== null && proposal === null) return false;
  const language = writingLanguage(talk);
  const values = {
    ...(kind === 'outage'
      ? { since: talk.say('author.now'), wait: 'yes', long: 'no' }
      : { 'short-notice': 'no' }),
    'asks-read': 'no',
    services: (from.services ?? []).join(','),
    ...(template === null ? {} : ofTemplate(talk, template, language)),
    ...(proposal === null
      ? {}
      : { services: proposal.service ?? '', sites: proposal.site ?? '', since: timeOf(talk, proposal.at) }),
  };
  const draft = newDraft(talk, kind, { values, language, proposal: proposal?.id ?? null });
  start(talk, draft);
  return true;
}

/** Begins a change of a notice. */
export function beginChange(
  talk: Talk,
  kind: DraftKind,
  notice: Notice,
  values: Readonly<Record<string, string>>,
): void {
  start(talk, newDraft(talk, kind, { notice: notice.id, values }));
}

/** A text for the fields of a draft: the author's language, and the others beside it. */
export function textValues(
  field: (typeof TEXTS)[number],
  text: LocalText,
  language: Language,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(text).map(([of, words]) => [of === language ? field : `${field}@${of}`, words]),
  );
}

/** What the author writes: their own language, where the organisation has it. */
export function writingLanguage({ language, playbook }: Talk): Language {
  return playbook.languages.includes(language) ? language : playbook.languages[0];
}

function newDraft(talk: Talk, kind: DraftKind, known: Partial<NoticeDraft>): NoticeDraft {
  return {
    ...{ kind, notice: null, proposal: null, language: writingLanguage(talk), values: {} },
    ...{ pending: null, asked: [], at: talk.now.epochMilliseconds },
    ...known,
  };
}

function start(talk: Talk, draft: NoticeDraft): void {
  putAside(talk);
  talk.flow = { name: 'notice', begun: talk.number, draft };
  tellForm(talk, talk.flow, []);
}

function ofTemplate(talk: Talk, template: NoticeTemplate, language: Language): Record<string, string> {
  const { services, sites, routine, wait, kind } = template;
  const texts = (['title', 'text', 'meanwhile'] as const).map((field) =>
    textValues(field, template[field], language),
  );
  return {
    ...Object.assign({}, ...texts),
    'had-title': 'yes',
    services: services.join(','),
    sites: (sites ?? []).join(','),
    ...(routine === null ? {} : { routine }),
    ...(kind === 'outage' ? { wait: wait ? 'yes' : 'no' } : {}),
    ...(kind === 'maintenance' ? { parts: partsBegun(talk, template) } : {}),
  };
}

/** The line of a window, with what is still to be told of it: only the day and the times. */
function partsBegun(talk: Talk, { services, sites }: NoticeTemplate): string {
  const names = [
    ...services.map((id) => talk.serviceName(id) ?? id),
    ...(sites ?? []).map((id) => talk.siteName(id) ?? id),
  ];
  return names.join(', ');
}

/** A time of the day as it is read again: "08:30". */
function timeOf({ playbook }: Talk, at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(playbook.timezone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}
