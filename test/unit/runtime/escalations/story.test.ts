import { expect } from 'chai';
import { Watch, type WatchPerson } from '../../../support/escalations/watch.ts';
import { playbookFrom, shipped, shippedText } from '../../../support/playbooks.ts';

const PLAYBOOK = shipped('porsanger');
const [MORNING, NIGHT] = ['2026-11-23T10:00', '2026-11-23T22:00'];
const IT = ['it-lead', 'it-consultant', 'it-adviser'];

describe('what is critical is brought to people', () => {
  let watch: Watch;
  let nurse: WatchPerson;
  const start = (local: string) => {
    watch = new Watch(PLAYBOOK, local);
    nurse = watch.person('nurse', { site: 'helse-omsorg' });
  };
  const report = async (who = nurse): Promise<string> => {
    await who.say('Pasientjournalen er nede, hele avdelingen står');
    await who.pressLabel('Full stans i produksjonen for en hel avdeling');
    return (await watch.reports()).at(-1)!.id;
  };
  afterEach(async () => {
    expect(watch.log).to.deep.equal([]);
    await watch.store.close();
  });

  it('pings all without an order at once, and an acknowledgement is seen by all and ends it', async () => {
    start(MORNING);
    const [lead, consultant] = [await watch.holder('it-lead'), await watch.holder('it-consultant')];
    const id = await report();
    expect(watch.pinged).to.deep.equal(['it-lead', 'it-consultant']);
    expect(lead.ping.title).to.equal('Kritisk: du trengs');
    expect(lead.ping.choices.map(({ label }) => label)).to.deep.equal([
      'Jeg har den',
      'Jeg jobber med den',
      'Be dem ringe meg',
      'Jeg kan ikke, gi videre',
    ]);
    await consultant.pressLabel('Jeg har den');
    expect(lead.ping.state).to.match(/^IT-konsulent har den, siden /);
    expect(lead.ping.choices).to.deep.equal([]);
    expect(nurse.text).to.contain(`IT-konsulent har saken din, ${id}.`);
    expect((await watch.report(id)).state).to.equal('received');
    await watch.pass(60);
    expect(watch.pinged).to.have.length(2);
    expect((await watch.escalation(id))?.state).to.equal('acknowledged');
  });

  it('says it again, then goes on to the line of managers, and in the end says that nobody took it', async () => {
    start(MORNING);
    for (const contact of ['it-lead', 'health-head', 'chief-executive']) await watch.holder(contact);
    const id = await report();
    expect(watch.pinged).to.deep.equal(['it-lead']);
    await watch.pass(5);
    expect(watch.pinged).to.deep.equal(['it-lead', 'it-lead']);
    await watch.pass(5);
    expect(watch.pinged.slice(2)).to.deep.equal(['health-head']);
    await watch.pass(10);
    expect(watch.pinged.slice(3)).to.deep.equal(['health-head', 'chief-executive']);
    await watch.pass(11);
    expect((await watch.escalation(id))?.state).to.equal('exhausted');
    expect(nurse.text).to.contain('ingen har tatt saken. Ikke vent på boten: ring nå.');
    const history = (await watch.report(id)).history.map(({ what, by, text }) => [what, by?.contact ?? text]);
    expect(history).to.deep.include.members([
      ['pinged', 'it-lead'],
      ['skipped', 'it-adviser'],
      ['no-answer', 'IT-leder'],
      ['exhausted', 'own-leader'],
    ]);
  });

  it('passes on at once, and comes back to others when whoever had it cannot go on', async () => {
    start(MORNING);
    const lead = await watch.holder('it-lead');
    await watch.holder('health-head');
    const id = await report();
    await lead.pressLabel('Jeg har den');
    await lead.pressLabel('Jeg kan ikke, gi videre');
    expect(watch.pinged).to.deep.equal(['it-lead', 'health-head']);
    expect(nurse.text).to.contain('IT-leder kan ikke gå videre med saken din');
    expect((await watch.escalation(id))?.state).to.equal('open');
  });

  it('at night asks for overtime: declined goes on, approved calls IT in and releases their numbers', async () => {
    start(NIGHT);
    for (const contact of IT) await watch.holder(contact);
    const [economy, chief] = [await watch.holder('economy-head'), await watch.holder('chief-executive')];
    const id = await report();
    expect(watch.pinged).to.deep.equal(['economy-head']);
    expect(economy.ping.title).to.equal('Kritisk: det bes om overtid for IT');
    expect(nurse.text).to.not.contain('+4700000002');
    await economy.pressLabel('Si nei');
    await economy.say('Det kan vente til i morgen');
    expect(watch.pinged).to.deep.equal(['economy-head', 'chief-executive']);
    expect(nurse.text)
      .to.contain('Leder for økonomi og styring har sagt nei til overtid')
      .and.contain('vente til i morgen');
    await chief.pressLabel('Godkjenn overtid');
    expect(watch.pinged.slice(2)).to.deep.equal(IT);
    expect(nurse.text).to.contain('+4700000002').and.contain('Kommunedirektør har godkjent overtid');
    const released = nurse.messages().at(-1);
    const [step] = released?.kind === 'call' ? released.answer.steps : [];
    // They are called in for this matter: not on call, and not around the clock.
    expect(step?.heading).to.equal('Ring en av disse, i den rekkefølgen du vil');
    expect(step?.contacts.map(({ until }) => until)).to.deep.equal(Array(3).fill('til i morgen kl. 09:00'));
    expect((await watch.report(id)).history.map(({ what }) => what)).to.include.members([
      'overtime-asked',
      'declined',
      'approved',
      'called-in',
    ]);
  });

  it('releases the numbers on approval though the bot can reach nobody of IT', async () => {
    start(NIGHT);
    const economy = await watch.holder('economy-head');
    const id = await report();
    await economy.pressLabel('Godkjenn overtid');
    expect(economy.ping.state).to.contain('innmelderen har numrene');
    for (const number of ['+4700000001', '+4700000002', '+4700000003']) expect(nurse.text).to.contain(number);
    expect((await watch.escalation(id))?.state).to.equal('exhausted');
    const skipped = (await watch.report(id)).history.filter(({ what }) => what === 'skipped');
    expect(skipped.map(({ by }) => by?.contact)).to.include.members([
      'it-lead',
      'it-consultant',
      'it-adviser',
    ]);
  });

  it('takes no answer from who was not asked, says so, and writes it down', async () => {
    start(NIGHT);
    await watch.holder('economy-head');
    const id = await report();
    const adviser = await watch.holder('it-adviser');
    for (const deed of ['approve', 'acknowledge']) await adviser.press(`ping:${id}:${deed}`);
    expect(adviser.text).to.contain('Dette er noen andre spurt om');
    const stranger = watch.person('stranger');
    await stranger.press(`ping:${id}:approve`);
    await stranger.press('ping:NOSUCH-ID:approve');
    expect(stranger.text).to.contain('Denne er ikke åpen lenger').and.not.contain('Pasientjournal');
    const { state, overtime } = (await watch.escalation(id))!;
    expect({ state, overtime }).to.deep.equal({ state: 'open', overtime: null });
    expect((await watch.report(id)).history.filter(({ what }) => what === 'refused')).to.have.length(3);
  });

  it('pings once for several reports of one outage', async () => {
    start(MORNING);
    const lead = await watch.holder('it-lead');
    const first = await report();
    await watch.jump(60_000);
    const other = watch.person('other', { site: 'helse-omsorg' });
    const second = await report(other);
    expect(watch.pinged).to.deep.equal(['it-lead']);
    expect(JSON.stringify(lead.ping.facts)).to.contain('én sak til om det samme');
    await lead.pressLabel('Jeg jobber med den');
    for (const [person, id] of [
      [nurse, first],
      [other, second],
    ] as const)
      expect(person.text).to.contain(`IT-leder jobber med saken din, ${id}`);
  });

  it('ends when the reporter got hold of somebody', async () => {
    start(MORNING);
    const lead = await watch.holder('it-lead');
    const id = await report();
    await nurse.pressLabel('Ja, jeg har snakket med noen');
    expect((await watch.escalation(id))?.state).to.equal('closed');
    expect(lead.ping.state).to.equal('Ikke nødvendig lenger');
    await watch.pass(30);
    expect(watch.pinged).to.deep.equal(['it-lead']);
  });

  it('does nothing where nobody can be written to', async () => {
    start(MORNING);
    const id = await report();
    await watch.pass(60);
    expect(await watch.escalation(id)).to.equal(null);
    expect(nurse.text).to.not.contain('ingen har tatt');
  });

  it('asks the reporter to call, and gives their number', async () => {
    start(MORNING);
    const lead = await watch.holder('it-lead');
    await report();
    await lead.pressLabel('Be dem ringe meg');
    expect(nurse.text).to.contain('IT-leder ber deg ringe om').and.contain('+4700000001');
    expect(lead.text).to.contain('får beskjed om å ringe deg');
  });
});

describe('pings by mail and through the gateway', () => {
  const playbook = playbookFrom(
    shippedText('porsanger').replace(
      'escalation:\n',
      'escalation:\n  gateway: https://sms.example.org/pings\n',
    ),
  );
  let watch: Watch;
  beforeEach(async () => {
    watch = new Watch(playbook, MORNING, { mail: true, gateway: true });
    const nurse = watch.person('nurse', { site: 'helse-omsorg' });
    await nurse.say('Pasientjournalen er nede, hele avdelingen står');
    await nurse.pressLabel('Full stans i produksjonen for en hel avdeling');
  });
  afterEach(() => watch.store.close());
  const channels = () => watch.pings.map(({ to }) => to.split('/')[0]);

  it('reach those who hold a contact without a chat, and never a queue', async () => {
    expect(channels().sort()).to.deep.equal([
      ...Array(3).fill('ping-gateway'),
      ...Array(3).fill('ping-mail'),
    ]);
    const letter = watch.pings.find(({ to }) => to.startsWith('ping-mail'))!;
    expect(letter.to).to.not.contain('@');
    expect(JSON.stringify(letter.body.reply.message)).to.contain('Svar i Teams eller Slack');
  });

  it('are followed by a word that somebody has it, and not by each change', async () => {
    const lead = await watch.holder('it-lead');
    const before = watch.arrived.length;
    const [report] = await watch.reports();
    await lead.press(`ping:${report!.id}:call-me`);
    const other = (place: string) => watch.arrived.slice(before).filter(({ to }) => to.startsWith(place));
    expect(other('ping-')).to.deep.equal([]);
    await lead.press(`ping:${report!.id}:acknowledge`);
    expect(other('ping-mail')).to.have.length(3);
    expect(other('ping-gateway')).to.have.length(3);
    expect(other('ping-mail')[0]!.body.reply.replaces).to.match(/^p-/);
  });
});
