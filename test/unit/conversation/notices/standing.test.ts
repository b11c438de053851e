import { expect } from 'chai';
import { standingChoice, standingId } from '../../../../src/conversation/notices/standing.ts';
import type { Notice } from '../../../../src/domain/notices/notice.ts';
import { Town } from '../../../support/conversation.ts';
import { outageNotice } from '../../../support/notices.ts';
import { shipped } from '../../../support/playbooks.ts';
import { scenarioE, stockholm } from '../../../support/scenario-e.ts';

const AT = '2022-10-30T11:00';
const outage = (change = {}) =>
  outageNotice({
    ...{ id: 'O1', organisation: 'itcentrum', services: ['tes'], since: stockholm('2022-10-30T10:30') },
    ...{ changedAt: stockholm('2022-10-30T10:30'), ...change },
  });

function town(...notices: Notice[]): Town {
  const open = new Town(shipped('itcentrum'), AT);
  for (const notice of notices) open.notices.set(notice.id, notice);
  return open;
}

describe('a standing choice', () => {
  it('holds its meaning in its id', () => {
    expect(standingId('K7M2-QX4P', 'me-too')).to.equal('notice:K7M2-QX4P:me-too');
    expect(standingChoice('notice:K7M2-QX4P:me-too')).to.deep.equal({ notice: 'K7M2-QX4P', deed: 'me-too' });
    for (const id of [
      '12-3',
      'notice:K7M2-QX4P:resolve',
      'notice::read',
      'notice:a b:read',
      'notice:a:read:b',
    ])
      expect(standingChoice(id), id).to.equal(null);
  });

  it('does what it says wherever it is pressed, and takes nothing away', () => {
    const place = town(outage({ asksRead: true }));
    const anna = place.person('anna', { site: 'tierp' });
    anna.pressId('notice:O1:me-too');
    expect(anna.text).to.include('du drabbas också');
    anna.pressId('notice:O1:me-too');
    expect(anna.spent).to.equal(null);
    expect([...place.hits]).to.deep.equal(['O1/anna']);
    anna.pressId('notice:O1:read');
    expect([...place.readers]).to.deep.equal(['O1/anna']);
    expect(anna.text).to.equal('Noterat: du har läst det.');
  });

  it('shows the routine of the notice, else the one for what is hit', () => {
    const anna = town(outage({ routine: 'disturbance' })).person('anna');
    anna.pressId('notice:O1:routine');
    expect(anna.text).to.include('Driftstörning');
    const bo = town(outage()).person('bo');
    bo.pressId('notice:O1:routine');
    expect(bo.labels).to.include('Driftstörning');
  });

  it('leaves a report that is being made as it is', () => {
    const anna = town(outage()).person('anna', { site: 'tierp' });
    anna.say('Personalsystemen fungerar inte');
    const { flow } = anna.state;
    anna.pressId('notice:O1:me-too');
    expect(anna.state.flow).to.deep.equal(flow);
  });

  it('of an outage that is over says so, and what is known of it', () => {
    const over = { over: stockholm('2022-10-30T10:50'), phase: 'resolved' as const };
    const place = town(outage(over));
    const anna = place.person('anna');
    for (const deed of ['me-too', 'routine']) {
      anna.pressId(`notice:O1:${deed}`);
      expect(anna.text).to.include('gäller inte längre').and.include('Fungerar igen: TES');
    }
    expect(place.hits.size).to.equal(0);
    anna.pressId('notice:O1:read');
    expect([...place.readers]).to.deep.equal(['O1/anna']);
  });

  it('of one that was taken back, or that nobody knows, says what is true now', () => {
    const place = town(outage({ publication: 'recalled', over: stockholm('2022-10-30T10:50') }));
    const anna = place.person('anna');
    anna.pressId('notice:O1:read');
    expect(anna.text).to.include('gäller inte längre').and.include('Återkallat: TES');
    expect(place.readers.size).to.equal(0);
    anna.pressId('notice:X9:me-too');
    expect(anna.text).to.include('gäller inte längre').and.include('Inget driftstopp är anmält');
  });

  it('counts "me too" for a window only while it is under way', () => {
    const place = town(scenarioE());
    const alva = place.person('alva', { site: 'alvkarleby' });
    alva.pressId('notice:E3:me-too');
    expect([...place.hits]).to.deep.equal(['E3/alva']);
    place.now = place.now.subtract({ days: 2 });
    place.person('bo').pressId('notice:E3:me-too');
    expect(place.hits.size).to.equal(1);
  });
});
