import { expect } from 'chai';
import { withAway } from '../../../../../src/domain/absence/announced.ts';
import { toldOf } from '../../../../../src/domain/absence/told.ts';
import { ask } from '../../../../support/asking.ts';
import { type Person, Town } from '../../../../support/conversation.ts';
import { playbookFrom, shipped } from '../../../../support/playbooks.ts';
import { SAMPLE } from '../../../playbook/sample.ts';

const NOW = '2026-11-25T09:30';
/** At night, outside everybody's hours. */
const NIGHT = '2026-11-28T19:00';

function porsanger(): { town: Town; chief: Person } {
  const town = new Town(shipped('porsanger'), NOW);
  return { town, chief: town.person('chief', { role: 'chief-executive' }) };
}

/** Whether the consultant is on call at night. */
function isOnCall({ playbook, away }: Town, asked: Parameters<typeof ask>[2] = {}): boolean {
  return ask(withAway(playbook, away), NIGHT, asked).reason === 'on-call-agreement';
}

describe('on call by agreement, for some matters only', () => {
  it('is for the services and units that were named', () => {
    const { town, chief } = porsanger();
    chief.say('IT-konsulent har vakt lørdag 18-20 for pasientjournal i Helse og omsorg');
    expect(chief.text).to.contain(
      'Har vakt etter avtale: IT-konsulent, lørdag 28. november 2026 kl. 18:00–20:00',
    );
    expect(chief.text).to.contain('Gjelder: Kritisk; Pasientjournal; Helse og omsorg');
    expect(isOnCall(town, { service: 'patient-records', site: 'helse-omsorg' })).to.equal(true);
    expect(isOnCall(town, { service: 'email', site: 'helse-omsorg' })).to.equal(false);
    expect(isOnCall(town, { service: 'patient-records', site: 'oppvekst' })).to.equal(false);
  });

  it('never hands out a number for critical matters for others, whatever was agreed (scenario D2)', () => {
    const { town, chief } = porsanger();
    chief.say('IT-konsulent har vakt lørdag 18-20');
    expect(isOnCall(town, { class: 'critical' })).to.equal(true);
    expect(isOnCall(town, { class: 'normal' })).to.equal(false);
    chief.press('Endre');
    const form = chief.replies.at(-1)?.message;
    chief.pressId(form?.kind === 'form' ? form.submit.id : '', {
      ...{ who: 'it-consultant', when: 'lørdag 18-20', class: 'normal', services: '', sites: '' },
    });
    expect(isOnCall(town, { class: 'normal' })).to.equal(false);
    expect(
      JSON.stringify(ask(withAway(town.playbook, town.away), NIGHT, { class: 'normal' })),
    ).to.not.contain('+4700000002');
  });

  it('is for ordinary or critical matters where the contact is for both', () => {
    const playbook = playbookFrom(`${SAMPLE}away: { on-call-by: boss }\n`);
    for (const [text, matter] of [
      ['Desk har jour lördag 18-20 för akuta ärenden', 'critical'],
      ['Desk har jour lördag 18-20, inte akuta ärenden', 'normal'],
      ['Desk har jour lördag 18-20', null],
    ] as const) {
      const town = new Town(playbook, NOW);
      town.person('b', { role: 'boss' }).say(text);
      expect(town.away.agreed[0]?.classes, text).to.deep.equal(matter === null ? null : [matter]);
    }
  });

  it('has a form, and one that is changed takes the place of the old one', () => {
    const { town, chief } = porsanger();
    chief.say('vakt');
    const form = chief.replies.at(-1)?.message;
    if (form?.kind !== 'form') throw new Error(chief.text);
    const who = form.fields.find(({ id }) => id === 'who')?.options?.map(({ value }) => value);
    expect(who).to.include('it-consultant').and.not.include('own-leader');
    chief.pressId(form.submit.id, { who: 'it-consultant', when: '', class: '', services: '', sites: '' });
    expect(chief.text).to.contain('Velg hvem, og skriv når det gjelder');
    const again = chief.replies.at(-1)?.message;
    chief.pressId(again?.kind === 'form' ? again.submit.id : '', {
      ...{
        who: 'it-consultant',
        when: 'lørdag 18-20',
        class: '',
        services: 'email,network',
        sites: 'oppvekst',
      },
    });
    expect(chief.text).to.contain('Gjelder: Kritisk; E-post, Nettverk og internett; Oppvekst');
    expect(isOnCall(town, { service: 'email', site: 'oppvekst' })).to.equal(true);
    chief.press('Endre');
    const change = chief.replies.at(-1)?.message;
    if (change?.kind !== 'form') throw new Error(chief.text);
    const held = Object.fromEntries(change.fields.map(({ id, value }) => [id, value]));
    chief.pressId(change.submit.id, { ...held, sites: 'helse-omsorg' });
    expect(isOnCall(town, { service: 'email', site: 'oppvekst' })).to.equal(false);
    expect(isOnCall(town, { service: 'email', site: 'helse-omsorg' })).to.equal(true);
    chief.press('Trekk tilbake');
    expect(isOnCall(town, { service: 'email', site: 'helse-omsorg' })).to.equal(false);
  });

  it('is taken back with all its times', () => {
    const { town, chief } = porsanger();
    chief.say('IT-konsulent har vakt hver lørdag 18-20 til og med 20. desember');
    expect(town.away.agreed.length).to.equal(4);
    chief.press('Trekk tilbake');
    expect(town.away.agreed.filter(({ start, end }) => end > start)).to.deep.equal([]);
  });

  it('is announced to those whom it concerns: the leaders of the units that were named', () => {
    const agreed = {
      id: 'a',
      contact: 'last',
      start: 0,
      end: 1,
      by: { user: '', name: null, conversation: '' },
    };
    const entry = { ...agreed, by: { ...agreed.by, language: 'sv' as const }, sites: ['north'] };
    expect(toldOf(playbookFrom(SAMPLE), entry, null)).to.have.members(['second', 'boss']);
  });

  it('is nothing for whoever may not', () => {
    const { town } = porsanger();
    const nurse = town.person('nurse');
    nurse.say('hjelp');
    expect(nurse.labels).to.not.include('Vakt og beredskap');
    nurse.say('IT-konsulent har vakt lørdag 18-20 for e-post');
    expect(town.away.agreed).to.deep.equal([]);
  });
});
