import { BOARD_ACCESS } from '../../../domain/people/board-access.ts';
import type { Talk } from '../../talk.ts';
import { sayMoment } from '../../when.ts';
import { boardKnown } from './known.ts';

/** The link that opens the board once. */
export function tellBoardLink(talk: Talk): boolean {
  const known = boardKnown(talk);
  if (known === null) return true;
  if (known.signIn === null) {
    talk.note('board.no-page');
    return true;
  }
  const { from } = talk.event;
  const { address, id } = known.signIn;
  const at = talk.now.epochMilliseconds;
  const until = at + BOARD_ACCESS.linkMs;
  const name = from.desk ? null : (talk.event.known.identity?.name ?? null);
  talk.want({ effect: 'keep-sign-in', id, until, language: talk.language, name });
  tellAddress(talk, address, sayMoment(talk, until));
  return true;
}

/** Shown as what is to be opened is shown everywhere: with a way to press. */
function tellAddress(talk: Talk, address: string, until: string): void {
  const nothing = { phone: null, extension: null, email: null, remarks: [] };
  talk.tell({
    kind: 'call',
    lead: [talk.say('board.link-lead', { until })],
    answer: {
      ...{ title: talk.say('board.title'), matter: '', status: talk.say('board.link-status'), tone: 'open' },
      ...{ emergency: null, skipped: [], last: null, asOf: '' },
      holds: talk.say('board.link-until', { until }),
      steps: [
        {
          ...{ lead: null, heading: talk.say('board.link-heading'), remarks: [], receipt: null },
          contacts: [
            {
              ...{ ...nothing, role: talk.say('board.intro', { name: talk.playbook.name }), url: address },
              until: talk.say('board.link-until', { until }),
            },
          ],
        },
      ],
    },
    question: null,
    choices: [talk.offer(talk.say('board.sign-out-everywhere'), { do: 'board-sign-out' }, 'quiet')],
  });
}

/** Whatever was opened with links of theirs is closed. */
export function signOutEverywhere(talk: Talk): boolean {
  talk.want({ effect: 'end-sign-ins' });
  talk.note('board.signed-out-everywhere', {}, 'good');
  return true;
}
