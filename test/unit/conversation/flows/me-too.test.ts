import { expect } from 'chai';
import { saysMeToo } from '../../../../src/conversation/flows/notices/me-too.ts';
import type { Notice } from '../../../../src/domain/notices/notice.ts';
import { Town } from '../../../support/conversation.ts';
import { outageNotice } from '../../../support/notices.ts';
import { shipped } from '../../../support/playbooks.ts';
import { stockholm } from '../../../support/scenario-e.ts';

const outage = (id: string, change: Partial<Notice> = {}) =>
  outageNotice({
    ...{ id, organisation: 'itcentrum', services: ['tes'], since: stockholm('2022-10-30T10:30') },
    ...{ changedAt: stockholm('2022-10-30T10:30'), ...(change as object) },
  });

function town(...notices: Notice[]): Town {
  const open = new Town(shipped('itcentrum'), '2022-10-30T11:00');
  for (const notice of notices) open.notices.set(notice.id, notice);
  return open;
}

describe('“me too”, written', () => {
  it('is known in every language, and only where nothing else is said', () => {
    for (const text of ['Jag också!', 'jag med', 'Samma här.', 'jeg også', 'Jeg òg', 'samme her', 'Ik ook'])
      expect(saysMeToo(text), text).to.equal(true);
    for (const text of ['Me too', 'same here!!', 'hos oss också', 'bij ons ook', 'JAG OCKSÅ 🙋'])
      expect(saysMeToo(text), text).to.equal(true);
    for (const text of ['', 'jag', 'jag också har glömt mitt lösenord', 'inte jag', 'me', 'ook', 'också TES'])
      expect(saysMeToo(text), text).to.equal(false);
  });

  it('counts as the button of the one outage that hits the speaker, once', () => {
    const place = town(outage('O1'), outage('O2', { sites: ['heby'] } as Partial<Notice>));
    const anna = place.person('anna', { site: 'tierp' });
    anna.say('Jag också');
    expect(anna.text).to.include('du drabbas också');
    anna.say('samma här');
    expect([...place.hits]).to.deep.equal(['O1/anna']);
  });

  it('asks which where several hit them', () => {
    const place = town(outage('O1'), outage('O2', { services: ['email'] } as Partial<Notice>));
    const anna = place.person('anna', { site: 'tierp' });
    anna.say('Me too');
    expect(place.hits.size).to.equal(0);
    expect(anna.labels.filter((label) => label === 'Jag också')).to.have.length(2);
  });

  it('is no answer to anything where nothing is down, and not in the midst of a report', () => {
    const place = town();
    place.person('anna', { site: 'tierp' }).say('jag också');
    expect(place.hits.size).to.equal(0);
    const other = town(outage('O1', { services: ['email'] } as Partial<Notice>));
    const bo = other.person('bo', { site: 'tierp' });
    bo.say('Personalsystemen fungerar inte');
    bo.say('jag också');
    expect(other.hits.size).to.equal(0);
  });
});
