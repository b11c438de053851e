import { expect } from 'chai';
import { faultsOf, SAMPLE } from '../sample.ts';

/** What is found in the sample with this part added. */
function found(away: string): string[] {
  return faultsOf(`${SAMPLE}away: ${away}\n`).map(
    ({ severity, path, message }) => `${severity}: ${path} ${message}`,
  );
}

describe('lint: the part on absences', () => {
  it('may be short', () => {
    expect(found('{}')).to.deep.equal([]);
    expect(found('{ told: [{ whose: everybody, tell: [desk, site-contact, site-manager] }] }')).to.deep.equal(
      [],
    );
    expect(found('{ told: [{ whose: [north, desk], tell: boss }] }')).to.deep.equal([]);
  });

  it('names only what there is', () => {
    expect(found('{ told: [{ whose: [dsk, planner], tell: bos }] }')).to.have.members([
      'error: away.told[1].whose names "dsk", which is neither a contact nor a site; did you mean "desk"?',
      'error: away.told[1].whose names "planner", which is neither a contact nor a site',
      'error: away.told[1].tell names "bos", which is not in "contacts:"; did you mean "boss"?',
    ]);
    expect(found('{ for-others: dsk }')[0]).to.match(/away\.for-others names "dsk"/);
  });

  it('is of everybody, or of some', () => {
    expect(found('{ told: [{ whose: [everybody, desk], tell: boss }] }')).to.deep.equal([
      'error: away.told[1].whose names everybody and others; write everybody alone',
    ]);
  });

  it('says of each rule whose it is', () => {
    expect(found('{ told: [desk] }')).to.deep.equal([
      'error: away.told[1] is no rule; write { whose: everybody, tell: switchboard }; known are whose, tell',
    ]);
    expect(found('{ told: desk }')[0]).to.match(/^error: away\.told is the text "desk"/);
  });

  it('warns where no unit has whom it names', () => {
    const flat = SAMPLE.replace(', manager: boss', '');
    const [fault] = faultsOf(`${flat}away: { told: [{ whose: everybody, tell: site-manager }] }\n`);
    expect(fault).to.include({ severity: 'warning', path: 'away.told[1].tell' });
  });
});
