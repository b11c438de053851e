import { expect } from 'chai';
import fc from 'fast-check';
import { TopdeskApi } from '../../../src/handoffs/topdesk/api.ts';
import { incidentOf, memo } from '../../../src/handoffs/topdesk/incident.ts';
import { TopdeskHandoff } from '../../../src/handoffs/topdesk/topdesk.ts';
import type { HandoffLetter } from '../../../src/ports/handoff.ts';
import { LETTER, readPicture } from '../../contracts/handoff.contract.ts';
import { FakeTopdesk, OPERATOR } from '../../support/suppliers/topdesk.ts';

describe('TOPdesk', () => {
  let topdesk: FakeTopdesk;
  let handoff: TopdeskHandoff;
  beforeEach(async () => {
    topdesk = await FakeTopdesk.start();
    handoff = new TopdeskHandoff({
      api: new TopdeskApi({ address: topdesk.address, ...OPERATOR }),
      readPicture,
    });
  });
  afterEach(() => topdesk.stop());

  it('gets the caller by mail address, our reference, a brief description of 80 characters, and the pictures', async () => {
    const sending = await handoff.hand({ ...LETTER, brief: 'Skriveren '.repeat(20) });
    const [incident] = topdesk.incidents;
    expect(incident?.fields).to.deep.include({
      ...{
        callerLookup: { email: 'kari@porsanger.kommune.no' },
        externalNumber: 'K7M2-QX4P',
        status: 'firstLine',
      },
    });
    expect(String(incident?.fields.briefDescription).length).to.be.within(75, 80);
    expect(incident?.attachments.map(({ fileName }) => fileName)).to.deep.equal(['K7M2-QX4P-1.png']);
    expect(sending).to.deep.equal({
      outcome: 'sent',
      receipt: {
        ...{ reference: 'I 2611 001', confirms: true, lost: [] },
        url: `${topdesk.address}/tas/secure/incident?unid=${incident?.id}`,
      },
    });
  });

  it('gets a caller that it does not know by name', async () => {
    const reporter = { name: 'Ola', email: 'ola@example.org', phone: null };
    expect((await handoff.hand({ ...LETTER, reporter })).outcome).to.equal('sent');
    expect(topdesk.incidents).to.have.length(1);
    expect(topdesk.incidents[0]?.fields.caller).to.deep.equal({
      dynamicName: 'Ola',
      email: 'ola@example.org',
    });
    expect((await handoff.hand({ ...LETTER, order: 'AAAA-BBBB', reporter: null })).outcome).to.equal('sent');
  });

  it('gets the branch of a caller that it does not know, by its name in the playbook', async () => {
    topdesk.branches = new Map([
      ['Rådhuset Lakselv', 'b-2'],
      ['Rådhuset', 'b-1'],
    ]);
    const reporter = { name: 'Ola', email: 'ola@example.org', phone: null };
    const unknown = { ...LETTER, reporter, branch: 'rådhuset' };
    expect((await handoff.hand(unknown)).outcome).to.equal('sent');
    expect(topdesk.incidents[0]?.fields.caller).to.deep.include({ branch: { id: 'b-1' } });
    // Whom it knows it knows the branch of.
    const known = await handoff.hand({ ...LETTER, order: 'AAAA-BBBB', branch: 'Rådhuset' });
    expect([known.outcome, topdesk.incidents[1]?.fields.caller]).to.deep.equal(['sent', undefined]);
  });

  it('says what to do where it wants a branch and gets none, or has none of that name', async () => {
    topdesk.branches = new Map([['Rådhuset', 'b-1']]);
    const letter = { ...LETTER, reporter: null };
    const without = await handoff.hand(letter);
    expect(without).to.include({ outcome: 'failed' });
    expect('reason' in without && without.reason).to.include('names caller.branch');
    const unknown = await handoff.hand({ ...letter, branch: 'Biblioteket' });
    expect(unknown).to.include({ outcome: 'failed', cause: 'not-set-up' });
    expect('reason' in unknown && unknown.reason).to.include('hand-offs: suppliers: branch');
    topdesk.faults.push({ on: 'branches', status: 503, retryAfter: 7 });
    const busy = await handoff.hand({ ...letter, branch: 'Rådhuset' });
    expect(busy).to.include({ outcome: 'retry', afterMs: 7000 }).and.not.have.property('doubt');
    expect(topdesk.incidents).to.deep.equal([]);
  });

  it('is asked for our reference before each creation, so it has one incident', async () => {
    for (let i = 0; i < 3; i++) expect((await handoff.hand(LETTER)).outcome).to.equal('sent');
    expect(topdesk.with('K7M2-QX4P')).to.have.length(1);
    expect(topdesk.incidents[0]?.attachments).to.have.length(1);
  });

  it('says what came of each answer', async () => {
    const outcomes: Record<string, string> = {};
    for (const on of ['find', 'create'] as const)
      for (const status of [301, 400, 401, 403, 404, 429, 500, 502, 503]) {
        topdesk.faults.push({ on, status });
        // The second creation, by the caller's details, is refused too.
        if (on === 'create' && status === 400) topdesk.faults.push({ on, status });
        const sending = await handoff.hand({ ...LETTER, order: `AAA${status % 10}-${on}` });
        const doubt = 'doubt' in sending ? ` ${sending.doubt}` : '';
        outcomes[`${on} ${status}`] = `${sending.outcome}${doubt}`;
      }
    expect(outcomes).to.deep.equal({
      ...{ 'find 301': 'failed', 'find 400': 'failed', 'find 401': 'failed', 'find 403': 'failed' },
      ...{ 'find 404': 'failed', 'find 429': 'retry', 'find 500': 'retry', 'find 502': 'retry' },
      ...{ 'find 503': 'retry', 'create 301': 'failed', 'create 400': 'failed', 'create 401': 'failed' },
      ...{
        'create 403': 'failed',
        'create 404': 'failed',
        'create 429': 'retry',
        'create 500': 'retry open',
      },
      ...{ 'create 502': 'retry open', 'create 503': 'retry open' },
    });
    expect(topdesk.incidents).to.deep.equal([]);
  });

  it('is left alone for as long as it asks', async () => {
    topdesk.faults.push({ on: 'create', status: 429, retryAfter: 17 });
    expect(await handoff.hand(LETTER)).to.include({ outcome: 'retry', afterMs: 17_000 });
  });

  it('that does not filter is not written to: nobody could say what is there', async () => {
    topdesk.filters = false;
    expect((await handoff.hand(LETTER)).outcome).to.equal('sent');
    const second = await handoff.hand({ ...LETTER, order: 'AAAA-BBBB' });
    expect(second.outcome).to.equal('failed');
    expect('reason' in second && second.reason).to.contain('3.3');
  });

  it('has the order though it refuses a picture', async () => {
    topdesk.faults.push({ on: 'attach', status: 413 });
    const sending = await handoff.hand(LETTER);
    expect(sending.outcome === 'sent' && sending.receipt).to.deep.include({ lost: ['K7M2-QX4P-1.png'] });
  });

  it('gets no word of ours twice', async () => {
    await handoff.hand(LETTER);
    const word: HandoffLetter = { ...LETTER, word: 'cancelled', name: 'cancelled-1', text: 'Avlyst.' };
    topdesk.faults.push({ on: 'action', cut: true });
    expect(await handoff.hand(word)).to.include({ outcome: 'retry', doubt: 'open' });
    expect((await handoff.hand(word)).outcome).to.equal('sent');
    expect(topdesk.incidents[0]?.actions).to.deep.equal(['Avlyst.<br/><br/>K7M2-QX4P/cancelled-1']);
  });

  it('tells where an incident stands', async () => {
    expect(await handoff.statusOf('K7M2-QX4P')).to.equal(null);
    await handoff.hand(LETTER);
    const [incident] = topdesk.incidents;
    expect(await handoff.statusOf('K7M2-QX4P')).to.deep.equal({
      ...{ status: 'Registrert', solved: false, reference: 'I 2611 001' },
    });
    Object.assign(incident ?? {}, { status: 'Løst', completed: true });
    expect(await handoff.statusOf('K7M2-QX4P')).to.include({ status: 'Løst', solved: true });
  });

  it('never takes for markup what somebody wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(memo(`<b>${text}</b>`).replaceAll('<br/>', '')).not.to.match(/[<>]/);
        const { briefDescription } = incidentOf({ ...LETTER, brief: text.repeat(9) }, 'lookup');
        expect(String(briefDescription).length).to.be.at.most(80);
      }),
    );
  });
});
