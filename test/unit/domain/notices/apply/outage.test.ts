import { expect } from 'chai';
import type { NoticeCommand } from '../../../../../src/domain/notices/commands.ts';
import type { Notice, OutageNotice } from '../../../../../src/domain/notices/notice.ts';
import { outageNotice } from '../../../../support/notices.ts';
import { apply, done, faults, HOUR, NOW, newsOf } from './applying.ts';

describe('an outage', () => {
  const open = outageNotice();

  it('gets a word, quietly or so that people look', () => {
    const quiet = apply(open, { do: 'update', text: { nb: 'Vi vet mer' }, important: false });
    expect(newsOf(quiet)).to.equal('edit');
    expect(done(quiet).updates).to.deep.equal([
      {
        ...{ number: 1, at: NOW, phase: null, text: { nb: 'Vi vet mer' }, important: false },
        correctedAt: null,
      },
    ]);
    expect(newsOf(apply(open, { do: 'update', text: { nb: 'Nå' }, important: true }))).to.equal('important');
  });

  it('comes to another phase, is declared long, and promises another word', () => {
    const applied = apply(open, {
      ...{ do: 'update', phase: 'identified', long: true, wait: false, nextWord: NOW + HOUR },
      important: false,
    });
    expect(newsOf(applied), 'that it is long is important').to.equal('important');
    expect(done<OutageNotice>(applied)).to.include({
      ...{ phase: 'identified', long: true, wait: false, nextWord: NOW + HOUR, revision: 2 },
    });
    expect(done(applied).updates[0]).to.include({ phase: 'identified' });
  });

  it('does not keep a promise that has come', () => {
    const promised = outageNotice({ nextWord: NOW - 1 });
    const applied = apply(promised, { do: 'update', text: { nb: 'Her' }, important: false });
    expect(done<OutageNotice>(applied).nextWord).to.equal(null);
    const moved = apply(open, { do: 'update', nextWord: NOW + HOUR, important: false });
    expect(done(moved).updates, 'a new time is no word').to.deep.equal([]);
  });

  it('is over, with a word and what it was', () => {
    const applied = apply(open, { do: 'resolve', text: { nb: 'Ok' }, retrospect: { nb: 'En disk' } });
    expect(newsOf(applied)).to.equal('important');
    expect(done<OutageNotice>(applied)).to.deep.include({
      ...{ over: NOW, phase: 'resolved', nextWord: null, retrospect: { nb: 'En disk' } },
    });
    const later = apply(done(applied), { do: 'retrospect', text: { nb: 'Bedre ord' } });
    expect(newsOf(later)).to.equal('edit');
    expect(done<OutageNotice>(later).retrospect).to.deep.equal({ nb: 'Bedre ord' });
  });

  it('is corrected, and its updates too', () => {
    const own = apply(open, { do: 'correct', update: null, text: { nb: 'Riktig' }, title: { nb: 'Tittel' } });
    expect(done(own)).to.deep.include({ text: { nb: 'Riktig' }, title: { nb: 'Tittel' }, correctedAt: NOW });
    const meanwhile = done(apply(open, { do: 'correct', update: null, meanwhile: { nb: 'Papir' } }));
    expect(meanwhile).to.deep.include({ text: open.text, title: open.title, meanwhile: { nb: 'Papir' } });
    expect(newsOf(own)).to.equal('silent');
    const updated = done(apply(open, { do: 'update', text: { nb: 'Feil' }, important: false }));
    const corrected = done(apply(updated, { do: 'correct', update: 1, text: { nb: 'Riktig' } }));
    expect(corrected.updates[0]).to.deep.include({ text: { nb: 'Riktig' }, correctedAt: NOW });
  });

  it('is taken back, and is over by that', () => {
    const applied = apply(open, { do: 'recall' });
    expect(done<OutageNotice>(applied)).to.include({ publication: 'recalled', over: NOW, revision: 2 });
    expect(newsOf(applied)).to.equal('edit');
  });

  const over = outageNotice({ over: NOW - HOUR, phase: 'resolved' });
  const long = { nb: 'x'.repeat(2001) };
  const REFUSED: readonly (readonly [string, Notice | null, NoticeCommand, string])[] = [
    ['a word about nothing', null, { do: 'update', important: false }, 'notice: not-published'],
    ['a word that says nothing', open, { do: 'update', important: true }, 'text: nothing-changed'],
    ['a word that is too long', open, { do: 'update', text: long, important: false }, 'text: text-too-long'],
    [
      'a promise that has been',
      open,
      { do: 'update', nextWord: NOW, important: false },
      'nextWord: next-word-past',
    ],
    [
      'a word when it is over',
      over,
      { do: 'update', text: { nb: 'x' }, important: false },
      'notice: is-over',
    ],
    ['an end when it is over', over, { do: 'resolve', text: {}, retrospect: {} }, 'notice: is-over'],
    [
      'an end with too long a word',
      open,
      { do: 'resolve', text: long, retrospect: {} },
      'text: text-too-long',
    ],
    [
      'too long a retrospect',
      open,
      { do: 'resolve', text: {}, retrospect: long },
      'retrospect: text-too-long',
    ],
    ['an empty retrospect', over, { do: 'retrospect', text: { nb: ' ' } }, 'text: text-missing'],
    ['a retrospect that is too long', over, { do: 'retrospect', text: long }, 'text: text-too-long'],
    ['a correction of nothing', open, { do: 'correct', update: null }, 'text: nothing-changed'],
    [
      'a correction of no update',
      open,
      { do: 'correct', update: 7, text: { nb: 'x' } },
      'update: unknown-update',
    ],
    [
      'a correction without words',
      withUpdate(),
      { do: 'correct', update: 1, text: {} },
      'text: text-missing',
    ],
    ['too long a correction', open, { do: 'correct', update: null, text: long }, 'text: text-too-long'],
    ['too long a title', open, { do: 'correct', update: null, title: long }, 'title: text-too-long'],
    ['what only windows have', open, { do: 'finish', part: null, text: {} }, 'notice: wrong-kind'],
    ['a longer part', open, { do: 'extend', part: '1', to: NOW, text: {} }, 'notice: wrong-kind'],
    ['a cancellation', open, { do: 'cancel', text: {} }, 'notice: wrong-kind'],
    ['a confirmation', open, { do: 'confirm' }, 'notice: not-waiting'],
    [
      'a word after it was taken back',
      recalled(),
      { do: 'update', important: true },
      'notice: not-published',
    ],
    ['a second recall', recalled(), { do: 'recall' }, 'notice: not-published'],
  ];
  for (const [what, notice, command, fault] of REFUSED) {
    it(`does not take ${what}`, () => {
      expect(faults(apply(notice, command))).to.deep.equal([fault]);
    });
  }

  it('keeps the newest fifty words, whose numbers are never used again', () => {
    let notice: Notice = open;
    for (let i = 1; i <= 60; i++)
      notice = done(apply(notice, { do: 'update', text: { nb: `Ord ${i}` }, important: false }));
    expect(notice.updates).to.have.length(50);
    expect(notice.updates.map(({ number }) => number)).to.include.members([11, 60]);
  });
});

function withUpdate(): Notice {
  return done(apply(outageNotice(), { do: 'update', text: { nb: 'x' }, important: false }));
}

function recalled(): Notice {
  return done(apply(outageNotice(), { do: 'recall' }));
}
