import { OTHER_MATTERS } from '../../domain/triage/triage.ts';
import type { TextKey } from '../../locales/catalogue.ts';
import type { Wish } from '../actions.ts';
import type { Choice } from '../messages.ts';
import type { Talk } from '../talk.ts';
import { mayTellAway } from './away/keep.ts';
import { mayAgree } from './away/on-call.ts';
import { mayChange } from './change/change.ts';
import { hasToSign } from './commitment/commitment.ts';
import { hitsInWords } from './notices/known.ts';
import { queueChoices } from './queue/queue.ts';

/** Notices that are named in a menu. */
const MOST_HITS = 3;

/** What the bot can do for this organisation, with the ways to it. */
export function tellMenu(talk: Talk, title: TextKey): void {
  talk.tell({
    kind: 'menu',
    title: talk.say(title, { name: talk.playbook.name }),
    text: [...nowInWords(talk), talk.say('menu.text'), ...roomInWords(talk), ...emergency(talk)].join('\n'),
    choices: menuChoices(talk),
  });
}

/** What hits the person right now. */
function nowInWords(talk: Talk): string[] {
  const titles = hitsInWords(talk).slice(0, MOST_HITS);
  return titles.map((what) => talk.say('menu.now', { what }));
}

/** To whoever added the bot to a channel: the channel itself can get notices. */
function roomInWords(talk: Talk): string[] {
  const { room, what, known } = talk.event;
  const isNew = room !== undefined && what.kind === 'came' && known.subscription === null;
  return isNew ? [talk.say('notice.sub-offer')] : [];
}

function emergency(talk: Talk): string[] {
  const { emergency: phone } = talk.playbook;
  return phone === null ? [] : [talk.say('emergency.text', { phone })];
}

/** What can be asked for at any time; what the organisation has nothing for is left out. */
export function menuChoices(talk: Talk, without: Wish | null = null): Choice[] {
  const { playbook } = talk;
  const wishes: readonly (readonly [Wish, boolean])[] = [
    ['report', true],
    ['who', true],
    ['status', true],
    ['routine', playbook.routines.size > 0],
    ...OTHER_MATTERS.map(
      (matter) =>
        [matter, playbook.matters.has(matter) || (matter === 'absence' && mayTellAway(talk))] as const,
    ),
    ['directory-change', mayChange(talk)],
    ['commitment', hasToSign(talk)],
    ['unsigned', talk.event.known.unsigned !== undefined && talk.event.room === undefined],
    ['duties', talk.event.known.duties !== undefined],
    ['paper', talk.event.known.paper !== undefined],
    ['my-reports', talk.reports().length > 0],
    ['subscription', true],
    ['profile', true],
  ];
  const left = talk.left[0];
  const resume =
    left === undefined || left.name !== 'report'
      ? []
      : [talk.offer(talk.say('flow.resume'), { do: 'resume', flow: left.begun }, 'main')];
  const offered = wishes.filter(([wish, offered]) => offered && wish !== without);
  return [
    ...resume,
    ...offered.map(([wish], i) =>
      talk.offer(
        talk.say(`menu.${wish}` as TextKey),
        { do: 'wish', wish, service: null },
        i === 0 && resume.length === 0 && without === null ? 'main' : 'plain',
      ),
    ),
    ...(mayAgree(talk) && without === null
      ? [talk.offer(talk.say('menu.on-call'), { do: 'on-call-form', agreed: null, deed: 'open' })]
      : []),
    ...(without === null ? queueChoices(talk) : []),
  ];
}
