import type { MatterClass } from '../../domain/contacts/contact.ts';
import { inLanguage, type Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { say } from '../../locales/say.ts';

/** What the organisation calls a class, else the product's own word. */
export function className(playbook: Playbook, matterClass: MatterClass, language: Language): string {
  const name = playbook.classes.get(matterClass)?.name ?? null;
  return name === null
    ? say(language, `class.${matterClass}`)
    : inLanguage(name, language, playbook.languages);
}
