import { expect } from 'chai';
import { slackBlocks } from '../../../../../src/channels/slack/render.ts';
import { teamsCard } from '../../../../../src/channels/teams/render.ts';
import type { BoardKnown, Happening, TurnEvent } from '../../../../../src/conversation/event.ts';
import { type ConversationState, NEW_CONVERSATION } from '../../../../../src/conversation/state.ts';
import { type TurnResult, turn } from '../../../../../src/conversation/turn.ts';
import { NEW_LIFE } from '../../../../../src/domain/reports/life/life.ts';
import { NINE } from '../../../../support/engine.ts';
import { shipped } from '../../../../support/playbooks.ts';
import { reportOf } from '../../../../support/reports.ts';

const playbook = shipped('kivido');
const HOUR = 3_600_000;
const ADDRESS = 'https://bot.example.org/board/kivido/sign-in?token=abc';
const reports = [
  reportOf('AAAA-1111', { at: NINE - HOUR, class: 'critical', what: 'Niemand kan mailen' }),
  reportOf('BBBB-2222', {
    ...{ at: NINE - 5 * HOUR, state: 'waiting', what: 'Printer' },
    life: { ...NEW_LIFE, due: { what: 'wait', at: NINE + 20 * HOUR } },
  }),
  reportOf('CCCC-3333', { state: 'closed', what: 'Muis' }),
];
const board: BoardKnown = { reports, reminds: {}, pings: {}, signIn: { address: ADDRESS, id: 'hash' } };

/** One turn of somebody. @param known of the board; null: they hold no duty */
function heard(
  what: Happening,
  { known = board as BoardKnown | null, state = NEW_CONVERSATION, more = {} as Partial<TurnEvent> } = {},
): TurnResult {
  const event: TurnEvent = {
    ...{ id: 'e1', reference: 'X', conversation: 'teams/kivido/joke', what },
    from: { user: 'joke', desk: false, locale: 'nl', role: null, site: null },
    known: {
      ...{ profile: null, identity: { name: 'Joke', email: null, phone: null, manager: null } },
      ...{
        reports: [],
        notices: [],
        ended: [],
        past: [],
        subscription: null,
        subscribers: null,
        readers: {},
      },
      ...{ recent: [], proposals: [], hits: {}, ...(known !== null && { board: known }) },
    } as TurnEvent['known'],
    ...more,
  };
  const now = Temporal.Instant.fromEpochMilliseconds(NINE).toZonedDateTimeISO(playbook.timezone);
  return turn(playbook, state, event, now);
}
const said = (text: string): Happening => ({ kind: 'said', text, pictures: [] });
const words = ({ replies }: TurnResult): string => JSON.stringify(replies.map(({ message }) => message));
const pressing = (state: ConversationState, label: string): Happening => {
  const offer = state.offers.findLast((each) => each.label.startsWith(label));
  return { kind: 'pressed', choice: offer?.id ?? '', fields: {} };
};

describe('the queue in the chat', () => {
  it('shows what waits for somebody with a duty, and what else there is to look at', () => {
    const result = heard(said('mijn wachtrij'));
    const [{ message } = { message: null }] = result.replies;
    expect(message).to.deep.include({ kind: 'reports', title: 'Wachtrij: Van mij (1)' });
    expect(words(result)).to.include('AAAA-1111').and.include('Nog niemand').and.not.include('BBBB-2222');
    expect(message?.choices.map(({ label }) => label)).to.include.members([
      'Open (2)',
      'Wacht (1)',
      'Gesloten (1)',
    ]);
  });

  it('opens another list, and a report with all that happened to it', () => {
    const { state } = heard(said('my queue'));
    const open = heard(pressing(state, 'Open (2)'), { state });
    expect(words(open)).to.include('BBBB-2222');
    const one = heard(pressing(open.state, 'Printer'), { state: open.state });
    expect(one.replies[0]?.message.kind).to.equal('receipt');
    expect(words(one)).to.include('De melder krijgt de vraag of het er nog is: morgen om 05:00');
  });

  it('gives a link that the turn wants kept, until ten minutes from now', () => {
    const result = heard(said('overzicht'));
    expect(words(result)).to.include(ADDRESS).and.include('vandaag om 09:10');
    expect(result.effects).to.deep.include({
      ...{ effect: 'keep-sign-in', id: 'hash', until: NINE + 600_000, language: 'nl', name: 'Joke' },
    });
    const out = heard(pressing(result.state, 'Overal uitloggen'), { state: result.state });
    expect(out.effects).to.deep.include({ effect: 'end-sign-ins' });
  });

  it('gives the link as a way to press in Teams and in Slack', () => {
    const [reply] = heard(said('overzicht')).replies;
    expect(JSON.stringify(teamsCard(reply!.message))).to.include(`"url":"${ADDRESS}"`);
    expect(JSON.stringify(slackBlocks(reply!.message))).to.include(ADDRESS);
  });

  it('says so where there is no page', () => {
    const result = heard(said('overzicht'), { known: { ...board, signIn: null } });
    expect(words(result)).to.include('niet ingericht');
    expect(result.effects).to.deep.equal([]);
  });

  it('tells nothing where others read along', () => {
    const room = { conversation: 'teams/kivido/room', id: 'room', name: 'Team' };
    for (const text of ['mijn wachtrij', 'overzicht']) {
      const result = heard(said(text), { more: { room } });
      expect(words(result)).to.include('lezen anderen mee').and.not.include('AAAA').and.not.include('token');
    }
  });

  it('says no to whoever holds no duty, and hears other words as ever', () => {
    const no = heard(said('mijn wachtrij'), { known: null });
    expect(words(no)).to.include('Daar hoor je niet bij').and.not.include('AAAA');
    expect(words(heard(said('overzicht'), { known: null }))).to.not.include('Daar hoor je niet bij');
    const { state } = heard(said('mijn wachtrij'));
    const pressed = heard(pressing(state, 'Open (2)'), { state, known: null });
    expect(words(pressed)).to.include('Daar hoor je niet bij').and.not.include('BBBB');
  });

  it('stands in the menu of those who have one', () => {
    const menu = { kind: 'wished', wish: 'help' } as const;
    expect(words(heard(menu)))
      .to.include('Mijn wachtrij')
      .and.include('Overzicht als pagina');
    expect(words(heard(menu, { known: null }))).to.not.include('Mijn wachtrij');
  });
});
