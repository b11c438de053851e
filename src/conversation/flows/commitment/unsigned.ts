import { MESSAGE_LIMITS } from '../../messages.ts';
import type { Talk } from '../../talk.ts';
import { parted } from '../duties/card.ts';

/** "Who has not signed?": those of the directory, as far as whoever asks may see them. */
export function tellUnsigned(talk: Talk): void {
  const { unsigned } = talk.event.known;
  const { commitment } = talk.playbook;
  // Others read along in a room.
  if (unsigned == null || commitment === null || talk.event.room !== undefined)
    return talk.note('commitment.unsigned-not-yours');
  const values = { title: talk.local(commitment.title), version: commitment.version };
  const { all, missing } = unsigned;
  if (all === 0) return talk.note('commitment.unsigned-nobody');
  if (missing.length === 0) return talk.note('commitment.unsigned-none', values, 'good');
  const shown = missing.slice(0, MESSAGE_LIMITS.rows);
  const left = missing.length - shown.length;
  talk.tell({
    ...{ kind: 'notice', title: talk.say('commitment.unsigned-title', values), tone: 'plain' },
    marks: left > 0 ? [talk.say('commitment.unsigned-more', { count: left })] : [],
    ...{
      facts: [{ label: talk.say('commitment.unsigned-count'), value: String(missing.length) }],
      latest: null,
    },
    parts: parted(
      talk.say('commitment.unsigned-who'),
      shown.map(({ name, unit }) => ({ label: name, value: unit ?? '–' })),
    ),
    ...{ advice: [], history: [], choices: [] },
  });
}
