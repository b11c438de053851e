import { expect } from 'chai';
import { playbookFrom } from '../../support/playbooks.ts';
import { SAMPLE, SLACK } from './sample.ts';

const slackOf = (part: string) => playbookFrom(`${SAMPLE}slack: ${part}\n`).slack;

describe('Slack as the domain sees it', () => {
  it('has ids, and that of the desk taken out of its link', () => {
    expect(playbookFrom(SLACK).slack).to.deep.equal({
      workspaces: ['T0123ABCD', 'T0456EFGH'],
      enterprises: ['E0123ABCD'],
      desk: 'C0123ABCD',
      guests: 'refuse',
    });
  });

  it('is null where the file does not speak of it', () => {
    expect(playbookFrom(SAMPLE).slack).to.equal(null);
  });

  it('answers guests if nothing else is said, and can say one thing alone', () => {
    const nothing = { workspaces: [], enterprises: [], desk: null, guests: 'answer' };
    expect(slackOf('{ workspaces: [T0123ABCD] }')).to.deep.equal({ ...nothing, workspaces: ['T0123ABCD'] });
    expect(slackOf('{ enterprises: [E0123ABCD] }')).to.deep.equal({ ...nothing, enterprises: ['E0123ABCD'] });
    expect(slackOf('{ guests: refuse }')).to.deep.equal({ ...nothing, guests: 'refuse' });
  });

  it('takes a desk as Slack writes it: an id, a copied link, the address in a browser, a private channel', () => {
    for (const [written, id] of [
      ['C0123ABCD', 'C0123ABCD'],
      ['"https://example.slack.com/archives/C0123ABCD"', 'C0123ABCD'],
      ['"https://app.slack.com/client/T0123ABCD/C0123ABCD"', 'C0123ABCD'],
      ['"https://example.enterprise.slack.com/archives/C0123ABCD/"', 'C0123ABCD'],
      ['G0123ABCD', 'G0123ABCD'],
    ])
      expect(slackOf(`{ desk: ${written} }`)?.desk, written).to.equal(id);
  });
});
