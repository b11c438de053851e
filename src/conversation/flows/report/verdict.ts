import type { Talk } from '../../talk.ts';
import { className } from '../../words/class-name.ts';
import type { Draft } from './draft.ts';
import type { Verdict } from './facts.ts';

/** What was decided and why. The rules decide, also where the reporter said that it is critical (scenario D3). */
export function verdictInWords(talk: Talk, draft: Draft, verdict: Verdict): string[] {
  const advice = verdict.advice === null ? [] : [verdict.advice];
  const name = className(talk.playbook, verdict.class, talk.language);
  if (draft.danger) return [talk.say('verdict.danger', { class: name }), ...advice];
  if (verdict.class === 'critical') return [critical(talk, verdict, name), ...advice];
  return [...normal(talk, draft, name), ...advice];
}

function critical(talk: Talk, { because }: Verdict, name: string): string {
  const circumstance = talk.playbook.circumstances.get(because ?? '');
  if (circumstance === undefined) return talk.say('verdict.critical', { class: name });
  return talk.say('verdict.critical-because', { class: name, because: talk.local(circumstance) });
}

function normal(talk: Talk, draft: Draft, name: string): string[] {
  const { classes } = talk.playbook;
  const rule = classes.get('critical')?.explains ?? classes.get('normal')?.explains ?? null;
  const explained = rule === null ? [] : [talk.local(rule)];
  if (!draft.stated) return [talk.say('verdict.normal', { class: name }), ...explained];
  return [
    talk.say('verdict.normal-though-stated', { class: name }),
    ...explained,
    talk.say('verdict.if-worse'),
  ];
}
