import { expect } from 'chai';
import { Town } from '../../../support/conversation.ts';
import { shipped } from '../../../support/playbooks.ts';

describe('services that are named at IT’s desk', () => {
  const hit = (town: Town) => {
    const [notice] = [...town.notices.values()];
    return notice?.kind === 'outage' ? [...notice.services].sort() : null;
  };
  const town = () => new Town(shipped('itcentrum'), '2026-11-24T10:00');

  it('are announced together where there are several', () => {
    const all = town();
    all.desk.say('Treserva och TES är nere');
    expect(all.desk.text).to.contain('Meddela driftstopp för Treserva och TES?');
    all.desk.press('Meddela driftstopp');
    expect(hit(all)).to.deep.equal(['tes', 'treserva']);
  });

  it('can each be announced alone all the same', () => {
    const all = town();
    all.desk.say('TES och Treserva är nere');
    all.desk.press('Driftstopp: TES');
    expect(hit(all)).to.deep.equal(['tes']);
  });

  it('are one where one is named', () => {
    const all = town();
    all.desk.say('Treserva är nere');
    expect(all.desk.text).to.contain('Meddela driftstopp för Treserva?');
    all.desk.press('Meddela driftstopp');
    expect(hit(all)).to.deep.equal(['treserva']);
  });
});
