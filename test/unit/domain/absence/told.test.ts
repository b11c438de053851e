import { expect } from 'chai';
import type { AwayEntry } from '../../../../src/domain/absence/entry.ts';
import { isKept, toldOf } from '../../../../src/domain/absence/told.ts';
import { agreedEntry, awayEntry } from '../../../support/away.ts';
import { playbookFrom, shipped } from '../../../support/playbooks.ts';
import { SAMPLE } from '../../playbook/sample.ts';

const TIMES = [0, 1] as const;
const person = (contacts: readonly string[], shared: readonly string[] = []): AwayEntry =>
  awayEntry('a', 'x', TIMES, {
    about: { kind: 'person', user: 'anna', name: null, email: null, contacts, shared },
  });
const unit = (site: string): AwayEntry => awayEntry('u', 'x', TIMES, { about: { kind: 'unit', site } });
const away = (told: string) => playbookFrom(`${SAMPLE}away: { told: [${told}] }\n`);

describe('whose absence is told to whom', () => {
  it('is by the rules: of whom none is meant nobody hears', () => {
    const playbook = away('{ whose: desk, tell: boss }, { whose: [second, boss], tell: [desk, second] }');
    expect(toldOf(playbook, person(['desk']), 'north')).to.deep.equal(['boss']);
    expect(toldOf(playbook, person(['desk', 'boss']), null)).to.deep.equal(['boss', 'desk', 'second']);
    expect(toldOf(playbook, person([]), 'north')).to.deep.equal([]);
    expect(toldOf(playbook, agreedEntry('o', 'desk', 0, 1), null)).to.deep.equal(['boss']);
    expect(toldOf(playbook, agreedEntry('o', 'last', 0, 1), null)).to.deep.equal([]);
  });

  it('means whoever holds a contact with others too', () => {
    expect(toldOf(away('{ whose: desk, tell: boss }'), person([], ['desk']), null)).to.deep.equal(['boss']);
  });

  it('means people and offices of a site and of those below it', () => {
    const playbook = away('{ whose: all, tell: desk }');
    for (const entry of [person([]), unit('north')])
      expect(toldOf(playbook, entry, 'north')).to.deep.equal(['desk']);
    expect(toldOf(playbook, person([]), null)).to.deep.equal([]);
    expect(toldOf(away('{ whose: north, tell: desk }'), unit('all'), 'north')).to.deep.equal([]);
  });

  it('tells the contact and the manager of the unit that it is about, but nobody as the manager of themselves', () => {
    const playbook = away('{ whose: everybody, tell: [site-contact, site-manager] }');
    expect(toldOf(playbook, person([]), 'north')).to.deep.equal(['second', 'boss']);
    expect(toldOf(playbook, person([]), null)).to.deep.equal([]);
    // Of the unit whose contact it is, whoever tells it from wherever.
    expect(toldOf(playbook, person(['second']), null)).to.deep.equal(['second', 'boss']);
    expect(toldOf(playbook, person(['boss']), 'all')).to.deep.equal(['second']);
  });

  it('is nobody of IT for an employee of Porsanger, and nothing of theirs is kept', () => {
    for (const organisation of ['porsanger', 'kivido'] as const) {
      const playbook = shipped(organisation);
      const site = [...playbook.sites.keys()][0] ?? null;
      expect(toldOf(playbook, person([]), site), organisation).to.deep.equal([]);
      expect(isKept(playbook, person([]), site), organisation).to.equal(false);
    }
    expect(isKept(shipped('porsanger'), person(['it-lead']), null)).to.equal(true);
  });

  it('is kept of everybody where there is a directory, or where a rule means them', () => {
    expect(isKept(shipped('harjedalen'), person([]), null)).to.equal(true);
    expect(isKept(away('{ whose: everybody, tell: desk }'), person([]), null)).to.equal(true);
    expect(isKept(away('{ whose: boss, tell: desk }'), person([]), null)).to.equal(false);
    expect(isKept(away('{ whose: boss, tell: desk }'), unit('north'), null)).to.equal(true);
  });
});
