import { expect } from 'chai';
import { MESSAGE_KINDS } from '../../../../src/conversation/messages.ts';
import { fitting } from '../../../../src/conversation/plain-text/budget.ts';
import { numberedText, plainText } from '../../../../src/conversation/plain-text/plain-text.ts';
import { LANGUAGES } from '../../../../src/domain/organisation/language.ts';
import { everyKindOf, largest } from '../../../support/hostile.ts';
import { callSample, samples } from '../../../support/messages.ts';

const sample = (name: string) => samples('en').find((each) => each.name === name)!.message;

describe('messages as plain text', () => {
  it('are there for every kind, in every language', () => {
    for (const language of LANGUAGES) {
      expect(new Set(samples(language).map(({ message }) => message.kind))).to.deep.equal(
        new Set(MESSAGE_KINDS),
      );
      for (const { name, message } of samples(language))
        expect(plainText(message).trim(), name)
          .to.not.equal('')
          .and.not.match(/undefined|null|\{/);
    }
  });

  it('begin with danger to life, and have the numbers as they are read', () => {
    const text = plainText(callSample('falkenberg', '2026-11-23T10:00', 'en'));
    expect(text).to.match(/^Danger to life: call 112 first\./);
    expect(text).to.include('- IT service: 0346-88 55 55');
    expect(text).to.match(/Did you get hold of somebody\?$/);
  });

  it('show nothing where an answer is about nothing, and as of no time, such as a link', () => {
    const call = callSample('falkenberg', '2026-11-23T10:00', 'en');
    const bare = { ...call, answer: { ...call.answer, matter: '', asOf: '' } };
    expect(plainText(bare)).not.to.match(/^–|–$| $/m);
    expect(plainText(bare)).to.include(`${call.answer.title}\n${call.answer.status}`);
  });

  it('show what is done and what is not', () => {
    const text = plainText(sample('routine'));
    expect(text).to.include('[x] Try another computer.');
    expect(text).to.match(/^\[ \] /m);
  });

  it('tell the history of a report', () => {
    expect(plainText(sample('receipt'))).to.include('What has happened:\n- 10:02: Noted.');
  });

  it('number the choices in the order in which they were given', () => {
    expect(numberedText(sample('confirm'))).to.equal(
      'Do you want to withdraw K7M2-QX4P?\n\n1. Yes, I talked to somebody\n2. Cancel',
    );
  });

  it('say how many rows are left out', () => {
    const [receipt] = everyKindOf(() => 'x', 33).filter(({ kind }) => kind === 'receipt');
    expect(plainText(receipt!)).to.include('…: … 3 til').and.include('- … 3 til');
  });

  it('keep the first and the newest of a history', () => {
    const history = Array.from({ length: 40 }, (_, i) => ({ at: `${i}`, text: `event ${i}` }));
    const message = sample('receipt');
    if (message.kind !== 'receipt') throw new Error('not a receipt');
    const lines = plainText({ ...message, history })
      .split('\n')
      .filter((line) => /event|more/.test(line));
    expect(lines[0]).to.equal('- 0: event 0');
    expect(lines[1]).to.equal('- … 10 more');
    expect(lines.at(-1)).to.equal('- 39: event 39');
  });
});

describe('fitting a message into a channel', () => {
  it('leaves what fits as it is', () => {
    const message = sample('menu');
    expect(
      fitting(
        message,
        (each) => each,
        () => true,
      ),
    ).to.deep.equal(message);
  });

  it('shortens texts before it leaves out rows', () => {
    const [receipt] = largest().filter(({ kind }) => kind === 'receipt');
    const fitted = fitting(
      receipt!,
      (each) => each,
      (each) => JSON.stringify(each).length < 30_000,
    );
    if (fitted.kind !== 'receipt') throw new Error('not a receipt');
    expect(fitted.facts).to.have.lengthOf(30);
    expect(fitted.facts[0]!.value).to.match(/ \(forkortet\)$/);
  });

  it('comes to an end where nothing fits', () => {
    for (const message of largest())
      expect(
        JSON.stringify(
          fitting(
            message,
            (each) => each,
            () => false,
          ),
        ).length,
      ).to.be.below(20_000);
  });
});
