import { expect } from 'chai';
import {
  organisationsIn,
  SlackConflictError,
  slackConflicts,
} from '../../../../src/channels/slack/organisations.ts';
import type { Playbook, SlackPart } from '../../../../src/domain/organisation/playbook.ts';
import { playbookFrom } from '../../../support/playbooks.ts';
import { SAMPLE } from '../../playbook/sample.ts';

const PLAIN = playbookFrom(SAMPLE);

type Parts = Readonly<Record<string, Partial<SlackPart> | null>>;

/** Playbooks that differ in what they say of Slack. */
function playbooks(parts: Parts): ReadonlyMap<string, Playbook> {
  const nothing = { workspaces: [], enterprises: [], desk: null, guests: 'answer' } as const;
  return new Map(
    Object.entries(parts).map(([organisation, part]) => {
      const slack = part && { ...nothing, ...part };
      return [organisation, { ...PLAIN, organisation, slack }];
    }),
  );
}

function organisations(parts: Parts, defaultOrganisation: string | null = null) {
  return organisationsIn(playbooks(parts), { defaultOrganisation });
}

const at = (team: string, enterprise: string | null = null, channel: string | null = null) => ({
  ...{ team, enterprise, channel },
});

describe('the organisation of a place in Slack', () => {
  const parts = {
    one: { workspaces: ['T01', 'T02'] },
    grid: { enterprises: ['E01'] },
    none: null,
  };

  it('is the one that names the workspace, before the one of its Enterprise organisation', () => {
    const { organisationOf } = organisations(parts);
    expect(organisationOf(at('T02'))).to.equal('one');
    expect(organisationOf(at('T02', 'E01'))).to.equal('one');
    expect(organisationOf(at('T09', 'E01'))).to.equal('grid');
    expect(organisationOf(at('E01'))).to.equal('grid');
    expect(organisationOf(at('T09', 'E09'))).to.equal(null);
  });

  it('is the default one where no playbook names it', () => {
    const { organisationOf } = organisations(parts, 'none');
    expect(organisationOf(at('T09'))).to.equal('none');
    expect(organisationOf(at('T01'))).to.equal('one');
  });
});

describe('the desk of an organisation in Slack', () => {
  const parts = { one: { workspaces: ['T01'], desk: 'C01' }, two: { workspaces: ['T02'] } };

  it('is its channel, from its own workspaces', () => {
    const { deskOf } = organisations(parts);
    expect(deskOf(at('T01', null, 'C01'))).to.equal('one');
    expect(deskOf(at('T01', null, 'C02'))).to.equal(null);
    expect(deskOf(at('T01'))).to.equal(null);
  });

  it('is none for another organisation with which the channel is shared', () => {
    const { deskOf } = organisations(parts, 'two');
    expect(deskOf(at('T02', null, 'C01'))).to.equal(null);
    expect(deskOf(at('T03', null, 'C01'))).to.equal(null);
  });

  it('is there by default too', () => {
    expect(organisations({ only: { desk: 'C01' } }, 'only').deskOf(at('T9', null, 'C01'))).to.equal('only');
    expect(organisations({ only: { desk: 'C01' } }).deskOf(at('T9', null, 'C01'))).to.equal(null);
  });
});

describe('whose people belong to an organisation in Slack', () => {
  it('is what playbooks name, and never the default', () => {
    const { isOwn } = organisations(
      { one: { workspaces: ['T01'], enterprises: ['E01'], desk: 'C01' } },
      'one',
    );
    expect([isOwn('one', 'T01'), isOwn('one', 'E01')]).to.deep.equal([true, true]);
    expect([isOwn('one', 'T02'), isOwn('one', 'C01'), isOwn('two', 'T01')]).to.deep.equal([
      false,
      false,
      false,
    ]);
  });

  it('guests are answered if the playbook says nothing', () => {
    const { guestsOf } = organisations({ one: { guests: 'refuse' }, two: null });
    expect([guestsOf('one'), guestsOf('two'), guestsOf('nobody')]).to.deep.equal([
      'refuse',
      'answer',
      'answer',
    ]);
  });
});

describe('playbooks that contradict each other about Slack', () => {
  const clashes: Record<string, Parts> = {
    'slack.workspaces names T01, and so does slack.workspaces of two; keep the workspace in one of them': {
      one: { workspaces: ['T01'] },
      two: { workspaces: ['T01'] },
    },
    'slack.enterprises names E01, and so does slack.enterprises of two; keep it in one of them, and name the workspaces in the others':
      { one: { enterprises: ['E01'] }, two: { enterprises: ['E01'] } },
    'slack.desk names C01, and so does slack.desk of two; give IT of each organisation a channel of its own':
      { one: { desk: 'C01' }, two: { desk: 'C01' } },
  };
  for (const [says, parts] of Object.entries(clashes))
    it(says, () => {
      expect(slackConflicts(playbooks(parts).values())).to.deep.equal([`the playbook of one: ${says}`]);
      expect(() => organisations(parts)).to.throw(SlackConflictError, says);
    });

  it('do not, if each has its own, and one names the same twice', () => {
    expect(
      slackConflicts(
        playbooks({
          one: { workspaces: ['T01', 'T01'], enterprises: ['E01'] },
          two: { workspaces: ['T02'], desk: 'C01' },
        }).values(),
      ),
    ).to.deep.equal([]);
  });
});
