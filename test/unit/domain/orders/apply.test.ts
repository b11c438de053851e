import { expect } from 'chai';
import { deedsFor } from '../../../../src/domain/orders/authority.ts';
import { nextChase } from '../../../../src/domain/orders/due.ts';
import type { Order } from '../../../../src/domain/orders/order.ts';
import {
  AT,
  apply,
  BOT,
  DIRECTOR,
  HANDED,
  HOUR,
  MANAGER,
  made,
  mail,
  NEMESYS,
  playbook,
  REPORTER,
  RULES,
  STRANGER,
  SUPPLIER,
  when,
} from './stage.ts';

const what = ({ history }: Order): string[] => history.map((entry) => entry.what);
const news = (...words: Parameters<typeof apply>): string[] => {
  const applied = apply(...words);
  if (applied.outcome !== 'done') return [applied.why];
  const told = applied.news.map(({ to, how }) => `${to} ${how}`);
  return applied.supplier === null ? told : [...told, `supplier ${applied.supplier}`];
};

describe('an order', () => {
  const ordered = when(made(), HANDED);
  const confirmed = when(ordered, { do: 'mail', mail: mail('confirmed') });

  it('goes from the manager to the approved invoice (scenario C2)', () => {
    const quoted = when(confirmed, { do: 'mail', mail: mail('quote') });
    expect(quoted).to.include({ state: 'quoted' });
    const approved = when(quoted, { do: 'approve-quote' }, DIRECTOR);
    const solved = when(approved, { do: 'mail', mail: mail('solved') });
    const again = when(solved, { do: 'not-satisfied', text: 'Bij Goes nog niet.' }, REPORTER);
    expect(again).to.include({ state: 'in-work', reopened: 1 });
    const twice = when(again, { do: 'solve' }, MANAGER);
    const closed = when(twice, { do: 'satisfied' }, REPORTER);
    const invoiced = when(closed, { do: 'mail', mail: mail('invoice') });
    const rejected = when(invoiced, { do: 'reject-invoice', text: 'Twee uur te veel.' }, MANAGER);
    expect(rejected.invoice).to.include({ answer: 'no', why: 'Twee uur te veel.' });
    const second = when(rejected, { do: 'invoice', text: '€ 120' }, MANAGER);
    const paid = when(second, { do: 'approve-invoice' }, MANAGER);
    expect(paid.state).to.equal('closed');
    expect(paid.invoice?.answer).to.equal('yes');
    expect(what(paid)).to.deep.equal([
      ...[
        'ordered',
        'handed-over',
        'confirmed',
        'quote',
        'quote-approved',
        'solved',
        'not-satisfied',
        'solved',
      ],
      ...['satisfied', 'invoice', 'invoice-rejected', 'invoice', 'invoice-approved'],
    ]);
  });

  it('tells whom it concerns, and the supplier what it has to know', () => {
    expect(news(made(), HANDED)).to.deep.equal(['reporter tells', 'managers tells']);
    expect(news(confirmed, { do: 'quote', text: '€ 300' }, MANAGER)).to.include('quotes asks');
    const quoted = when(confirmed, { do: 'quote', text: '€ 300' }, MANAGER);
    expect(news(quoted, { do: 'decline-quote', text: 'te duur' }, DIRECTOR)).to.include(
      'supplier quote-declined',
    );
    const solved = when(confirmed, { do: 'solve' }, NEMESYS);
    expect(news(solved, { do: 'not-satisfied', text: 'nee' }, REPORTER)).to.include('supplier not-satisfied');
    expect(news(solved, { do: 'satisfied' }, REPORTER)).to.deep.equal(['reporter tells', 'managers tells']);
  });

  it('is left alone by whoever has not the role; that stands in its history', () => {
    const quoted = when(confirmed, { do: 'quote', text: '€ 300' }, MANAGER);
    for (const [order, deed, by] of [
      [quoted, 'approve-quote', MANAGER],
      [quoted, 'approve-quote', STRANGER],
      [confirmed, 'cancel', DIRECTOR],
      [confirmed, 'solve', REPORTER],
      [when(confirmed, { do: 'solve' }, MANAGER), 'satisfied', MANAGER],
      [when(confirmed, { do: 'invoice', text: '€ 1' }, MANAGER), 'approve-invoice', DIRECTOR],
      [confirmed, 'show', STRANGER],
    ] as const) {
      const applied = apply(order, { do: deed, text: 'x' }, by);
      if (applied.outcome !== 'refused') throw new Error(`${deed} was done`);
      expect(applied.why).to.equal('not-yours');
      expect(applied.order.history.at(-1)).to.include({ what: 'refused', text: deed });
      expect({ ...applied.order, history: order.history }).to.deep.equal(order);
    }
  });

  it('asks for words where they are needed', () => {
    const applied = apply(confirmed, { do: 'cancel', text: '  ' }, MANAGER);
    expect(applied).to.include({ outcome: 'refused', why: 'text-missing' });
  });

  it('that cannot be handed over goes to the manager, who sends it by hand or tries again', () => {
    expect(news(made(), { do: 'handing-failed', reason: '550' })).to.deep.equal([
      'managers asks',
      'reporter tells',
    ]);
    const failed = when(made(), { do: 'handing-failed', reason: '550' });
    expect(deedsFor(RULES, failed, MANAGER)).to.deep.equal(['try-again', 'by-hand', 'cancel']);
    expect(news(failed, { do: 'try-again' }, MANAGER)).to.include('supplier order');
    expect(when(failed, { do: 'try-again' }, MANAGER)).to.include({ handing: 'waiting', tries: 2 });
    expect(when(failed, { do: 'by-hand' }, MANAGER)).to.include({ state: 'ordered', handing: 'by-hand' });
  });

  it('is surely with the supplier once the supplier speaks of it', () => {
    const perhaps = when(made(), { do: 'perhaps-handed', reason: 'cut' });
    expect(perhaps).to.include({ state: 'ordered', handing: 'perhaps' });
    expect(when(perhaps, { do: 'mail', mail: mail('confirmed') })).to.include({ handing: 'handed-over' });
    expect(when(made(), { do: 'mail', mail: mail('confirmed') })).to.include({
      ...{ state: 'confirmed', handing: 'handed-over' },
    });
    // What became of the try is heard later, and changes nothing.
    const early = when(made(), { do: 'mail', mail: mail('confirmed') });
    expect(when(early, { do: 'handing-failed', reason: 'late' })).to.deep.equal(early);
  });

  it('believes no stranger, and shows what it does not understand', () => {
    const strange = when(ordered, { do: 'mail', mail: mail('solved', false) });
    expect(strange).to.include({ state: 'ordered' });
    // It is not said to be the supplier's.
    expect(strange.history.at(-1)).to.include({ what: 'stranger', by: 'bot' });
    expect(strange.mails[0]).to.include({ believed: false, taken: null });
    expect(news(ordered, { do: 'mail', mail: mail(null) })).to.deep.equal(['managers asks']);
  });

  it('is chased until it is confirmed, and then left to the manager', () => {
    const due = (order: Order) => nextChase(SUPPLIER, order);
    expect(due(ordered)).to.equal(AT + 4 * HOUR);
    expect(news(ordered, { do: 'tick' }, BOT, AT + 4 * HOUR - 1)).to.deep.equal([]);
    let order = ordered;
    const said: string[][] = [];
    for (let at = due(order); at !== null; at = due(order)) {
      said.push(news(order, { do: 'tick' }, BOT, at));
      order = when(order, { do: 'tick' }, BOT, at);
    }
    expect(said).to.deep.equal([
      ['managers tells', 'supplier chase'],
      ['managers tells', 'supplier chase'],
      ['managers asks'],
    ]);
    expect(due(confirmed)).to.equal(null);
  });

  it('in a ticket system is confirmed with its number, and follows its status', () => {
    const topdesk = { ...made(), way: 'topdesk' as const };
    const external = { reference: 'I 2611 001', url: null };
    const taken = when(topdesk, { do: 'handed', external, confirms: true });
    expect(taken).to.deep.include({ state: 'confirmed', external });
    const working = { do: 'status', status: 'In behandeling', solved: false } as const;
    const worked = when(taken, working);
    expect(worked).to.include({ status: 'In behandeling', state: 'confirmed' });
    expect(news(worked, working)).to.deep.equal([]);
    const solved = when(worked, { do: 'status', status: 'Gereed', solved: true });
    expect(solved.state).to.equal('solved');
    const again = when(solved, { do: 'not-satisfied', text: 'nee' }, REPORTER);
    // The system still says what it said: that is no new solution.
    expect(when(again, { do: 'status', status: 'Gereed', solved: true }).state).to.equal('in-work');
  });

  it('needs nobody who is not there: a playbook without managers leaves the deeds to nobody', () => {
    const alone = { ...playbook.handOffs, managers: [], quotes: [], invoices: [] };
    expect(deedsFor(alone, confirmed, MANAGER)).to.deep.equal([]);
  });
});
