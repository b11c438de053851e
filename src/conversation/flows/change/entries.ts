import type { Talk } from '../../talk.ts';
import { mayChange } from './change.ts';

/** Managers are asked now and then whether what the directory says of their unit is still right, in a chat of their own. */
export function remindOfEntries(talk: Talk): void {
  const askMs = talk.playbook.directory?.changes?.askMs ?? null;
  const waits = talk.reminders.some(({ about }) => about.kind === 'entries');
  const { room, from } = talk.event;
  if (askMs === null || waits || room !== undefined || from.desk || !mayChange(talk)) return;
  const about = { kind: 'entries', report: '' } as const;
  talk.reminders = [...talk.reminders, { id: 'entries', due: talk.now.epochMilliseconds + askMs, about }];
}

/** It is time to ask. */
export function askAboutEntries(talk: Talk): void {
  if (!mayChange(talk)) return;
  const change = { do: 'wish', wish: 'directory-change', service: null } as const;
  talk.tell({
    ...{ kind: 'ask', text: talk.say('change.still-right'), hint: null, picture: false },
    choices: [
      talk.offer(talk.say('change.all-right'), { do: 'entries-right' }, 'main'),
      talk.offer(talk.say('menu.directory-change'), change),
      talk.offer(talk.say('people.again'), { do: 'wish', wish: 'directory', service: null }),
    ],
  });
}

/** All of it is right. */
export function pressRight(talk: Talk): boolean {
  talk.note('change.all-right-done', {}, 'good');
  return true;
}
