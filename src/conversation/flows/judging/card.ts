import type { JudgeNews } from '../../../domain/reports/life/life.ts';
import type { Report } from '../../../domain/reports/report.ts';
import type { TextKey } from '../../../locales/catalogue.ts';
import type { Fact } from '../../messages.ts';
import type { Talk } from '../../talk.ts';
import { sayMoment } from '../../when.ts';
import { actorInWords, factsOf, historyOf, picturesOf, stateInWords } from '../receipt.ts';
import { caseChoices } from './choices.ts';
import { tellByHand } from './hand-over.ts';
import { mayJudge } from './may.ts';

const TITLES: Readonly<Record<JudgeNews, TextKey>> = {
  judge: 'case.title-judge',
  reopened: 'case.title-reopened',
  'remind-judge': 'case.title-remind-judge',
  'remind-look': 'case.title-remind-look',
  'wait-over': 'case.title-wait-over',
  answered: 'case.title-answered',
  'hand-over': 'case.title-hand-over',
  update: 'case.title',
};

/** Something about a report for those who judge: a card of its own, or the one that is there changes. */
export function hearCase(talk: Talk, id: string, what: JudgeNews): void {
  const report = talk.case(id);
  if (report === null) return;
  const card = talk.cards[id] ?? null;
  if (what !== 'update') return tellCard(talk, report, what, null);
  if (card !== null) tellCard(talk, report, what, card);
}

/** A report as those who judge see it, with what they can do. */
export function tellCard(talk: Talk, report: Report, what: JudgeNews, replaces: string | null): void {
  const holds = mayJudge(talk);
  talk.tell(
    {
      kind: 'receipt',
      title: talk.say(TITLES[what]),
      reference: report.id,
      state: stateInWords(talk, report),
      tone: toneOf(report),
      facts: [...factsOf(talk, report), ...lifeFacts(talk, report)],
      pictures: picturesOf(talk, report),
      history: historyOf(talk, report),
      notes: [...noteOn(talk, report), ...(holds ? [] : [nobodyHolds(talk)])],
      choices: holds ? caseChoices(talk, report) : [],
    },
    replaces,
  );
  talk.cards = { ...without(talk.cards, report.id), [report.id]: talk.lastKey };
  if (what === 'hand-over') tellByHand(talk, report);
}

/** The card where it stands, as things are now. */
export function renewCard(talk: Talk, report: Report): void {
  tellCard(talk, report, 'update', talk.cards[report.id] ?? null);
}

function toneOf({ state, class: matterClass }: Report): 'good' | 'warning' | 'plain' {
  if (state === 'closed') return 'good';
  return matterClass === 'critical' || state === 'handing-on' ? 'warning' : 'plain';
}

function lifeFacts(talk: Talk, { life }: Report): Fact[] {
  if (life === undefined) return [];
  const { judgement, due, supplier, question, joins } = life;
  const contact = talk.playbook.contacts.get(supplier ?? '');
  const facts: [TextKey, string | null][] = [
    ['case.fact-judged-by', judgement === null ? null : actorInWords(talk, judgement.by)],
    ['case.fact-why', judgement === null || judgement.why === '' ? null : judgement.why],
    ['case.fact-supplier', contact === undefined ? null : talk.local(contact.role)],
    ['case.fact-question', question === null ? null : question.text],
    ['case.fact-joins', joins.length === 0 ? null : joins.join(', ')],
    [
      'case.fact-next',
      due === null ? null : talk.say(`case.due-${due.what}`, { at: sayMoment(talk, due.at) }),
    ],
  ];
  return facts.flatMap(([label, value]) => (value === null ? [] : [{ label: talk.say(label), value }]));
}

function noteOn(talk: Talk, { statedCritical, life }: Report): string[] {
  const isNew = life?.judgement === null;
  return statedCritical && isNew ? [talk.say('case.note-stated-critical')] : [];
}

/** Who sees the card but may not act: it fell to IT's desk because nobody who may can be written to. */
function nobodyHolds(talk: Talk): string {
  const judge = talk.playbook.contacts.get(talk.playbook.followUp?.judge ?? '');
  const who = judge === undefined ? '' : talk.local(judge.role);
  const way = judge?.phone ?? judge?.email ?? '';
  return talk.say('case.note-nobody-holds', { who, way: way === '' ? '–' : way });
}

function without(cards: Talk['cards'], id: string): Talk['cards'] {
  return Object.fromEntries(Object.entries(cards).filter(([report]) => report !== id));
}
