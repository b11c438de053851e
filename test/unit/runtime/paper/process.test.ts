import { expect } from 'chai';
import type { Playbook } from '../../../../src/domain/organisation/playbook.ts';
import { readSheets } from '../../../../src/runtime/paper/records.ts';
import { paperTable } from '../../../../src/runtime/paper/table.ts';
import { changedPlaybook } from '../../../support/changed-playbook.ts';
import { DutyTown } from '../../../support/duty-town.ts';
import { shipped } from '../../../support/playbooks.ts';

const PLANNER = 'planner-ullared';
const MANAGER = 'manager-ullared';
const DONE = 'Utskriven och uppsatt, den gamla slängd';
const BINDER = 'Pärmen – Ullared';
const NUMBER = ['phone: "+46346885555"', 'phone: "+46346885599"'] as const;
const STEP = ['sv: Skriv ut innevarande vecka.', 'sv: Skriv ut denna vecka.'] as const;

describe('the process of a unit’s paper', () => {
  let town: DutyTown;
  /** Thursday; the planner and the manager have said something. */
  const open = async (people = [PLANNER, MANAGER], playbook?: Playbook): Promise<void> => {
    town = new DutyTown('2026-11-26T16:30', playbook === undefined ? {} : { playbook });
    for (const user of people) await town.says(user, 'hjälp');
    // From here on people can be reached: the service begins anew with the same text.
    for (const user of people) town.hears(user);
  };
  const change = (...changes: readonly (readonly [string, string])[]) =>
    town.restart(changedPlaybook('falkenberg', ...changes));
  afterEach(() => town.close());

  it('asks once for a change of a number, shows what changed, and one press confirms', async () => {
    await open();
    await change(NUMBER);
    await town.until('2026-11-26T16:31');
    const asked = town.hears(PLANNER);
    expect(asked).to.contain(BINDER).and.contain('Ska skrivas ut på nytt').and.contain('Nummer');
    expect(town.hears(MANAGER)).to.equal('');
    await town.restart();
    await town.until('2026-11-26T16:35');
    expect(town.hears(PLANNER)).to.equal('');
    await town.presses(PLANNER, DONE);
    expect(town.hears(PLANNER)).to.contain('Utskrivet och uppsatt').and.contain('Teamsamordnare i Ullared');
    const [unit] = await paperTable(town.store, town.playbook);
    expect([unit?.stage, unit?.missing, unit?.has?.by.contact]).to.deep.equal(['printed', [], PLANNER]);
    // The next change shows its lines, for now it is known what they have.
    await change(STEP, NUMBER);
    await town.until('2026-11-26T16:40');
    expect(town.hears(PLANNER))
      .to.contain('Borttaget: Skriv ut innevarande vecka.')
      .and.contain('Nytt: Skriv ut denna vecka.')
      .and.not.contain('88 55');
  });

  it('counts from what was confirmed: after two changes the card shows both, and the old one confirms nothing', async () => {
    await open();
    await change(NUMBER);
    await town.until('2026-11-26T16:31');
    await town.presses(PLANNER, DONE);
    await change(STEP, NUMBER);
    await town.until('2026-11-26T16:40');
    town.hears(PLANNER);
    const old = town.offeredIds(PLANNER, DONE).at(-1) ?? '';
    await change(STEP);
    await town.until('2026-11-26T16:45');
    expect(town.hears(PLANNER))
      .to.contain('denna vecka')
      .and.contain('0346-88 55 99')
      .and.contain('0346-88 55 55');
    await town.pressesId(PLANNER, old);
    expect(town.hears(PLANNER)).to.contain('Ska skrivas ut på nytt');
    expect((await paperTable(town.store, town.playbook))[0]?.stage).to.equal('asked');
    await town.presses(PLANNER, DONE);
    expect((await paperTable(town.store, town.playbook))[0]?.stage).to.equal('printed');
  });

  it('reminds a working day before the end, then tells the manager, who hears when it is done after all', async () => {
    await open();
    await change(NUMBER);
    await town.until('2026-11-26T16:31');
    town.hears(PLANNER);
    // Thursday and three working days are Tuesday.
    await town.until('2026-11-30T16:29');
    expect(town.hears(PLANNER)).not.to.contain(BINDER);
    await town.restart();
    await town.until('2026-11-30T16:32');
    expect(town.hears(PLANNER)).to.contain('Inte utskrivet än').and.contain(BINDER);
    expect(town.hears(MANAGER)).not.to.contain(BINDER);
    await town.until('2026-12-01T16:32');
    expect(town.hears(MANAGER)).to.contain('Inte utskrivet i tid').and.contain('Teamsamordnare i Ullared');
    await town.restart();
    await town.until('2026-12-01T17:00');
    expect(town.hears(MANAGER)).not.to.contain(BINDER);
    town.hears(PLANNER);
    await town.presses(PLANNER, DONE);
    expect(town.hears(MANAGER)).to.contain('Utskrivet och uppsatt');
    await town.until('2026-12-20T12:00');
    expect(town.hears(MANAGER)).not.to.contain(BINDER);
  });

  it('says again every five working days what nobody printed', async () => {
    await open();
    await change(NUMBER);
    await town.until('2026-12-01T16:32');
    town.hears(MANAGER);
    await town.until('2026-12-08T16:32');
    expect(town.hears(MANAGER)).to.contain('Inte utskrivet i tid');
  });

  it('asks nobody where nothing on the paper has changed', async () => {
    await open();
    await change(NUMBER);
    await town.until('2026-11-26T16:31');
    await town.presses(PLANNER, DONE);
    town.hears(PLANNER);
    await change(NUMBER, ['within: 3', 'within: 4'], ['# Who reports.', '# Who is it that reports?']);
    await town.until('2026-11-26T16:40');
    expect(town.hears(PLANNER)).to.equal('');
  });

  it('takes the request back where what they have becomes right again', async () => {
    await open();
    await change(NUMBER);
    await town.until('2026-11-26T16:31');
    await town.presses(PLANNER, DONE);
    await change();
    await town.until('2026-11-26T16:40');
    expect(town.hears(PLANNER)).to.contain('Ska skrivas ut på nytt');
    await change(NUMBER);
    await town.until('2026-11-26T16:50');
    expect(town.hears(PLANNER)).to.contain('Behöver inte skrivas ut');
  });

  it('tells the manager at once where nobody who prints can be asked', async () => {
    await open([MANAGER]);
    await change(NUMBER);
    await town.until('2026-11-26T16:31');
    expect(town.hears(MANAGER)).to.contain('Ingen som skriver ut kan nås');
  });

  it('writes a letter with the link where no chat reaches whoever prints, and never twice', async () => {
    const account = [
      'role: { sv: Teamsamordnare i Ullared',
      'accounts: [anna@example.org]\n    role: { sv: Teamsamordnare i Ullared',
    ] as const;
    town = new DutyTown('2026-11-26T16:30', { playbook: changedPlaybook('falkenberg', account), mail: true });
    await town.says(MANAGER, 'hjälp');
    town.hears(MANAGER);
    await change(account, NUMBER);
    await town.until('2026-11-26T16:31');
    expect(town.letters()).to.have.length(2);
    expect(town.letters()[1])
      .to.contain('Ska skrivas ut på nytt')
      .and.contain('https://bot.example.org/routine/falkenberg')
      .and.contain('skriv ”papper”');
    await town.restart();
    await town.until('2026-11-26T16:35');
    expect(town.letters()).to.have.length(2);
    expect(town.hears(MANAGER)).to.equal('');
  });

  it('opens the page to print from the card', async () => {
    await open();
    await change(NUMBER);
    await town.until('2026-11-26T16:31');
    await town.presses(PLANNER, 'Öppna för utskrift');
    expect(town.hears(PLANNER)).to.contain('bot.example.org/routine/falkenberg?lang=sv');
  });

  it('lets nobody confirm who has nothing to do with it', async () => {
    await open([PLANNER, MANAGER, 'care-worker']);
    await change(NUMBER);
    await town.until('2026-11-26T16:31');
    await town.says('care-worker', 'vem har inte skrivit ut?');
    expect(town.hears('care-worker')).to.contain('Du har inga enheter här');
    expect((await paperTable(town.store, town.playbook))[0]?.has).to.equal(null);
  });

  it('shows managers who has not printed', async () => {
    await open();
    await change(NUMBER);
    await town.until('2026-11-26T16:31');
    await town.says(MANAGER, 'vem har inte skrivit ut?');
    expect(town.hears(MANAGER))
      .to.contain('Väntar på utskrift: 1')
      .and.contain('Har ingen.')
      .and.contain(BINDER);
    await town.presses(PLANNER, DONE);
    await town.says(MANAGER, 'Who has not printed?');
    expect(town.hears(MANAGER))
      .to.contain('Planner in Ullared')
      .and.match(/Version [2-9A-Z]{5}/);
  });

  it('keeps each sheet with its version, since when, and the one before', async () => {
    await open();
    await change(NUMBER);
    await town.until('2026-11-26T16:31');
    const { sheets } = (await readSheets(town.store, 'falkenberg')).list;
    expect(Object.keys(sheets)).to.have.members([
      ...[...shipped('falkenberg').routines.keys()].map((id) => `routine/${id}`),
      'numbers',
    ]);
    expect(sheets.numbers?.before).to.match(/^[0-9a-f]{8}$/);
    expect(sheets.numbers?.since).to.equal(town.now);
    expect(sheets['routine/daily-copy']?.before).to.equal(null);
  });
});
