import type { Report } from '../../../domain/reports/report.ts';
import type { Talk } from '../../talk.ts';
import { factsOf, titleOf } from '../receipt.ts';

/** Where to send a report by hand, and the text to send: a message of its own, to be copied. */
export function tellByHand(talk: Talk, report: Report): void {
  const supplier = talk.playbook.contacts.get(report.life?.supplier ?? '');
  const who = supplier === undefined ? talk.say('case.hand-nobody') : talk.local(supplier.role);
  const way = supplier?.email ?? supplier?.phone ?? supplier?.url ?? null;
  const facts = factsOf(talk, report).map(({ label, value }) => `${label}: ${value}`);
  const answers = (report.life === undefined ? [] : report.history)
    .filter(({ what, text }) => what === 'answered-back' && text !== null)
    .map(({ text }) => `${talk.say('history.answered-back')}: ${text}`);
  talk.tell({
    kind: 'say',
    tone: 'plain',
    text: [
      talk.say('case.hand-to', { who, way: way ?? '–' }),
      talk.say('case.hand-subject', { reference: report.id, title: titleOf(talk, report) }),
      '',
      ...facts,
      ...answers,
    ].join('\n'),
  });
}
