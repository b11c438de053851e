import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import type { Report } from '../../../src/domain/reports/report.ts';
import { at, shipped } from '../../support/playbooks.ts';
import { Resident } from '../../support/teams/resident.ts';
import { closeAuthorities, TeamsTown } from '../../support/teams/teams-town.ts';

describe('pings in Teams', () => {
  let town: TeamsTown;
  let [lead, nurse, stranger]: Resident[] = [];

  /** Somebody whom the platform's directory knows. */
  async function known(user: string, email: string): Promise<Resident> {
    const resident = new Resident(town, user, { locale: 'nb-NO' });
    town.connector.addMember(resident.chat, { id: `29:${user}`, objectId: user, name: user, email });
    await resident.say('hei');
    // Nobody waits for the directory: it is asked beside what somebody says.
    const key = { organisation: 'porsanger', kind: 'identity', id: `29:${user}` } as const;
    while ((await town.store.record(key)) === null) {
      await pause(10);
      await town.engine.workThrough();
    }
    return resident;
  }

  beforeEach(async function () {
    this.timeout(20_000);
    const playbook = shipped('porsanger');
    town = await TeamsTown.start(playbook, at(playbook, '2026-11-23T22:00').toInstant());
    lead = await known('kari', 'Economy-Head@porsanger.example');
    stranger = await known('ole', 'ole@porsanger.example');
    nurse = await known('anna', 'anna@porsanger.example');
    await nurse.say('Pasientjournalen er nede, hele avdelingen står');
    await nurse.choose('Full stans i produksjonen');
    await nurse.choose('Helse og omsorg');
    await town.engine.workThrough();
  });
  afterEach(() => town.stop());
  after(closeAuthorities);

  const history = async () => {
    const search = { organisation: 'porsanger', kind: 'report', order: 'newest', limit: 1 } as const;
    const [record] = (await town.store.findRecords(search)).items;
    return (record!.body as unknown as Report).history.map(({ what }) => what);
  };

  it('are seen by whom the directory names, answered on the card, and change in place', async () => {
    expect(lead!.texts.at(-1)).to.contain('Kritisk: det bes om overtid for IT');
    const before = lead!.messages.length;
    const { status, body } = await lead!.choose('Godkjenn overtid');
    expect(status).to.equal(200);
    expect(JSON.stringify(body)).to.contain('Overtid er godkjent');
    await town.engine.workThrough();
    expect(lead!.offers('Godkjenn overtid')).to.equal(false);
    expect(lead!.texts.slice(0, before).at(-1)).to.contain('Du godkjente');
    expect(nurse!.texts.join('\n')).to.contain('har godkjent overtid').and.contain('IT-konsulent');
    expect(await history()).to.include.members(['overtime-asked', 'approved']);
  });

  it('do nothing when they are forwarded to somebody else, who is told so, and it is written down', async () => {
    const { message, button } = lead!.offer('Godkjenn overtid');
    const { status, body } = await stranger!.press(message, button);
    expect(status).to.equal(200);
    expect(JSON.stringify(body)).to.contain('Dette er noen andre spurt om');
    await town.engine.workThrough();
    expect(await history())
      .to.include('refused')
      .and.not.include('approved');
    expect(lead!.offers('Godkjenn overtid')).to.equal(true);
  });
});
