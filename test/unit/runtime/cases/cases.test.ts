import { expect } from 'chai';
import type { Happening } from '../../../../src/conversation/event.ts';
import { plainText } from '../../../../src/conversation/plain-text/plain-text.ts';
import { turn } from '../../../../src/conversation/turn.ts';
import type { Playbook } from '../../../../src/domain/organisation/playbook.ts';
import type { Report } from '../../../../src/domain/reports/report.ts';
import { NINE, replyOf, TestEngine } from '../../../support/engine.ts';
import { playbookFrom, shippedText } from '../../../support/playbooks.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Handed over by hand; how orders go out is tested with them. */
const playbook: Playbook = {
  ...playbookFrom(shippedText('kivido')),
  handOffs: { managers: [], quotes: [], invoices: [], suppliers: new Map() },
};

/** Kivido with the real turn; people speak in chats of their own. */
class Story {
  readonly service = new TestEngine(turn, { playbook });
  #events = 0;

  async does(user: string, what: Happening): Promise<void> {
    const role = user === 'marie' ? 'manager-general-affairs' : user === 'anna' ? 'employee' : null;
    const desk = user === 'desk';
    await this.service.engine.accept({
      ...{ id: `web/${++this.#events}`, organisation: 'kivido', what, ahead: 0 },
      conversation: desk ? 'desk/kivido' : `web/kivido/${user}`,
      from: { user, desk, locale: 'nl', role, site: null },
    });
    await this.service.engine.workThrough();
  }

  says(user: string, text: string): Promise<void> {
    return this.does(user, { kind: 'said', text, pictures: [] });
  }

  async presses(user: string, label: string): Promise<void> {
    const choice = this.#messages(user)
      .flatMap(({ choices }) => choices)
      .findLast((each) => each.label === label);
    if (choice === undefined) throw new Error(`nobody offered ${user} "${label}"`);
    await this.does(user, { kind: 'pressed', choice: choice.id, fields: {} });
  }

  /** Lets time pass, and what is due happen. */
  async waits(ms: number): Promise<void> {
    this.service.now += ms;
    await this.service.engine.workThrough();
  }

  /** What somebody was told, newest last. */
  told(user: string): string[] {
    return this.#messages(user).map((message) => plainText(message));
  }

  async report(): Promise<Report> {
    const { items } = await this.service.store.findRecords({
      ...{ organisation: 'kivido', kind: 'report', order: 'newest', limit: 1 },
    });
    return items[0]?.body as unknown as Report;
  }

  #messages(user: string) {
    const conversation = user === 'desk' ? 'desk/kivido' : `web/kivido/${user}`;
    return this.service.sender.deliveries
      .filter(({ destination }) => destination === conversation)
      .map((delivery) => replyOf(delivery).message);
  }
}

async function reported(story: Story, manager = true): Promise<void> {
  if (manager) await story.says('marie', 'hallo');
  await story.says('anna', 'ik kan niet printen');
  await story.presses('anna', 'Zo is het genoeg');
}

describe('reports that are followed up', () => {
  let story: Story;
  beforeEach(() => {
    story = new Story();
  });

  it('come to whoever holds the judge’s contact, and nothing goes to IT’s desk', async () => {
    await reported(story);
    expect(story.told('marie').at(-1)).to.match(/Nieuwe melding: urgent of niet\?/);
    expect(story.told('desk')).to.deep.equal([]);
  });

  it('come to IT’s desk where nobody can be written to, with whom to tell', async () => {
    await reported(story, false);
    expect(story.told('desk').at(-1)).to.match(/Dit is voor: Manager Algemene Zaken \(\+3100000001\)/);
  });

  it('remind until somebody judges, the desk too from the second time', async () => {
    await reported(story);
    await story.waits(2 * HOUR);
    expect(story.told('marie').at(-1)).to.match(/Herinnering: deze melding is nog niet beoordeeld/);
    expect(story.told('desk')).to.deep.equal([]);
    await story.waits(2 * HOUR);
    expect(story.told('desk').at(-1)).to.match(/Herinnering/);
  });

  it('survive a stop: what fell due meanwhile happens once, late', async () => {
    await reported(story);
    await story.presses('marie', 'Niet urgent');
    await story.presses('marie', 'Zonder reden');
    await story.waits(3 * DAY);
    expect((await story.report()).state).to.equal('asked');
    const asked = story.told('anna').filter((text) => /Is het er nog\?/.test(text));
    expect(asked).to.have.length(1);
    // The whole time to answer begins with the question.
    await story.waits(DAY - 1000);
    expect((await story.report()).state).to.equal('asked');
    await story.waits(1000);
    expect((await story.report()).state).to.equal('handing-on');
    expect(story.told('anna').at(-1)).to.match(/Je hebt niet laten weten of het er nog is/);
  });

  it('are judged by nobody else: a forwarded card does nothing, says so, and it is in the history', async () => {
    await reported(story);
    const card = story.told('marie').length;
    const { id } = await story.report();
    // Somebody without the role gets the same choices: as if the manager's chat were theirs.
    const offers = (await story.service.store.load('web/kivido/marie'))?.state;
    await story.does('kees', { kind: 'came' });
    await story.service.store.receive({
      id: 'x',
      conversation: 'web/kivido/kees',
      receivedAt: NINE,
      body: null,
    });
    const kees = await story.service.store.load('web/kivido/kees');
    await story.service.store.commit({
      ...{ event: 'x', conversation: 'web/kivido/kees', expected: kees?.version ?? 0, at: NINE },
      state: offers ?? null,
    });
    const urgent = (offers as { state: { offers: { id: string; label: string }[] } }).state.offers.findLast(
      ({ label }) => label === 'Urgent',
    );
    await story.does('kees', { kind: 'pressed', choice: urgent?.id ?? '', fields: {} });
    const after = await story.report();
    expect(after.id).to.equal(id);
    expect(after.state).to.equal('open');
    expect(after.history.at(-1)).to.deep.include({ what: 'refused', text: 'urgent' });
    expect(story.told('kees').at(-1)).to.match(/Dit kan alleen Manager Algemene Zaken doen/);
    expect(story.told('marie')).to.have.length(card + 1);
  });

  it('give what is urgent to whoever hands it over, and its texts to those who tell parents', async () => {
    await story.says('marie', 'hallo');
    await story.says('anna', 'De mail doet het niet');
    await story.presses('anna', 'Nee, niets in of uit');
    await story.presses('marie', 'Urgent');
    expect(story.told('marie').join('\n')).to.match(/Aan: Leverancier Nemesys, support@nemesys\.nl/);
    expect(story.told('anna').at(-1)).to.match(/Het gaat naar: Leverancier Nemesys/);
    // Nobody is known as a unit manager: the desk gets the texts, so that they are not lost.
    expect(story.told('desk').join('\n')).to.match(
      /Beste ouders, E-mail van Kivido werkt op dit moment niet/,
    );
    expect(story.told('desk').join('\n')).to.match(/Dear parents, E-mail at Kivido does not work/);
  });

  it('tell once a day where somebody asked for that, and ask at once all the same', async () => {
    await reported(story);
    await story.says('marie', 'Ik kijk er eerst naar');
    await story.presses('anna', 'Eén bericht per dag');
    const before = story.told('anna').length;
    await story.says('marie', 'Niet urgent: de andere werkt');
    expect(story.told('anna')).to.have.length(before);
    await story.waits(DAY);
    const since = story.told('anna').slice(before);
    expect(since.filter((text) => /Wat er met je meldingen is gebeurd/.test(text))).to.have.length(1);
    expect(since.at(-1)).to.match(/Is het er nog\?/);
  });

  it('go on as another, and close with it', async () => {
    await reported(story);
    const main = (await story.report()).id;
    await story.waits(60_000);
    await story.says('bo', 'ik kan niet printen');
    await story.presses('bo', 'Medewerker');
    await story.presses('bo', 'Zo is het genoeg');
    await story.presses('marie', 'Samenvoegen');
    const label = story.told('marie').at(-1) ?? '';
    expect(label).to.match(/loopt .* verder\?/);
    await story.says('marie', '1');
    expect(story.told('bo').at(-1)).to.match(new RegExp(`samengevoegd met melding ${main}`));
    await story.says('anna', 'mijn meldingen');
    await story.says('anna', '1');
    await story.presses('anna', 'Melding intrekken');
    await story.presses('anna', 'Ja, intrekken');
    expect((await story.report()).state).to.equal('received');
  });
});
