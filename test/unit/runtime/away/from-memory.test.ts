import { expect } from 'chai';
import { callMessage } from '../../../../src/conversation/who/call-message.ts';
import { LANGUAGES } from '../../../../src/domain/organisation/language.ts';
import { livePlaybooks } from '../../../../src/runtime/away/live-playbooks.ts';
import { playbookFrom, shippedText } from '../../../support/playbooks.ts';

const STORE = { record: async () => null };
const TEN = Temporal.Instant.from('2026-11-27T10:00:00+01:00').epochMilliseconds;

describe('what is answered while the store cannot be asked', () => {
  function live(name: 'harjedalen' | 'itcentrum') {
    const playbook = playbookFrom(shippedText(name));
    const playbooks = livePlaybooks(new Map([[name, playbook]]));
    const around = { since: null as number | null, now: TEN };
    playbooks.watchedBy({ troubleSince: () => around.since, now: () => around.now });
    const now = Temporal.Instant.fromEpochMilliseconds(TEN + 900_000).toZonedDateTimeISO(playbook.timezone);
    const said = (language = playbook.languages[0]): string => {
      const given = playbooks.get(name) ?? playbook;
      return callMessage(given, { class: 'critical', service: null }, language, now).answer.skipped.join(
        '\n',
      );
    };
    return { playbook, playbooks, around, said };
  }

  it('says up to when absences are known that were told in the chat, in every language', async () => {
    const { playbooks, around, said } = live('harjedalen');
    await playbooks.refreshAll(STORE);
    expect(said()).to.not.match(/minne/);
    around.since = TEN + 600_000;
    for (const language of LANGUAGES)
      expect(said(language), language)
        .to.match(/minne|hukommelsen|memory|geheugen/)
        .and.contain('10:00');
  });

  it('says nothing of it once they are read again, or the trouble is over', async () => {
    const { playbooks, around, said } = live('harjedalen');
    await playbooks.refreshAll(STORE);
    around.since = TEN + 600_000;
    expect(said()).to.match(/minne/);
    around.now = TEN + 700_000;
    await playbooks.refreshAll(STORE);
    expect(said()).to.not.match(/minne/);
    around.since = TEN + 800_000;
    expect(said()).to.match(/minne/);
    around.since = null;
    expect(said()).to.not.match(/minne/);
  });

  it('names no time where no absence can be told', () => {
    const { around, said, playbook } = live('itcentrum');
    expect(playbook.away).to.equal(null);
    around.since = TEN;
    expect(said()).to.match(/minne/).and.not.match(/10:00/);
  });

  it('is the same playbook each time, so that what is kept for it is kept', async () => {
    const { playbooks, around } = live('harjedalen');
    await playbooks.refreshAll(STORE);
    around.since = TEN + 1;
    expect(playbooks.get('harjedalen')).to.equal(playbooks.get('harjedalen'));
  });
});
