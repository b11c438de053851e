import { type Notice, OUTAGE_PHASES } from '../../../domain/notices/notice.ts';
import { endOf } from '../../../domain/notices/view.ts';
import type { TextKey } from '../../../locales/catalogue.ts';
import { LOCALE_TAGS } from '../../../locales/say.ts';
import { partLine } from '../../notices/reading/print.ts';
import { cut } from '../../plain-text/clean.ts';
import type { Talk } from '../../talk.ts';
import { DRAFT_LIMITS, fieldValue, type NoticeDraft } from './draft.ts';
import type { DraftField } from './fields.ts';

const LINE = 300;
/** What a menu of a form can show on every platform. */
const MOST_OPTIONS = 100;

/** The fields that drafts are made of, in the words of whoever writes. */
export class Fields {
  readonly #talk: Talk;

  constructor(talk: Talk) {
    this.#talk = talk;
  }

  services(): DraftField[] {
    const { playbook } = this.#talk;
    const options = [...playbook.services.values()].map(({ id, name }) => ({
      value: id,
      label: this.#talk.local(name),
    }));
    return options.length === 0 ? [] : [this.#several('services', options)];
  }

  sites(): DraftField[] {
    const { playbook } = this.#talk;
    const options = [...playbook.sites.values()].map(({ id, name }) => ({
      value: id,
      label: this.#talk.local(name),
    }));
    return options.length === 0 ? [] : [this.#several('sites', options)];
  }

  /** A title is made of what is hit; only where there is another one can it be changed. */
  title(draft: NoticeDraft): DraftField[] {
    if (fieldValue(draft, 'title') === '' && draft.values['had-title'] !== 'yes') return [];
    return [{ ...this.#field('title', 'title'), takes: 'line', max: DRAFT_LIMITS.title, optional: true }];
  }

  /** @param words which of the catalogue's texts ask for it; `id`: where it stands, if elsewhere */
  text(words: string, optional: boolean, id: string = words): DraftField {
    return { ...this.#field(id, words), takes: 'lines', max: DRAFT_LIMITS.text, optional };
  }

  lines(id: 'parts' | 'support', optional: boolean): DraftField {
    const hint = id === 'parts' ? this.#partExample() : this.#supportExample();
    return { ...this.#field(id, id), hint, takes: 'lines', max: DRAFT_LIMITS.lines, optional };
  }

  /** Where there are places, that each can have hours of its own. */
  #supportExample(): string {
    const [site] = this.#talk.playbook.sites.values();
    return site === undefined
      ? this.#talk.say('author.hint-support')
      : this.#talk.say('author.hint-support-places', { site: cut(this.#talk.local(site.name), 30) });
  }

  /** "Sat 29 Oct 10–14 Payroll, Tierp: cannot be reached", with a day that is to come. */
  #partExample(): string {
    const { playbook, language, now } = this.#talk;
    const saturday = now.toPlainDate().add({ days: ((13 - now.dayOfWeek) % 7) + 7 });
    const day = saturday.toLocaleString(LOCALE_TAGS[language], {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
    });
    const [service] = playbook.services.values();
    const [site] = playbook.sites.values();
    const named = [service, site].flatMap((each) =>
      each === undefined ? [] : [this.#talk.local(each.name)],
    );
    const what = named.length === 0 ? this.#talk.say('notice.everything') : named.join(', ');
    return this.#talk.say('author.hint-parts', { day, what });
  }

  line(id: 'since' | 'next-word' | 'to', optional: boolean): DraftField {
    return { ...this.#field(id, id), takes: 'line', max: LINE, optional };
  }

  yesNo(id: string): DraftField {
    const options = (['yes', 'no'] as const).map((value) => ({
      value,
      label: this.#talk.say(`author.${value}`),
    }));
    return { ...this.#field(id, id), hint: null, takes: 'one', options, optional: false };
  }

  phase(): DraftField {
    const phases = OUTAGE_PHASES.filter((phase) => phase !== 'resolved');
    const options = phases.map((value) => ({ value, label: this.#talk.say(`notice.phase-${value}`) }));
    return { ...this.#field('phase', 'phase'), hint: null, takes: 'one', options, optional: true };
  }

  routine(): DraftField[] {
    const { playbook } = this.#talk;
    if (playbook.routines.size === 0) return [];
    const options = [...playbook.routines.values()]
      .slice(0, MOST_OPTIONS - 1)
      .map(({ id, name }) => ({ value: id, label: this.#talk.local(name) }));
    return [{ ...this.#field('routine', 'routine'), hint: null, takes: 'one', options, optional: true }];
  }

  /** The parts that are not over; of a window with one there is nothing to choose. */
  part(notice: Notice | null, change: 'finish' | 'extend'): DraftField[] {
    if (notice?.kind !== 'maintenance') return [];
    const now = this.#talk.now.epochMilliseconds;
    const open = notice.parts.filter((part) => now < endOf(part));
    if (open.length < 2) return [];
    const all = { value: 'all', label: this.#talk.say('author.part-all') };
    const parts = open.map((part) => ({
      value: part.id,
      label: partLine(this.#talk.playbook, this.#talk.language, part),
    }));
    const options = change === 'finish' ? [all, ...parts] : parts;
    return [{ ...this.#field('part', 'part'), hint: null, takes: 'one', options, optional: false }];
  }

  #several(id: 'services' | 'sites', options: DraftField['options']): DraftField {
    return {
      ...this.#field(id, id),
      takes: 'several',
      options: options.slice(0, MOST_OPTIONS),
      optional: true,
    };
  }

  #field(id: string, words: string): DraftField {
    const say = (what: 'field' | 'ask'): string => this.#talk.say(`author.${what}-${words}` as TextKey);
    const hint = HINTS.has(words) ? this.#talk.say(`author.hint-${words}` as TextKey) : null;
    return {
      ...{ id, label: say('field'), question: say('ask'), hint, takes: 'line' as const },
      ...{ options: [], optional: false, max: LINE },
    };
  }
}

/** Fields of which an example says more. */
const HINTS: ReadonlySet<string> = new Set([
  'services',
  'sites',
  'text',
  'since',
  'next-word',
  'meanwhile',
  'why',
  'to',
]);
