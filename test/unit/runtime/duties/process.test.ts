import { expect } from 'chai';
import type { Playbook } from '../../../../src/domain/organisation/playbook.ts';
import { dutyTable } from '../../../../src/runtime/duties/table.ts';
import { DutyTown } from '../../../support/duty-town.ts';
import { playbookFrom, shippedText } from '../../../support/playbooks.ts';

const PLANNER = 'planner-ullared';
const MANAGER = 'manager-ullared';
const DONE = 'Sparat på USB-minnet och i mappen';
const UNDO = 'Ångra: det är inte gjort';

/** Falkenberg with more in its playbook. */
function changed(...changes: readonly (readonly [string, string])[]): Playbook {
  const text = changes.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`Falkenberg has no "${from}"`);
    return before.replace(from, to);
  }, shippedText('falkenberg'));
  return playbookFrom(text);
}

describe('the process of a duty', () => {
  let town: DutyTown;
  const open = async (local: string, playbook?: Playbook, people = [PLANNER, MANAGER]): Promise<void> => {
    town = new DutyTown(local, playbook === undefined ? {} : { playbook });
    for (const user of people) await town.says(user, 'hjälp');
    for (const user of people) town.hears(user);
  };
  afterEach(() => town.close());

  it('tells each day once of each, whenever the service is started again', async () => {
    await open('2026-11-26T07:30');
    await town.until('2026-11-26T08:00');
    expect(town.hears(PLANNER)).to.contain('Ska vara klart senast 16:00');
    await town.restart();
    await town.until('2026-11-26T08:30');
    expect(town.hears(PLANNER)).to.equal('');
    await town.until('2026-11-26T14:00');
    expect(town.hears(PLANNER)).to.contain('Inte gjort än');
    await town.restart();
    await town.until('2026-11-26T16:00');
    await town.restart();
    await town.until('2026-11-26T17:00');
    expect(town.hears(MANAGER).split('Inte gjort: skulle')).to.have.length(2);
    expect(town.hears(PLANNER)).to.equal('');
  });

  it('after days without the service tells what was missed and what is due now', async () => {
    await open('2026-11-23T07:30');
    await town.until('2026-11-23T08:00');
    town.hears(PLANNER);
    await town.until('2026-11-26T09:00');
    expect(town.hears(MANAGER)).to.contain('Dag: måndag 23 november').and.not.contain('Dag: tisdag');
    expect(town.hears(PLANNER)).to.contain('Dag: torsdag 26 november').and.not.contain('Dag: tisdag');
    const rows = await dutyTable(town.store, town.playbook, '2026-11', town.now);
    expect(rows.map(({ date, state }) => `${date.slice(8)} ${state}`)).to.deep.equal([
      ...['23 missed', '24 unknown', '25 unknown', '26 open', '27 coming', '30 coming'],
    ]);
  });

  it('reminds the stand-in of whoever is away', async () => {
    const away =
      'absences:\n  - { contact: planner-ullared, from: 2026-11-26, to: 2026-11-26, stand-in: planner-b }';
    const playbook = changed(
      ['  manager-ullared:\n', '  planner-b: { role: Vikarien, where: Ullared }\n  manager-ullared:\n'],
      ['# What units do again and again.', `${away}\n# What units do again and again.`],
    );
    await open('2026-11-26T07:30', playbook, [PLANNER, MANAGER, 'planner-b']);
    await town.until('2026-11-26T08:00');
    expect(town.hears(PLANNER)).to.equal('');
    expect(town.hears('planner-b')).to.contain('Ska vara klart senast 16:00');
    await town.presses('planner-b', DONE);
    expect(town.hears('planner-b')).to.contain('Vikarien');
    await town.until('2026-11-27T08:00');
    expect(town.hears(PLANNER)).to.contain('fredag 27 november');
    expect(town.hears('planner-b')).to.equal('');
    expect(town.hears(MANAGER)).to.equal('');
  });

  it('tells the manager in the morning where nobody who does it can be written to', async () => {
    await open('2026-11-26T07:30', undefined, [MANAGER]);
    await town.until('2026-11-26T08:00');
    expect(town.hears(MANAGER))
      .to.contain('Ingen som gör det kan nås')
      .and.contain('Teamsamordnare i Ullared')
      .and.contain('261127 Brukarschema Ullared');
    await town.presses(MANAGER, DONE);
    expect(town.hears(MANAGER)).to.contain('Enhetschef i Ullared');
    await town.until('2026-11-26T17:00');
    expect(town.hears(MANAGER)).to.equal('');
  });

  it('goes up the line of units where the nearest manager cannot be written to', async () => {
    const playbook = changed(
      ['  manager-ullared:\n', '  head: { role: Verksamhetschef, where: Stadshuset }\n  manager-ullared:\n'],
      ['en: Home care } }', 'en: Home care }, manager: head }'],
    );
    await open('2026-11-26T07:30', playbook, [PLANNER, 'head']);
    await town.until('2026-11-26T08:00');
    await town.until('2026-11-26T16:00');
    expect(town.hears('head')).to.contain('Inte gjort: skulle vara klart 16:00');
  });

  it('is done once, and only by those who do it or manage the unit', async () => {
    await open('2026-11-26T07:30', undefined, [PLANNER, MANAGER, 'anna']);
    await town.until('2026-11-26T08:00');
    await town.presses(PLANNER, DONE);
    town.hears(PLANNER);
    await town.until('2026-11-26T09:00');
    await town.presses(PLANNER, DONE);
    expect(town.hears(PLANNER)).to.contain('08:00').and.not.contain('09:00');
    const rows = await dutyTable(town.store, town.playbook, '2026-11', town.now);
    expect(rows[0]).to.deep.include({
      date: '2026-11-26',
      state: 'done',
      by: { contact: PLANNER, name: null },
    });
    await town.says('anna', 'dagliga uppgifter');
    expect(town.hears('anna')).to.contain('Du har inga återkommande uppgifter');
  });

  it('is taken back by a press on the same day: it is open again, and is told as ever', async () => {
    await open('2026-11-26T07:30');
    await town.until('2026-11-26T08:00');
    await town.presses(PLANNER, DONE);
    expect(town.hears(PLANNER)).to.contain('Klart');
    await town.until('2026-11-26T09:00');
    await town.presses(PLANNER, UNDO);
    expect(town.hears(PLANNER)).to.contain('Ångrat: inte gjort än, ska vara klart senast 16:00 i dag');
    await town.until('2026-11-26T14:00');
    expect(town.hears(PLANNER)).to.contain('Inte gjort än');
    await town.until('2026-11-26T16:00');
    expect(town.hears(MANAGER)).to.contain('Inte gjort: skulle vara klart 16:00');
    await town.presses(MANAGER, DONE);
    town.hears(MANAGER);
    await town.presses(MANAGER, UNDO);
    expect(town.hears(MANAGER)).to.contain('Inte gjort: skulle vara klart 16:00');
    const rows = await dutyTable(town.store, town.playbook, '2026-11', town.now);
    expect(rows[0]).to.deep.include({ date: '2026-11-26', state: 'missed', at: null, by: null });
    await town.until('2026-11-27T08:00');
    expect(town.hears(PLANNER)).to.contain('fredag 27 november');
  });

  it('stays done on the next day, and for whoever has nothing to do with it', async () => {
    await open('2026-11-26T07:30', undefined, [PLANNER, MANAGER, 'anna']);
    await town.until('2026-11-26T08:00');
    await town.presses(PLANNER, DONE);
    await town.presses('anna', UNDO, PLANNER);
    expect(town.hears('anna')).to.not.contain('Ångrat');
    town.hears(PLANNER);
    await town.until('2026-11-27T08:00');
    town.hears(PLANNER);
    await town.presses(PLANNER, UNDO);
    expect(town.hears(PLANNER)).to.contain('Klart').and.contain('torsdag 26 november');
    const rows = await dutyTable(town.store, town.playbook, '2026-11', town.now);
    expect(rows.map(({ state }) => state).slice(0, 2)).to.deep.equal(['done', 'open']);
  });

  it('reminds nobody who told in the chat that they are away: the stand-in, else the manager', async () => {
    const playbook = changed(
      ['  manager-ullared:\n', '  planner-b: { role: Vikarien, where: Ullared }\n  manager-ullared:\n'],
      ['# What units do again and again.', 'away: {}\n# What units do again and again.'],
    );
    await open('2026-11-25T09:00', playbook, [PLANNER, MANAGER, 'planner-b']);
    await town.says(PLANNER, 'sjuk i morgon, Vikarien tar mina samtal');
    await town.says(PLANNER, 'sjuk på fredag');
    for (const user of [PLANNER, MANAGER, 'planner-b']) town.hears(user);
    await town.until('2026-11-26T08:00');
    expect(town.hears('planner-b')).to.contain('Ska vara klart senast 16:00');
    await town.presses('planner-b', DONE);
    town.hears('planner-b');
    await town.until('2026-11-27T08:00');
    expect(town.hears('planner-b')).to.equal('');
    expect(town.hears(MANAGER)).to.contain('Ingen som gör det kan nås');
    expect(town.hears(PLANNER)).to.not.contain('Ska vara klart');
  });

  it('reminds the others of a contact that several hold', async () => {
    const playbook = changed(
      ['  planner-ullared:\n', '  planner-ullared:\n    held-by: planner\n'],
      [
        '# What units do again and again.',
        'away: { told: [{ whose: planner-ullared, tell: manager-ullared }] }\n# What units do again and again.',
      ],
    );
    await open('2026-11-26T07:00', playbook, [MANAGER]);
    for (const user of ['eva', 'ulla']) await town.says(user, 'hjälp', 'planner');
    await town.says('eva', 'sjuk idag', 'planner');
    for (const user of ['eva', 'ulla', MANAGER]) town.hears(user);
    await town.until('2026-11-26T08:00');
    expect(town.hears('ulla')).to.contain('Ska vara klart senast 16:00');
    expect(town.hears('eva')).to.equal('');
  });

  it('goes on past midnight: until when is said with its day, and yesterday can still be done', async () => {
    const playbook = changed(['planning: "Mo-Fr 08:00-16:00', 'planning: "Mo-Fr 20:00-02:00']);
    await open('2026-11-30T19:00', playbook);
    await town.until('2026-11-30T20:00');
    expect(town.hears(PLANNER)).to.contain('Ska vara klart senast i morgon kl. 02:00');
    // In the new month.
    await town.until('2026-12-01T00:30');
    expect(town.hears(PLANNER)).to.contain('Inte gjort än: ska vara klart senast 02:00 i dag');
    await town.says(PLANNER, 'dagliga uppgifter');
    await town.presses(PLANNER, DONE);
    expect(town.hears(PLANNER)).to.contain('Klart').and.contain('måndag 30 november');
    await town.until('2026-12-01T02:00');
    expect(town.hears(MANAGER)).to.equal('');
    const rows = await dutyTable(town.store, town.playbook, '2026-11', town.now);
    expect(rows.at(-1)).to.deep.include({ date: '2026-11-30', state: 'done' });
    await town.says(PLANNER, 'dagliga uppgifter');
    await town.until('2026-12-01T20:00');
    expect(town.hears(PLANNER)).to.contain('tisdag 1 december');
  });

  it('shows the reports of the organisation to the manager, not to whoever only does a duty', async () => {
    await open('2026-11-26T07:30', undefined, []);
    for (const user of [PLANNER, MANAGER]) await town.says(user, 'hjälp');
    expect(town.offered(MANAGER)).to.include.members(['Min kö', 'Dagliga uppgifter']);
    expect(town.offered(PLANNER)).to.include('Dagliga uppgifter').and.not.include('Min kö');
  });

  it('can be done days later: that day is late, and today stays open', async () => {
    await open('2026-11-26T07:30');
    await town.until('2026-11-26T08:00');
    await town.until('2026-11-26T16:00');
    town.hears(MANAGER);
    await town.presses(MANAGER, DONE);
    await town.until('2026-11-27T08:00');
    expect(town.hears(PLANNER)).to.contain('Ska vara klart senast 16:00');
    const rows = await dutyTable(town.store, town.playbook, '2026-11', town.now);
    expect(rows.slice(0, 2).map(({ state }) => state)).to.deep.equal(['late', 'open']);
  });
});
