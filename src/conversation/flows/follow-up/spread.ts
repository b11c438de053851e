import { inLanguage, type Language } from '../../../domain/organisation/language.ts';
import type { ReadyText } from '../../../domain/reports/life/rules.ts';
import type { Report } from '../../../domain/reports/report.ts';
import type { Talk } from '../../talk.ts';
import { momentInWords } from '../../words/moment.ts';
import { titleOf } from '../receipt.ts';

/** To a unit manager: texts for parents, families or staff, a message each, to be copied into other channels. */
export function tellSpread(talk: Talk, id: string): void {
  const report = talk.case(id);
  const texts = talk.playbook.followUp?.spread?.texts ?? [];
  if (report === null || texts.length === 0) return;
  const about = { title: titleOf(talk, report), reference: report.id };
  talk.note('spread.lead', about, 'warning');
  for (const text of texts)
    talk.tell({ kind: 'say', text: inAllLanguages(talk, report, text), tone: 'plain' });
}

/** In each language of the organisation, the reader's first. */
function inAllLanguages(talk: Talk, report: Report, { name, text }: ReadyText): string {
  const { languages } = talk.playbook;
  const ordered = [...languages].sort((a, b) => Number(b === talk.language) - Number(a === talk.language));
  const parts = ordered.map((language) => {
    const filled = fill(talk, report, inLanguage(text, language, languages), language);
    return languages.length === 1 ? filled : `[${talk.languageName(language)}]\n${filled}`;
  });
  return [talk.say('spread.for', { who: talk.local(name) }), ...parts].join('\n\n');
}

function fill(talk: Talk, report: Report, text: string, language: Language): string {
  const { playbook } = talk;
  const service = playbook.services.get(report.service ?? '');
  const reported = Temporal.Instant.fromEpochMilliseconds(report.at).toZonedDateTimeISO(playbook.timezone);
  const values: Readonly<Record<string, string>> = {
    service:
      service === undefined ? titleOf(talk, report) : inLanguage(service.name, language, playbook.languages),
    since: momentInWords(reported, talk.now, language),
    organisation: playbook.name,
  };
  // In one pass: what is filled in is not looked at again.
  return text.replaceAll(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}
