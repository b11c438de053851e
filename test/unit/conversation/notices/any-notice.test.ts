import { expect } from 'chai';
import fc from 'fast-check';
import { SLACK_LIMITS } from '../../../../src/channels/slack/limits.ts';
import { slackBlocks } from '../../../../src/channels/slack/render.ts';
import { TEAMS_LIMITS } from '../../../../src/channels/teams/limits.ts';
import { teamsCard } from '../../../../src/channels/teams/render.ts';
import { sizeOf } from '../../../../src/channels/teams/size.ts';
import { MESSAGE_LIMITS } from '../../../../src/conversation/messages.ts';
import { noticeEcho } from '../../../../src/conversation/notices/echo.ts';
import { standingChoice } from '../../../../src/conversation/notices/standing.ts';
import { noticeMessage } from '../../../../src/conversation/notices/words.ts';
import { plainText } from '../../../../src/conversation/plain-text/plain-text.ts';
import { LANGUAGES } from '../../../../src/domain/organisation/language.ts';
import { shipped } from '../../../support/playbooks.ts';
import { anyInstant, anyNotice } from '../../../support/random-notices.ts';

const playbook = shipped('itcentrum');
const anyAudience = fc.record({
  language: fc.constantFrom(...LANGUAGES),
  sites: fc.option(fc.uniqueArray(fc.constantFrom(...playbook.sites.keys()), { maxLength: 3 })),
  services: fc.option(fc.uniqueArray(fc.constantFrom(...playbook.services.keys()), { maxLength: 3 })),
});
const anyNow = anyInstant.map((at) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/Stockholm'),
);

describe('any notice, to any audience, at any time', () => {
  it('has words within the limits of a message, and choices that say what they do', () => {
    fc.assert(
      fc.property(anyNotice(playbook), anyAudience, anyNow, (notice, audience, now) => {
        const message = noticeMessage(playbook, notice, audience, now);
        expect(plainText(message)).to.not.match(/undefined|NaN|\[object|\{\w+\}/);
        expect(message.history.length).to.be.at.most(MESSAGE_LIMITS.rows);
        expect(message.choices.length).to.be.at.most(MESSAGE_LIMITS.choices);
        for (const { id, label } of message.choices) {
          expect(standingChoice(id)?.notice).to.equal(notice.id);
          expect(label.length).to.be.within(1, MESSAGE_LIMITS.label);
        }
        expect(message.title.length).to.be.greaterThan(0);
        if (notice.publication === 'recalled') expect(message.parts).to.deep.equal([]);
      }),
      { numRuns: 150 },
    );
  });

  it('is echoed in few words', () => {
    const news = fc.constantFrom('new' as const, 'edit' as const, 'important' as const, 'reminder' as const);
    fc.assert(
      fc.property(anyNotice(playbook), anyAudience, news, anyNow, (notice, audience, what, now) => {
        const text = plainText(noticeEcho(playbook, notice, audience, what, now));
        expect(text.length).to.be.greaterThan(0);
        if (what !== 'reminder') expect(text.length).to.be.at.most(MESSAGE_LIMITS.text);
      }),
      { numRuns: 100 },
    );
  });

  it('is taken by Teams and Slack', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(anyNotice(playbook), anyAudience, anyNow, (notice, audience, now) => {
        const message = noticeMessage(playbook, notice, audience, now);
        const sign = { of: 'gCpv6qKzjr3e', on: 'n-N1-12' };
        expect(sizeOf(teamsCard(message, sign))).to.be.at.most(TEAMS_LIMITS.cardBytes);
        const { blocks } = slackBlocks(message, sign);
        expect(blocks.length).to.be.at.most(SLACK_LIMITS.blocks);
        expect(JSON.stringify(blocks).length).to.be.at.most(SLACK_LIMITS.characters);
      }),
      { numRuns: 25 },
    );
  });
});
