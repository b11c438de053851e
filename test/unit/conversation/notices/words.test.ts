import { expect } from 'chai';
import type { NoticeMessage } from '../../../../src/conversation/messages.ts';
import { type Audience, noticeMessage } from '../../../../src/conversation/notices/words.ts';
import { plainText } from '../../../../src/conversation/plain-text/plain-text.ts';
import type { Notice, NoticeUpdate, OutageNotice } from '../../../../src/domain/notices/notice.ts';
import { LANGUAGES } from '../../../../src/domain/organisation/language.ts';
import { outageNotice } from '../../../support/notices.ts';
import { at, shipped } from '../../../support/playbooks.ts';
import { stockholm } from '../../../support/scenario-e.ts';

const playbook = shipped('itcentrum');
const ALL: Audience = { language: 'sv', sites: null, services: null };
const told = (notice: Notice, local: string, audience: Partial<Audience> = {}): NoticeMessage =>
  noticeMessage(playbook, notice, { ...ALL, ...audience }, at(playbook, local));
const text = (...about: Parameters<typeof told>): string => plainText(told(...about));
const labels = ({ choices }: NoticeMessage): string[] => choices.map(({ label }) => label);

const update = (number: number, local: string, more: Partial<NoticeUpdate> = {}): NoticeUpdate => ({
  ...{ number, at: stockholm(local), phase: null, text: {}, important: false, correctedAt: null },
  ...more,
});
const outage = (change: Partial<OutageNotice> = {}): OutageNotice =>
  outageNotice({
    ...{ organisation: 'itcentrum', services: ['tes'], sites: ['tierp'] },
    since: stockholm('2022-10-24T08:55'),
    publishedAt: stockholm('2022-10-24T09:00'),
    ...change,
  });
const over = (change: Partial<OutageNotice> = {}): OutageNotice =>
  outage({ phase: 'resolved', over: stockholm('2022-10-24T11:30'), ...change });

describe('an outage in words', () => {
  it('says what, where, since when, and to wait before one contacts IT (scenario E1)', () => {
    const message = told(outage(), '2022-10-24T09:01');
    expect(message.tone).to.equal('warning');
    expect(plainText(message))
      .to.include('Driftstopp: TES')
      .and.include('Sedan: måndag 24 oktober kl. 08:55');
    expect(plainText(message))
      .to.include('Var: Tierp')
      .and.include('Vänta på mer information innan du kontaktar IT');
    expect(text(outage({ wait: false }), '2022-10-24T09:01')).to.not.include('Vänta på mer information');
  });

  it('has words for each phase in each language', () => {
    const phases = (['investigating', 'identified', 'monitoring'] as const).map((phase) => outage({ phase }));
    for (const language of LANGUAGES) {
      const states = [...phases, over()].map((each) => {
        const { facts } = told(each, '2022-10-24T11:31', { language });
        return facts[0]?.value;
      });
      expect(new Set(states).size, language).to.equal(4);
    }
  });

  it('tells the newest word first and the earlier ones in their order, with what was corrected', () => {
    const message = told(
      outage({
        text: { sv: 'TES svarar inte.' },
        updates: [
          update(1, '2022-10-24T09:30', {
            phase: 'identified',
            text: { sv: 'En disk är trasig.' },
            correctedAt: stockholm('2022-10-24T09:40'),
          }),
          update(2, '2022-10-24T10:00', { text: { sv: 'Disken byts.' } }),
          update(3, '2022-10-25T10:00', { phase: 'monitoring' }),
        ],
      }),
      '2022-10-25T10:01',
    );
    expect(message.latest).to.equal('Disken byts.');
    expect(message.history).to.deep.equal([
      { at: '09:00', text: 'TES svarar inte.' },
      { at: '09:30', text: 'Orsaken är funnen, vi åtgärdar den: En disk är trasig. (rättat 09:40)' },
      { at: '25 okt. 10:00', text: 'Åtgärdat, vi ser efter att det håller' },
    ]);
    expect(message.marks).to.deep.equal([]);
  });

  it('is marked as corrected where what stands first was', () => {
    const changed = outage({ text: { sv: 'Rätt.' }, correctedAt: stockholm('2022-10-24T10:42') });
    expect(told(changed, '2022-10-24T10:43').marks).to.deep.equal(['Rättat 10:42']);
  });

  it('says that it will be long, when the next word comes, and when that is late', () => {
    const long = outage({ long: true, nextWord: stockholm('2022-10-24T11:00') });
    expect(text(long, '2022-10-24T10:00')).to.include('Hur länge: Det blir ett långt driftstopp');
    expect(text(long, '2022-10-24T10:00')).to.include('Nästa besked: måndag 24 oktober kl. 11:00\n');
    expect(text(long, '2022-10-24T11:00')).to.include('kl. 11:00, dröjer');
  });

  it('says what to do meanwhile, with the routine to open', () => {
    const message = told(
      outage({ meanwhile: { sv: 'Skriv på papper.' }, routine: 'disturbance' }),
      '2022-10-24T10:00',
    );
    expect(message.advice).to.include('Gör så här så länge: Skriv på papper.');
    expect(labels(message)).to.deep.equal(['Jag också', 'Vad gör vi så länge?', 'Mina prenumerationer']);
    expect(message.choices.map(({ id }) => id)).to.deep.equal([
      'notice:N1:me-too',
      'notice:N1:routine',
      'notice:N1:unsubscribe',
    ]);
  });

  it('asks to say that one has read it where its author wants that, also once it is over', () => {
    expect(labels(told(outage({ asksRead: true }), '2022-10-24T10:00'))[0]).to.equal('Jag har läst det');
    expect(labels(told(over({ asksRead: true }), '2022-10-24T12:00'))).to.deep.equal([
      'Jag har läst det',
      'Mina prenumerationer',
    ]);
  });

  it('says from when to when it was, and what it was, once it is over', () => {
    const message = told(
      over({
        nextWord: null,
        retrospect: { sv: 'En disk gick sönder.' },
        updates: [update(1, '2022-10-24T11:30', { phase: 'resolved', text: { sv: 'Disken är bytt.' } })],
      }),
      '2022-10-24T11:30',
    );
    expect(message.title).to.equal('Fungerar igen: TES');
    expect(message.tone).to.equal('good');
    expect(message.latest).to.equal('Disken är bytt.');
    expect(plainText(message)).to.include('Låg nere: måndag 24 oktober 08:55–11:30');
    expect(plainText(message)).to.include('Vad som hände: En disk gick sönder.');
    expect(plainText(message)).to.not.include('Vänta på mer information');
    expect(labels(message)).to.deep.equal(['Mina prenumerationer']);
  });

  it('never says that a title which tells of a fault works again, nor that all works where it is not known what did not', () => {
    expect(told(over({ title: { sv: 'TES ligger nere' } }), '2022-10-24T12:00').title).to.equal(
      'Löst: TES ligger nere',
    );
    expect(told(over({ services: [] }), '2022-10-24T12:00').title).to.equal('Löst: Driftstopp');
  });

  it('says nothing of what was taken back but that it was', () => {
    const message = told(
      over({
        publication: 'recalled',
        text: { sv: 'Allt är trasigt.' },
        changedAt: stockholm('2022-10-24T09:10'),
      }),
      '2022-10-24T09:10',
    );
    expect(message.marks).to.deep.equal(['Återkallat måndag 24 oktober kl. 09:10']);
    expect(plainText(message)).to.include('gäller inte').and.not.include('trasigt');
    expect(message.choices).to.deep.equal([]);
  });
});

describe('a language in which a text is missing', () => {
  it('is said, and the organisation’s first that has it stands in', () => {
    const one = outage({ text: { en: 'TES is down.', nl: 'TES ligt plat.' } });
    expect(told(one, '2022-10-24T09:01').latest).to.equal('TES is down.');
    expect(told(one, '2022-10-24T09:01').marks).to.deep.equal([
      'Texten finns inte på svenska: den visas på engelska',
    ]);
    expect(told(one, '2022-10-24T09:01', { language: 'nl' }).marks).to.deep.equal([]);
  });

  it('is named in the reader’s own words', () => {
    const one = outage({ text: { sv: 'TES svarar inte.' } });
    const marks = (['nb', 'nl', 'en'] as const).map(
      (language) => told(one, '2022-10-24T09:01', { language }).marks[0],
    );
    expect(marks).to.deep.equal([
      'Teksten mangler på norsk: den vises på svensk',
      'Tekst ontbreekt in het Nederlands: getoond in het Zweeds',
      'Text missing in English: shown in Swedish',
    ]);
  });

  it('is never that of the playbook’s own names', () => {
    const one = outage({ services: ['staff-systems'], routine: 'disturbance' });
    expect(told(one, '2022-10-24T09:01', { language: 'nb' }).marks).to.deep.equal([]);
  });
});
