import { expect } from 'chai';
import { availabilityOf } from '../../../../src/domain/contacts/availability.ts';
import { who } from '../../../../src/domain/contacts/who.ts';
import { playbookFrom, shippedText } from '../../../support/playbooks.ts';

describe('somebody who is there round the clock, and has hours in which they often are', () => {
  const text = shippedText('porsanger').replace(/^ {2}core: .*$/m, '  core: "24/7"');
  const playbook = playbookFrom(text);
  const contact = playbook.contacts.get('it-lead')!;

  it('is there for ever: no change is looked for among ten years of other hours', () => {
    expect(contact.often).to.not.equal(null);
    const { end, value } = availabilityOf(contact, []).segmentAt(0);
    expect(end).to.equal(Number.POSITIVE_INFINITY);
    expect(value).to.include({ available: true, often: false });
  });

  it('is to be called now, with no end to it', () => {
    const at = Temporal.ZonedDateTime.from('2026-11-28T03:00:00+01:00[Europe/Oslo]');
    const answer = who(playbook, { class: 'critical', service: null, site: null, role: null }, at);
    const named = answer.steps.flatMap(({ contacts }) => contacts);
    const lead = named.find((each) => each.contact.id === 'it-lead');
    expect(lead).to.include({ available: true, often: false, until: null });
  });
});
