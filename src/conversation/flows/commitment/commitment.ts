import {
  COMMITMENT_LIMITS,
  type CommitmentRules,
  type Signature,
} from '../../../domain/commitment/commitment.ts';
import type { Action } from '../../actions.ts';
import type { CommitmentKnown } from '../../event.ts';
import type { Choice } from '../../messages.ts';
import { cut } from '../../plain-text/clean.ts';
import type { Talk } from '../../talk.ts';
import { sayMoment } from '../../when.ts';
import { fullMoment } from '../../words/moment.ts';
import { setProfile } from '../profile.ts';
import { putAside } from '../report/begin.ts';

/** Workplaces offered to choose from. */
const MOST_SITES = 20;

interface Asked {
  readonly rules: CommitmentRules;
  readonly known: CommitmentKnown;
}

/** What is to be signed here, and whether it was; null: nothing, or others read along. */
function asked(talk: Talk): Asked | null {
  const { commitment: rules } = talk.playbook;
  const { commitment: known } = talk.event.known;
  if (rules === null || known === undefined || talk.event.room !== undefined || talk.event.from.desk)
    return null;
  return { rules, known };
}

/** Whether the speaker still has to sign. */
export function hasToSign(talk: Talk): boolean {
  const here = asked(talk);
  return here !== null && here.known.signed === null && !talk.wants('sign');
}

/** The text, to be read and signed; or that it is signed, and the copy. */
export function tellCommitment(talk: Talk): void {
  const here = asked(talk);
  if (here === null) return talk.note('commitment.none');
  if (here.known.signed !== null) return tellSigned(talk, here.known.signed, here.known.copy);
  const { title, text, version } = here.rules;
  const sign = { do: 'commitment-sign', version } as const;
  talk.tell({
    kind: 'say',
    tone: 'plain',
    text: [talk.local(title), talk.local(text), talk.say('commitment.version', { version })].join('\n\n'),
    choices: [
      talk.offer(talk.say('commitment.sign'), sign, 'main'),
      talk.offer(talk.say('commitment.later'), { do: 'commitment-later' }, 'quiet'),
    ],
  });
}

/** "I have read it and sign": where they work is asked first, if nobody knows; then their name, which they write themselves. */
export function pressSign(talk: Talk, { version }: Extract<Action, { do: 'commitment-sign' }>): boolean {
  const here = asked(talk);
  if (here === null || here.known.signed !== null) return false;
  if (here.rules.version !== version) {
    // The text has changed since they read it.
    tellCommitment(talk);
    return true;
  }
  if (talk.site === null && talk.playbook.sites.size > 0) {
    const choices = [...talk.playbook.sites.values()]
      .slice(0, MOST_SITES)
      .map(({ id, name }) => talk.offer(talk.local(name), { do: 'commitment-site', version, site: id }));
    talk.tell({ kind: 'ask', text: talk.say('commitment.ask-site'), hint: null, picture: false, choices });
    return true;
  }
  askName(talk, version);
  return true;
}

/** Where they work was chosen: it is kept, as if they had told it about themselves. */
export function pressSite(
  talk: Talk,
  { version, site }: Extract<Action, { do: 'commitment-site' }>,
): boolean {
  if (!talk.playbook.sites.has(site)) return false;
  setProfile(talk, { site });
  return pressSign(talk, { do: 'commitment-sign', version });
}

export function pressLater(talk: Talk): boolean {
  talk.note('commitment.later-done');
  return true;
}

/** Their name was written. False: there is nothing to sign any more. */
export function hearName(talk: Talk, version: string, text: string): boolean {
  const here = asked(talk);
  talk.flow = null;
  const name = cut(text, COMMITMENT_LIMITS.name);
  if (here === null || here.known.signed !== null || here.rules.version !== version || name === '')
    return false;
  sign(talk, here, name);
  return true;
}

function askName(talk: Talk, version: string): void {
  putAside(talk);
  talk.flow = { name: 'sign', begun: talk.number, version };
  const cancel: Choice = talk.offer(talk.say('flow.cancel'), { do: 'drop', flow: talk.number }, 'quiet');
  const hint = talk.say('commitment.hint-name');
  talk.tell({ kind: 'ask', text: talk.say('commitment.ask-name'), hint, picture: false, choices: [cancel] });
}

function sign(talk: Talk, { rules, known }: Asked, name: string): void {
  const { event, language, now } = talk;
  const { identity } = event.known;
  const signature: Signature = {
    ...{ user: event.from.user, name },
    known: identity === null ? null : { name: identity.name, email: identity.email },
    ...{ site: talk.site, version: rules.version, language, at: now.epochMilliseconds },
    ...{ title: talk.local(rules.title), text: talk.local(rules.text) },
  };
  talk.want({ effect: 'sign', signature });
  forgetReminder(talk);
  tellSigned(talk, signature, known.copy);
}

function tellSigned(talk: Talk, { title, version, at, name, site }: Signature, copy: string | null): void {
  const values = { title, version, name, at: sayMoment(talk, at), site: talk.siteName(site) ?? '–' };
  const text = talk.say('commitment.signed', values);
  if (copy === null) return talk.tell({ kind: 'say', tone: 'good', text });
  tellCopy(talk, text, { title, version, copy });
}

/** A link to the copy, shown as what is to be opened is shown everywhere. */
export function tellCopy(
  talk: Talk,
  text: string,
  { title, version, copy }: { readonly title: string; readonly version: string; readonly copy: string },
): void {
  const nothing = { phone: null, extension: null, email: null, remarks: [], until: '' };
  talk.tell({
    ...{ kind: 'call', lead: [], question: null },
    answer: {
      ...{ title, matter: version, status: text, tone: 'open', emergency: null, skipped: [], last: null },
      ...{
        holds: talk.say('commitment.keep-link'),
        asOf: talk.say('who.checked-at', { at: fullMoment(talk.now, talk.language) }),
      },
      steps: [
        {
          ...{ lead: null, heading: talk.say('commitment.copy'), remarks: [], receipt: null },
          contacts: [
            { ...nothing, role: talk.say('commitment.copy-what'), url: copy },
            { ...nothing, role: talk.say('commitment.pdf'), url: pdfOf(copy) },
          ],
        },
      ],
    },
  });
}

/** Where a copy is as a PDF. */
function pdfOf(copy: string): string {
  const address = new URL(copy);
  address.pathname += '/copy.pdf';
  return address.href;
}

/** Whoever has not signed is reminded in their own chat, until they have. */
export function remindToSign(talk: Talk): void {
  const { commitment: rules } = talk.playbook;
  const waits = talk.reminders.some(({ about }) => about.kind === 'sign');
  if (rules?.remindMs == null || waits || !hasToSign(talk)) return;
  const due = talk.now.epochMilliseconds + rules.remindMs;
  const about = { kind: 'sign', report: '' } as const;
  talk.reminders = [...talk.reminders, { id: 'sign', due, about }];
}

/** The reminder rang. */
export function ringToSign(talk: Talk): void {
  if (!hasToSign(talk)) return;
  const title = talk.local(talk.playbook.commitment?.title ?? {});
  talk.tell({
    ...{ kind: 'say', tone: 'warning', text: talk.say('commitment.reminder', { title }) },
    choices: [
      talk.offer(talk.say('menu.commitment'), { do: 'wish', wish: 'commitment', service: null }, 'main'),
    ],
  });
}

function forgetReminder(talk: Talk): void {
  talk.reminders = talk.reminders.filter(({ about }) => about.kind !== 'sign');
}
