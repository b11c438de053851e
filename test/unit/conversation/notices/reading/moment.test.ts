import { expect } from 'chai';
import { momentIn } from '../../../../../src/conversation/notices/reading/moment.ts';
import type { Language } from '../../../../../src/domain/organisation/language.ts';
import { at, shipped } from '../../../../support/playbooks.ts';

const now = at(shipped('itcentrum'), '2026-11-27T10:00');

function moment(text: string, tense: 'ahead' | 'gone', language: Language = 'sv'): string {
  const found = momentIn({ language, now }, text, tense);
  if (typeof found !== 'number') return found.why;
  return Temporal.Instant.fromEpochMilliseconds(found)
    .toZonedDateTimeISO(now.timeZoneId)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

describe('a moment as people write it', () => {
  for (const [text, tense, expected] of [
    ['nu', 'gone', '2026-11-27T10:00'],
    ['08:30', 'gone', '2026-11-27T08:30'],
    ['kl. 8.30', 'gone', '2026-11-27T08:30'],
    ['sedan kl 8', 'gone', '2026-11-27T08:00'],
    ['22:15', 'gone', '2026-11-26T22:15'],
    ['i går 14', 'gone', '2026-11-26T14:00'],
    ['26/11 14:05', 'gone', '2026-11-26T14:05'],
    ['26.11. 14:05', 'gone', '2026-11-26T14:05'],
    ['för 20 minuter sedan', 'gone', '2026-11-27T09:40'],
    ['20 min sedan', 'gone', '2026-11-27T09:40'],
    ['een uur geleden', 'gone', '2026-11-27T09:00'],
    ['for en time siden', 'gone', '2026-11-27T09:00'],
    ['an hour ago', 'gone', '2026-11-27T09:00'],
    ['kl 11', 'ahead', '2026-11-27T11:00'],
    ['9', 'ahead', '2026-11-28T09:00'],
    ['om 30 min', 'ahead', '2026-11-27T10:30'],
    ['om en halvtimme', 'ahead', '2026-11-27T10:30'],
    ['kl 11 kanske', 'ahead', 'not-understood'],
    ['in half an hour', 'ahead', '2026-11-27T10:30'],
    ['over een uur', 'ahead', '2026-11-27T11:00'],
    ['om 11 uur', 'ahead', '2026-11-27T11:00'],
    ['over 3 uur', 'ahead', '2026-11-27T13:00'],
    ['2 uur geleden', 'gone', '2026-11-27T08:00'],
    ['i morgon 8', 'ahead', '2026-11-28T08:00'],
    ['2026-11-27T12:15', 'ahead', '2026-11-27T12:15'],
    ['snart', 'ahead', 'time-missing'],
    ['25:00', 'ahead', 'no-such-time'],
  ] as const) {
    it(`${tense}: “${text}” is ${expected}`, () => {
      expect(moment(text, tense)).to.equal(expected);
    });
  }
});
