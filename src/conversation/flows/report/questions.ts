import { who } from '../../../domain/contacts/who.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { roleMatters } from '../../../domain/triage/tree.ts';
import type { TriageEnd } from '../../../domain/triage/triage.ts';
import { hittingNow } from '../../notices/relevant.ts';
import type { Talk } from '../../talk.ts';
import { answerTo, type Draft } from './draft.ts';
import {
  placeInTree,
  reportedService,
  roleOf,
  serviceIsOpen,
  treeQuestion,
  type Verdict,
  verdictOn,
} from './facts.ts';
import { type Option, QUESTION, type Question, VALUE } from './question.ts';

/** What comes next, before the class is decided. */
export type Next =
  | { readonly step: 'ask'; readonly question: Question }
  | { readonly step: 'notice'; readonly notice: Notice }
  | { readonly step: 'solved'; readonly end: TriageEnd }
  | { readonly step: 'decide'; readonly verdict: Verdict };

/** At most so many exchanges between the first message and a critical number. */
const MOST_EXCHANGES = 3;
/** Services offered as choices; the others can be written. */
const MOST_OPTIONS = 15;

/** The next thing to ask, or what the answers come to. Danger to life ends all asking. */
export function nextStep(talk: Talk, draft: Draft): Next {
  const verdict = verdictOn(talk, draft);
  if (draft.danger && verdict !== null) return { step: 'decide', verdict };
  if (serviceIsOpen(talk, draft)) return ask(serviceQuestion(talk, draft));
  const notice = openNotice(talk, draft);
  if (notice !== null) return { step: 'notice', notice };
  if (roleIsOpen(talk, draft)) return ask(roleQuestion(talk));
  const place = placeInTree(talk, draft);
  if (place !== null && 'end' in place && place.end.solved) return { step: 'solved', end: place.end };
  if (place !== null && 'question' in place) return ask(questionOfTree(talk, draft));
  if (verdict === null) return ask(judgeQuestion(talk));
  if (siteIsOpen(talk, draft, verdict)) return ask(siteQuestion(talk));
  return { step: 'decide', verdict };
}

function ask(question: Question): Next {
  return { step: 'ask', question };
}

/** Services as choices. */
function serviceOptions(talk: Talk): Option[] {
  return [...talk.playbook.services.values()]
    .slice(0, MOST_OPTIONS)
    .map(({ id, name }) => ({ value: id, label: talk.local(name) }));
}

function serviceQuestion(talk: Talk, draft: Draft): Question {
  return {
    id: QUESTION.service,
    text: talk.say(draft.text === '' ? 'report.ask-service' : 'report.ask-which-service'),
    options: [
      ...serviceOptions(talk),
      { value: VALUE.other, label: talk.say('report.other-service') },
      ...dangerOption(talk),
    ],
    hint: talk.say('report.hint-service'),
    picture: true,
  };
}

function roleQuestion(talk: Talk): Question {
  return {
    id: QUESTION.role,
    text: talk.say('report.ask-role'),
    options: [
      ...[...talk.playbook.roles].map(([id, name]) => ({ value: id, label: talk.local(name) })),
      { value: VALUE.other, label: talk.say('report.other-role') },
      ...dangerOption(talk),
    ],
    hint: null,
    picture: false,
  };
}

/** The role is left out where asking for it would keep a critical number back too long. */
function roleIsOpen(talk: Talk, draft: Draft): boolean {
  const service = reportedService(talk, draft);
  return (
    exchanges(draft) <= MOST_EXCHANGES - 2 &&
    talk.playbook.roles.size > 0 &&
    roleOf(talk, draft) === null &&
    answerTo(draft, QUESTION.role) === null &&
    roleMatters(talk.playbook, service)
  );
}

function questionOfTree(talk: Talk, draft: Draft): Question {
  const place = placeInTree(talk, draft);
  if (place === null || !('question' in place)) throw new TypeError('there is no question to ask');
  const options = place.question.answers.map(({ text }, i) => ({
    value: String(i),
    label: talk.local(text),
  }));
  return {
    id: treeQuestion(place.tree, place.question),
    text: talk.local(place.question.text),
    options: [...options, ...dangerOption(talk)],
    hint: null,
    picture: false,
  };
}

/** The organisation's own circumstances, and then how many are hit: the rules decide by the answer. */
function judgeQuestion(talk: Talk): Question {
  const { danger, classes, circumstances } = talk.playbook;
  const rules = (classes.get('critical')?.when ?? []).filter((id) => id !== danger);
  return {
    id: QUESTION.judge,
    text: talk.say('report.ask-judge'),
    options: [
      ...dangerOption(talk),
      ...rules.map((id) => ({ value: id, label: talk.local(circumstances.get(id) ?? {}) })),
      { value: VALUE.several, label: talk.say('report.hit-several') },
      { value: VALUE.one, label: talk.say('report.hit-one') },
    ],
    hint: null,
    picture: false,
  };
}

function dangerOption(talk: Talk): Option[] {
  const text = talk.playbook.circumstances.get(talk.playbook.danger ?? '');
  return text === undefined ? [] : [{ value: VALUE.danger, label: talk.local(text), style: 'danger' }];
}

/** An outage or planned work that may be this, and of which the reporter has not said that theirs is another matter. */
function openNotice(talk: Talk, draft: Draft): Notice | null {
  if (draft.again) return null;
  const concerned = hittingNow(talk, { service: reportedService(talk, draft), site: talk.site });
  return concerned.find(({ id }) => answerTo(draft, outageQuestion(id)) === null) ?? null;
}

export function outageQuestion(id: string): string {
  return `outage:${id}`;
}

/** The unit is asked for before the number only where it changes whom to call at this minute, and there is time. */
function siteIsOpen(talk: Talk, draft: Draft, verdict: Verdict): boolean {
  const { playbook } = talk;
  if (verdict.class !== 'critical' || talk.site !== null || answerTo(draft, QUESTION.site) !== null)
    return false;
  if (exchanges(draft) >= MOST_EXCHANGES) return false;
  const role = roleOf(talk, draft);
  const calls = [null, ...playbook.sites.keys()].map((site) =>
    who(playbook, { ...verdict, site, role }, talk.now)
      .steps.map(({ contacts }) => contacts.map(({ contact }) => contact.id).join())
      .join('>'),
  );
  return new Set(calls).size > 1;
}

function exchanges({ answers }: Draft): number {
  return answers.filter(({ question }) => !question.startsWith('detail:')).length;
}

export function siteQuestion(talk: Talk): Question {
  const sites = [...talk.playbook.sites.values()];
  return {
    id: QUESTION.site,
    text: talk.say('report.ask-site'),
    options: [
      ...sites.slice(0, MOST_OPTIONS).map(({ id, name }) => ({ value: id, label: talk.local(name) })),
      { value: VALUE.other, label: talk.say('report.other-site') },
    ],
    hint: talk.say('report.hint-site'),
    picture: false,
  };
}
