import { expect } from 'chai';
import type { NoticeMessage } from '../../../../src/conversation/messages.ts';
import { noticeEcho } from '../../../../src/conversation/notices/echo.ts';
import { type Audience, noticeMessage } from '../../../../src/conversation/notices/words.ts';
import { plainText } from '../../../../src/conversation/plain-text/plain-text.ts';
import { applyCommand } from '../../../../src/domain/notices/apply/apply.ts';
import type { NoticeChange } from '../../../../src/domain/notices/commands.ts';
import type { News } from '../../../../src/domain/notices/ledger.ts';
import type { Notice } from '../../../../src/domain/notices/notice.ts';
import { LANGUAGES } from '../../../../src/domain/organisation/language.ts';
import { at, shipped } from '../../../support/playbooks.ts';
import { scenarioE, stockholm } from '../../../support/scenario-e.ts';

const playbook = shipped('itcentrum');
const of = (site: string): Audience => ({ language: 'sv', sites: [site], services: null });
const told = (notice: Notice, site: string, local: string): NoticeMessage =>
  noticeMessage(playbook, notice, of(site), at(playbook, local));
const partsOf = (message: NoticeMessage): string[] =>
  message.parts.map(({ heading, facts }) => `${heading}: ${facts.map(({ value }) => value).join(', ')}`);
const echo = (notice: Notice, site: string, news: News, local: string): string =>
  plainText(noticeEcho(playbook, notice, of(site), news, at(playbook, local)));

function changed(notice: Notice, local: string, change: NoticeChange): Notice {
  const by = { user: 'it', name: null, conversation: 'desk/itcentrum' };
  const applied = applyCommand(playbook, notice, change, { by, at: stockholm(local), id: 'X' });
  if (applied.outcome !== 'done') throw new Error(JSON.stringify(applied.faults));
  return applied.notice;
}

describe('a window in words (scenario E3)', () => {
  it('tells each municipality its own support', () => {
    const [first, second] = scenarioE().support;
    if (first === undefined || second === undefined) throw new Error('the window has no support');
    const support = [
      { ...first, sites: ['tierp'] },
      { ...second, services: ['tes'] },
    ];
    const seen = (site: string) =>
      told(scenarioE({ support }), site, '2022-10-25T09:00').facts.find(({ label }) => label === 'Support')
        ?.value;
    expect(seen('tierp')).to.equal(
      'Tierp: lördag 29 oktober 10–16, per telefon\nTES: söndag 30 oktober 10–16, per telefon',
    );
    expect(seen('alvkarleby')).to.equal('TES: söndag 30 oktober 10–16, per telefon');
  });

  it('tells each municipality its own parts', () => {
    expect(partsOf(told(scenarioE(), 'tierp', '2022-10-25T09:00'))).to.deep.equal([
      'lördag 29 oktober 10–14: Personalsystemen, Tierp, Fungerar inte',
      'lördag 29 oktober 12–14: Tierpsbyggen, Tierp, Fungerar inte',
    ]);
    const message = told(scenarioE(), 'alvkarleby', '2022-10-25T09:00');
    expect(partsOf(message)).to.deep.equal([
      'söndag 30 oktober 10–13: Treserva, TES, Älvkarleby, Fungerar inte',
    ]);
    expect(message.title).to.equal('Planerat arbete: Treserva, TES');
    expect(message.tone).to.equal('plain');
    expect(plainText(message)).to.include('Varför: Servrarna uppdateras.');
    expect(plainText(message)).to.include('söndag 30 oktober 10–16, per telefon');
  });

  it('tells who gets only one service the parts of that', () => {
    const audience = { language: 'sv', sites: null, services: ['tierpsbyggen'] } as const;
    const message = noticeMessage(playbook, scenarioE(), audience, at(playbook, '2022-10-25T09:00'));
    expect(partsOf(message)).to.have.length(1);
  });

  it('stands for each of them where their parts stand', () => {
    const sunday = '2022-10-30T11:00';
    expect(told(scenarioE(), 'tierp', sunday).title).to.equal('Klart: Personalsystemen, Tierpsbyggen');
    expect(told(scenarioE(), 'tierp', sunday).tone).to.equal('good');
    expect(partsOf(told(scenarioE(), 'alvkarleby', sunday))[0]).to.include('Fungerar inte, Pågår nu');
    expect(partsOf(told(scenarioE(), 'tierp', sunday))[0]).to.equal(
      'lördag 29 oktober 10–14: Personalsystemen, Tierp, Klart',
    );
  });

  it('says so where it is at short notice', () => {
    const message = told(scenarioE({ shortNotice: true }), 'tierp', '2022-10-25T09:00');
    expect(message.title).to.equal('Arbete med kort varsel: Personalsystemen, Tierpsbyggen');
    expect(plainText(message)).to.include('Kort, det kan inte vänta');
  });

  it('is finished early (scenario E4), each part for itself', () => {
    const done = changed(scenarioE(), '2022-10-30T12:10', {
      do: 'finish',
      part: '3',
      text: { sv: 'Allt gick bra.' },
    });
    const message = told(done, 'alvkarleby', '2022-10-30T12:10');
    expect(message.title).to.equal('Klart: Treserva, TES');
    expect(partsOf(message)[0]).to.include('Klart redan 12:10');
    expect(echo(done, 'alvkarleby', 'important', '2022-10-30T12:10')).to.equal(
      'Klart: Treserva, TES\nsöndag 30 oktober 10–13, Treserva, TES: Klart redan 12:10\nAllt gick bra.',
    );
    const never = changed(scenarioE(), '2022-10-29T09:00', { do: 'finish', part: '3', text: {} });
    expect(partsOf(told(never, 'alvkarleby', '2022-10-29T09:00'))[0]).to.include('Behövdes inte');
  });

  it('is extended, with the time that it was to end', () => {
    const longer = changed(scenarioE(), '2022-10-30T12:30', {
      ...{ do: 'extend', part: '3', to: stockholm('2022-10-30T15:00'), text: { sv: 'Det tar längre tid.' } },
    });
    const message = told(longer, 'alvkarleby', '2022-10-30T12:30');
    expect(partsOf(message)[0])
      .to.include('söndag 30 oktober 10–15')
      .and.include('skulle ha varit klart 13:00');
    expect(message.latest).to.equal('Det tar längre tid.');
    expect(echo(longer, 'alvkarleby', 'important', '2022-10-30T12:30')).to.include('Det tar längre tid.');
  });

  it('is cancelled, what of it was done before not', () => {
    const off = changed(scenarioE(), '2022-10-29T18:00', {
      do: 'cancel',
      text: { sv: 'Vi väntar en vecka.' },
    });
    expect(told(off, 'alvkarleby', '2022-10-29T18:00').title).to.equal('Inställt: Treserva, TES');
    expect(partsOf(told(off, 'alvkarleby', '2022-10-29T18:00'))[0]).to.include('Inställt');
    expect(partsOf(told(off, 'tierp', '2022-10-29T18:00'))[0]).to.include('Klart');
  });

  it('is taken back without naming what others had of it', () => {
    const back = changed(scenarioE(), '2022-10-25T09:00', { do: 'recall' });
    expect(plainText(told(back, 'alvkarleby', '2022-10-25T09:00'))).to.include('Återkallat: Treserva, TES');
    expect(plainText(told(back, 'alvkarleby', '2022-10-25T09:00'))).to.not.include('Tierp');
  });

  it('reminds in each language', () => {
    for (const language of LANGUAGES) {
      const audience = { language, sites: ['tierp'], services: null };
      const message = noticeEcho(
        playbook,
        scenarioE(),
        audience,
        'reminder',
        at(playbook, '2022-10-28T10:00'),
      );
      expect(message.kind).to.equal('notice');
      expect(plainText(message)).to.match(/^(Påminnelse|Herinnering|Reminder): /);
    }
  });
});
