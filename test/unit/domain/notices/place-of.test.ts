import { expect } from 'chai';
import { placeOf } from '../../../../src/domain/notices/place-of.ts';
import { subscriptionOf } from '../../../support/notices.ts';

describe('what a destination is on its platform', () => {
  it('is the same channel from every organisation, workspace and tenant', () => {
    expect(placeOf(subscriptionOf('slack/heby/T1/C1'))).to.equal('slack/C1');
    expect(placeOf(subscriptionOf('slack/tierp/T2/C1', { source: 'playbook' }))).to.equal('slack/C1');
    expect(placeOf(subscriptionOf('teams/tierp/tenant/19:a@thread.tacv2'))).to.equal(
      'teams/19:a@thread.tacv2',
    );
  });

  it('is the same mailbox, however it is written', () => {
    const mail = { source: 'mail', user: 'Anna@example.org' } as const;
    expect(placeOf(subscriptionOf('mail/heby/sign', mail))).to.equal('mail/anna@example.org');
    expect(placeOf(subscriptionOf('mail/heby/sign', { ...mail, user: null }))).to.equal(null);
  });

  it('is nobody else’s where it is somebody’s own chat, or a page', () => {
    expect(placeOf(subscriptionOf('slack/heby/T1/D1/U1', { source: 'person', user: 'U1' }))).to.equal(null);
    expect(placeOf(subscriptionOf('slack/heby/T1/C1:1.2/U1'))).to.equal(null);
    expect(placeOf(subscriptionOf('web/heby/anna/x'))).to.equal(null);
    expect(placeOf(subscriptionOf('slack'))).to.equal(null);
  });
});
