import { AWAY_LIMITS } from '../../../domain/absence/entry.ts';
import { isAmong } from '../../../domain/people/holders.ts';
import type { Action } from '../../actions.ts';
import type { Talk } from '../../talk.ts';
import { readPeriod } from '../../understanding/periods/period.ts';
import { bookOf, tellerOf } from './keep.ts';
import { contactNamed, saysOnCall } from './read.ts';
import { timesInWords } from './times.ts';
import { toldInWords } from './told.ts';

/** "The IT consultant is on call Saturday 10–18", by those who may (scenario D4). False: it is nothing of the kind. */
export function hearOnCall(talk: Talk, text: string): boolean {
  const { away } = talk.playbook;
  if (away === null || talk.away === null || !saysOnCall(text)) return false;
  const contact = contactNamed(talk, text);
  if (contact === null) return false;
  const when = readPeriod({ language: talk.language, now: talk.now }, withoutName(talk, text, contact));
  if (when.kind === 'open' || when.kind === 'fault') return false;
  if (!mayAgree(talk)) {
    talk.note('away.may-not-on-call', {}, 'warning');
    return true;
  }
  const periods =
    when.kind === 'period' ? [when.period] : when.kind === 'repeated' ? when.periods : when.options;
  if (when.kind !== 'ambiguous') return agree(talk, contact, periods);
  talk.tell({
    ...{ kind: 'ask', text: talk.say('away.ask-which'), hint: null, picture: false },
    choices: periods.map(({ from, to }) =>
      talk.offer(timesInWords(talk, from, to), { do: 'on-call', contact, from, to, agreed: null }),
    ),
  });
  return true;
}

/** One of two times was chosen, or an agreement is taken back. */
export function pressOnCall(
  talk: Talk,
  { contact, from, to, agreed: id }: Extract<Action, { do: 'on-call' }>,
): boolean {
  if (!mayAgree(talk)) {
    talk.note('away.may-not-on-call', {}, 'warning');
    return true;
  }
  if (id === null) return agree(talk, contact, [{ from, to }]);
  const agreement = bookOf(talk).agreed.find((each) => each.id === id);
  const now = talk.now.epochMilliseconds;
  if (agreement === undefined || agreement.end <= now) return false;
  const ended = { ...agreement, end: Math.max(agreement.start, now) };
  talk.want({ effect: 'keep-away', entries: [ended], news: 'not-on-call', site: null });
  talk.note('away.not-on-call', {}, 'good');
  return true;
}

function agree(talk: Talk, contact: string, periods: readonly { from: number; to: number }[]): boolean {
  const now = talk.now.epochMilliseconds;
  const { agreed } = bookOf(talk);
  if (agreed.filter(({ end }) => end > now).length + periods.length > AWAY_LIMITS.agreed) {
    talk.note('away.full', { days: AWAY_LIMITS.days }, 'warning');
    return true;
  }
  const entries = periods.map(({ from, to }, i) => ({
    ...{ id: `${talk.event.reference}-${i + 1}`, contact, start: from, end: to, by: tellerOf(talk) },
  }));
  talk.want({ effect: 'keep-away', entries, news: 'on-call', site: null });
  const who = talk.local(talk.playbook.contacts.get(contact)?.role ?? {});
  const [first] = entries;
  if (first === undefined) return false;
  const lines = [
    talk.say('away.on-call', {
      who,
      when: entries.map(({ start, end }) => timesInWords(talk, start, end)).join('; '),
    }),
    ...toldInWords(talk, first),
  ];
  talk.tell({
    ...{ kind: 'say', text: lines.join('\n'), tone: 'good' },
    choices: [
      talk.offer(
        talk.say('away.take-back'),
        { do: 'on-call', contact, from: first.start, to: first.end, agreed: first.id },
        'quiet',
      ),
    ],
  });
  return true;
}

function mayAgree({ playbook, event }: Talk): boolean {
  return isAmong(playbook, playbook.away?.onCallBy ?? [], event.from, event.known.identity);
}

/** Numbers in a name are no times. */
function withoutName(talk: Talk, text: string, contact: string): string {
  const names = Object.values(talk.playbook.contacts.get(contact)?.role ?? {});
  return names.reduce((rest, name) => rest.replace(new RegExp(RegExp.escape(name), 'iu'), ' '), text);
}
