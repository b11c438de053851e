import { applyCommand } from '../../../domain/notices/apply/apply.ts';
import type { NoticeCommand, OutageDraft, WindowDraft } from '../../../domain/notices/commands.ts';
import type { Notice, OutagePhase } from '../../../domain/notices/notice.ts';
import type { LocalText } from '../../../domain/organisation/language.ts';
import { LANGUAGES } from '../../../domain/organisation/language.ts';
import type { Millis } from '../../../domain/timeline/timeline.ts';
import { say } from '../../../locales/say.ts';
import { severalIn } from '../../form-values.ts';
import { contextOf } from '../../notices/command.ts';
import { momentIn } from '../../notices/reading/moment.ts';
import type { ReadWindow } from '../../notices/reading/read-windows.ts';
import type { Talk } from '../../talk.ts';
import { fieldValue, type NoticeDraft, textOf } from './draft.ts';
import { type FieldFault, lineFault, momentFault, noticeFault } from './faults.ts';
import { phrasesIn, phrasesOf, translated, windowsOf, withPhrases } from './phrases.ts';

/** What a draft comes to: one command, or of what comes again one for each of its windows. */
export type DraftReading =
  | { readonly outcome: 'ready'; readonly commands: readonly NoticeCommand[]; readonly recurs: boolean }
  | { readonly outcome: 'faulty'; readonly faults: readonly FieldFault[] };

/** Reads a draft, with all that is wrong with it, each next to its field. Nothing is changed by it. */
export function readDraft(talk: Talk, draft: NoticeDraft): DraftReading {
  const reader = new DraftReader(talk, draft);
  const commands = commandsOf(reader, draft);
  const faults = [...reader.faults, ...commands.flatMap((command) => faultsOf(talk, draft, command))];
  const unique = new Map(faults.map((fault) => [`${fault.field}|${fault.text}`, fault]));
  if (unique.size > 0) return { outcome: 'faulty', faults: [...unique.values()] };
  return { outcome: 'ready', commands, recurs: reader.recurs };
}

/** What the domain has against a command. */
function faultsOf(talk: Talk, draft: NoticeDraft, command: NoticeCommand): FieldFault[] {
  const notice = draft.notice === null ? null : talk.authored(draft.notice);
  const applied = applyCommand(talk.playbook, notice, command, contextOf(talk));
  return applied.outcome === 'refused' ? applied.faults.map((fault) => noticeFault(talk, fault)) : [];
}

function commandsOf(reader: DraftReader, draft: NoticeDraft): readonly NoticeCommand[] {
  switch (draft.kind) {
    case 'outage':
      return [{ do: 'publish-outage', draft: outageOf(reader, draft) }];
    case 'maintenance':
      return draftsOf(reader, draft).map((window) => ({ do: 'publish-window', draft: window }));
    default:
      return [changeOf(reader, draft)];
  }
}

function outageOf(reader: DraftReader, draft: NoticeDraft): OutageDraft {
  const sites = severalIn(fieldValue(draft, 'sites'));
  return {
    ...commonOf(draft),
    services: severalIn(fieldValue(draft, 'services')),
    sites: sites.length === 0 ? null : sites,
    since: reader.moment('since', 'gone') ?? draft.at,
    long: isYes(draft, 'long'),
    wait: isYes(draft, 'wait'),
    nextWord: reader.moment('next-word', 'ahead'),
    proposal: draft.proposal,
  };
}

function commonOf(draft: NoticeDraft) {
  const routine = fieldValue(draft, 'routine');
  return {
    title: textOf(draft, 'title'),
    text: textOf(draft, 'text'),
    meanwhile: textOf(draft, 'meanwhile'),
    routine: routine === '' ? null : routine,
    asksRead: isYes(draft, 'asks-read'),
  };
}

/** Of what comes again the first says so, for it alone is told when it is sent; the others are told by their reminders. */
function draftsOf(reader: DraftReader, draft: NoticeDraft): WindowDraft[] {
  const windows = reader.windows();
  const { recurs } = reader;
  return windows.map((window, i) => ({
    ...commonOf(draft),
    ...(recurs && i === 0 ? { text: withSeries(reader.talk, textOf(draft, 'text'), windows) } : {}),
    shortNotice: isYes(draft, 'short-notice'),
    parts: window.parts,
    support: window.support,
    series: recurs ? reader.talk.event.reference : null,
  }));
}

function withSeries({ playbook, now }: Talk, text: LocalText, windows: readonly ReadWindow[]): LocalText {
  const days = windows.map(({ parts }) => Math.min(...parts.map(({ from }) => from)));
  const [, second] = days;
  if (second === undefined) return text;
  const dayIn = (at: Millis, language: string): string => {
    const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(playbook.timezone);
    // A series is long: a day without its year would be this year's.
    const year = day.year === now.year ? {} : { year: 'numeric' as const };
    return day.toLocaleString(language, { day: 'numeric', month: 'long', ...year });
  };
  return Object.fromEntries(
    LANGUAGES.filter((language) => playbook.languages.includes(language) || text[language] !== undefined).map(
      (language) => {
        const last = dayIn(days.at(-1) ?? second, language);
        const next = dayIn(second, language);
        const series = say(language, 'author.series', { count: days.length, next, last });
        return [language, [text[language] ?? '', series].filter((part) => part !== '').join('\n')];
      },
    ),
  );
}

function changeOf(reader: DraftReader, draft: NoticeDraft): NoticeCommand {
  const text = textOf(draft, 'text');
  const notice = reader.talk.authored(draft.notice ?? '');
  switch (draft.kind) {
    case 'update':
      return { do: 'update', text, ...stateOf(reader, draft, notice), important: isYes(draft, 'important') };
    case 'correct':
      return correctionOf(draft, notice);
    case 'resolve':
      return { do: 'resolve', text, retrospect: textOf(draft, 'retrospect') };
    case 'retrospect':
      return { do: 'retrospect', text: textOf(draft, 'retrospect') };
    case 'finish': {
      const part = partOf(draft, notice);
      return { do: 'finish', part: part === 'all' ? null : part, text };
    }
    case 'extend':
      return { do: 'extend', part: partOf(draft, notice), to: reader.moment('to', 'ahead') ?? 0, text };
    default:
      return { do: 'cancel', text };
  }
}

/** What else a word about an outage says; what is left as it was is not said. */
function stateOf(reader: DraftReader, draft: NoticeDraft, notice: Notice | null) {
  if (notice?.kind !== 'outage') return {};
  const phase = fieldValue(draft, 'phase') as Exclude<OutagePhase, 'resolved'> | '';
  const nextWord = reader.moment('next-word', 'ahead');
  return {
    ...(phase === '' ? {} : { phase }),
    ...(nextWord === null ? {} : { nextWord }),
    long: isYes(draft, 'long'),
    wait: isYes(draft, 'wait'),
  };
}

function correctionOf(draft: NoticeDraft, notice: Notice | null): NoticeCommand {
  const of = fieldValue(draft, 'of');
  const text = textOf(draft, 'text');
  if (of !== '') return { do: 'correct', update: Number(of), text };
  const changed = (['title', 'meanwhile'] as const).filter(
    (field) => !isSame(textOf(draft, field), notice?.[field] ?? {}),
  );
  return {
    ...{ do: 'correct', update: null, text },
    ...Object.fromEntries(changed.map((field) => [field, textOf(draft, field)])),
  };
}

/** Whether two texts say the same in every language. */
function isSame(one: LocalText, other: LocalText): boolean {
  return LANGUAGES.every((language) => (one[language] ?? '') === (other[language] ?? ''));
}

/** The part that is meant; of a window with one left it need not be said. */
function partOf(draft: NoticeDraft, notice: Notice | null): string {
  const given = fieldValue(draft, 'part');
  if (given !== '' || notice?.kind !== 'maintenance') return given;
  return draft.kind === 'finish' ? 'all' : (notice.parts.at(-1)?.id ?? '');
}

function isYes(draft: NoticeDraft, field: string): boolean {
  return fieldValue(draft, field) === 'yes';
}

/** Reads fields in the author's own words, and remembers what is wrong with them. */
class DraftReader {
  readonly talk: Talk;
  readonly faults: FieldFault[] = [];
  recurs = false;
  readonly #draft: NoticeDraft;

  constructor(talk: Talk, draft: NoticeDraft) {
    this.talk = talk;
    this.#draft = draft;
  }

  /** Null: nothing is said, or it was not understood. */
  moment(field: string, tense: 'ahead' | 'gone'): Millis | null {
    const text = fieldValue(this.#draft, field).trim();
    if (text === '') return null;
    const found = momentIn({ language: this.#draft.language, now: this.#writtenAt() }, text, tense);
    if (typeof found === 'number') return found;
    this.faults.push(momentFault(this.talk, field, found));
    return null;
  }

  windows(): readonly ReadWindow[] {
    const { windows, recurs, faults } = windowsOf(this.talk.playbook, this.#draft);
    this.recurs = recurs;
    const of = (field: 'parts' | 'support'): FieldFault[] =>
      faults[field].map((fault) => lineFault(this.talk, field, fault));
    this.faults.push(...of('parts'), ...of('support'));
    // Of lines that are wrong nothing else need be said.
    if (faults.parts.length > 0 || faults.support.length > 0) return [];
    return this.#translated(windows);
  }

  /** Another language has as many phrases as the author's own, or none. */
  #translated(windows: readonly ReadWindow[]): readonly ReadWindow[] {
    const phrases = phrasesOf(this.#draft, windows);
    for (const language of LANGUAGES) {
      const field = phrasesIn(language);
      const isWrong =
        fieldValue(this.#draft, field) !== '' && translated(this.#draft, phrases, language) === null;
      if (isWrong)
        this.faults.push({ field, text: this.talk.say('author.fault-phrases', { count: phrases.length }) });
    }
    return withPhrases(this.#draft, windows, LANGUAGES);
  }

  #writtenAt(): Temporal.ZonedDateTime {
    const { timezone } = this.talk.playbook;
    return Temporal.Instant.fromEpochMilliseconds(this.#draft.at).toZonedDateTimeISO(timezone);
  }
}
