import { inLanguage, LANGUAGES, type Language, type LocalText } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { TextKey } from '../../locales/catalogue.ts';
import { LOCALE_TAGS, say, type TextValues } from '../../locales/say.ts';
import type { Fact } from '../messages.ts';
import type { TimeSetting } from './times.ts';

/** Words for one reader. Remembers what had to be said in another language than theirs. */
export class Wording implements TimeSetting {
  readonly playbook: Playbook;
  readonly language: Language;
  readonly now: Temporal.ZonedDateTime;
  readonly #others = new Set<Language>();

  constructor(playbook: Playbook, language: Language, now: Temporal.ZonedDateTime) {
    this.playbook = playbook;
    this.language = language;
    this.now = now;
  }

  say(key: TextKey, values: TextValues = {}): string {
    return say(this.language, key, values);
  }

  fact(label: TextKey, value: string): Fact {
    return { label: this.say(label), value };
  }

  /** What the author wrote: in the reader's language, else in the organisation's first that has it. Empty if nothing. */
  written(text: LocalText): string {
    const order = [this.language, ...this.playbook.languages, ...LANGUAGES];
    const found = order.find((language) => (text[language] ?? '').trim() !== '');
    if (found === undefined) return '';
    if (found !== this.language) this.#others.add(found);
    return text[found] ?? '';
  }

  /** A text of the playbook: it is in all of the organisation's languages, so none is missing. */
  local(text: LocalText): string {
    return inLanguage(text, this.language, this.playbook.languages);
  }

  /** That what was written so far stands there in another language. */
  missing(): string[] {
    return [...this.#others].map((shown) => textMissing(this.language, shown));
  }

  /** Services by name; what the playbook does not know any more by its id. Empty: everything. */
  services(ids: readonly string[]): string {
    return ids.length === 0
      ? this.say('notice.everything')
      : this.#names(ids, (id) => this.playbook.services.get(id)?.name);
  }

  /** Sites by name, likewise; null: everywhere. */
  sites(ids: readonly string[] | null): string {
    return ids === null
      ? this.say('notice.everywhere')
      : this.#names(ids, (id) => this.playbook.sites.get(id)?.name);
  }

  #names(ids: readonly string[], nameOf: (id: string) => LocalText | undefined): string {
    return ids.map((id) => this.local(nameOf(id) ?? {}) || id).join(', ');
  }
}

/** That a text is not there in the language that is read, and in which it is shown. */
export function textMissing(wanted: Language, shown: Language): string {
  const nameOf = (language: Language): string => {
    // "norsk", not "norsk bokmål": there is only one Norwegian here.
    const tag = language === 'nb' ? 'no' : language;
    return new Intl.DisplayNames(LOCALE_TAGS[wanted], { type: 'language' }).of(tag) ?? language;
  };
  return say(wanted, 'notice.text-missing', { wanted: nameOf(wanted), shown: nameOf(shown) });
}
