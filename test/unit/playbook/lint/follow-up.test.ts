import { expect } from 'chai';
import { faultsOf, SAMPLE } from '../sample.ts';

/** What is found in the sample with this part added. */
function found(followUp: string): string[] {
  return faultsOf(`${SAMPLE}follow-up: ${followUp}\n`).map(
    ({ severity, path, message }) => `${severity}: ${path} ${message}`,
  );
}

describe('lint: the part on following up', () => {
  it('may be short', () => {
    expect(found('{ judge: desk }')).to.deep.equal([]);
    expect(found('{}')).to.deep.equal([]);
  });

  it('names only what there is', () => {
    expect(found('{ judge: dsk }')).to.deep.equal([
      'error: follow-up.judge names "dsk", which is not in "contacts:"; did you mean "desk"?',
    ]);
    expect(found('{ others: { service: wb, texts: {} } }')[0]).to.match(
      /follow-up\.others\.service names "wb"/,
    );
  });

  it('says within which hours working time counts', () => {
    expect(found('{ counts: working-hours }')).to.deep.equal([
      'error: follow-up.counts needs "hours": name the hours within which time counts',
    ]);
    expect(found('{ counts: working-hours, hours: core }')).to.deep.equal([]);
  });

  it('hands on without judging only what is not judged', () => {
    expect(found('{ judge: desk, hands-on: normal }')[0]).to.match(/has "normal", which is judged first/);
    expect(found('{ judge: desk, judged: critical, hands-on: normal }')).to.deep.equal([]);
  });

  it('fills in only what is known, in each language', () => {
    const texts = (text: string) => `{ others: { texts: { all: { name: All, text: ${text} } } } }`;
    expect(found(texts('"{service} is down since {since}"'))).to.deep.equal([]);
    expect(found(texts('"{system} is down"'))[0]).to.match(
      /has a placeholder that is not known; there are \{service\}/,
    );
    expect(found(texts('{ sv: "Nere" }'))[0]).to.match(/is missing in en/);
  });

  it('gives times that can be', () => {
    expect(found('{ wait: P60D }')[0]).to.match(
      /follow-up\.wait is no duration between one minute and 744 hours/,
    );
    expect(found('{ digest-at: "25:00" }')[0]).to.match(/is no time of the day; write it as "08:00"/);
  });
});
