import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { pino } from 'pino';
import type { Server } from 'restify';
import { applyCommand } from '../../../../src/domain/notices/apply/apply.ts';
import type { Applied } from '../../../../src/domain/notices/commands.ts';
import type { Notice } from '../../../../src/domain/notices/notice.ts';
import { isOpen } from '../../../../src/domain/notices/view.ts';
import { type NoticeDesk, noticeApi } from '../../../../src/http/api/routes.ts';
import { toolToken } from '../../../../src/http/api/tool.ts';
import { LinkKeys } from '../../../../src/http/link-key.ts';
import { createHttpServer } from '../../../../src/http/server.ts';
import { shipped } from '../../../support/playbooks.ts';

const keys = new LinkKeys('a-secret-of-more-than-thirty-two-characters', true);
const playbook = shipped('itcentrum');
const other = shipped('porsanger');
const NOW = Temporal.Instant.from('2022-10-20T09:00:00+02:00');
const token = toolToken(keys, 'itcentrum', 'command-line');

/** Notices in plain memory, changed by the domain's own rules. */
class MemoryDesk implements NoticeDesk {
  readonly kept = new Map<string, Notice>();
  readonly retried: string[] = [];
  readonly #done = new Map<string, Applied>();

  async command({ id, notice, command, by }: Parameters<NoticeDesk['command']>[0]): Promise<Applied> {
    const before = this.#done.get(id);
    if (before !== undefined) return before;
    const context = { by, at: NOW.epochMilliseconds, id: `NEW-${this.kept.size + 1}` };
    const applied = applyCommand(playbook, this.kept.get(notice ?? '') ?? null, command, context);
    if (applied.outcome === 'done') this.kept.set(applied.notice.id, applied.notice);
    this.#done.set(id, applied);
    return applied;
  }
  async retry(_organisation: string, notice: string): Promise<void> {
    this.retried.push(notice);
  }
  async notice(_organisation: string, id: string): Promise<Notice | null> {
    return this.kept.get(id) ?? null;
  }
  async notices(_organisation: string, state: 'open' | 'waiting' | 'ended'): Promise<readonly Notice[]> {
    const wanted = state === 'open';
    return [...this.kept.values()].filter((notice) => isOpen(notice, NOW.epochMilliseconds) === wanted);
  }
  async ledger(_organisation: string, notice: string) {
    const { revision } = this.kept.get(notice) ?? { revision: 0 };
    if (revision === 0) return null;
    const counts = { intended: 3, sent: 1, failed: 1, skipped: 0, waiting: 0, ambiguous: 1 };
    const ledger = { notice, revision, ...counts, complete: true, at: NOW.epochMilliseconds };
    return {
      ledger,
      rows: [
        {
          ...{ destination: 'slack/x', name: '#drift', state: 'failed' as const, cause: 'left' as const },
          reason: 'is_archived',
        },
      ],
    };
  }
}

describe('the HTTP API for notices', () => {
  let server: Server;
  let home: string;
  let desk: MemoryDesk;
  beforeEach(async () => {
    desk = new MemoryDesk();
    let ids = 0;
    const playbooks = new Map([playbook, other].map((each) => [each.organisation, each]));
    const clock = { now: () => NOW };
    server = createHttpServer({
      ...{ playbooks, clock, keys, log: pino({ level: 'silent' }), ready: async () => undefined },
      routes: noticeApi({ playbooks, keys, clock, desk, newId: () => `id-${++ids}` }),
    });
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    home = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/api/itcentrum/notices`;
  });
  afterEach(() => {
    server.close();
    server.server.closeAllConnections();
  });

  const asked = async (path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${home}${path}`, {
      ...(body !== undefined && {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
    });
    // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
    return { status: response.status, value: (await response.json()) as any };
  };
  const outage = { kind: 'outage', services: ['tes'], sites: ['tierp'], text: 'Vi felsöker.' };

  it('publishes an outage in the organisation’s own language', async () => {
    const { status, value } = await asked('', outage);
    expect(status).to.equal(201);
    expect(value.notice).to.include({ kind: 'outage', phase: 'investigating', publication: 'published' });
    expect(value.notice.text).to.deep.equal({ sv: 'Vi felsöker.' });
    expect(value.notice.since).to.equal('2022-10-20T09:00:00+02:00');
    expect(value.news).to.equal('new');
    expect(desk.kept.get(value.notice.id)?.author).to.deep.equal({
      ...{ user: 'tool:command-line', name: 'command-line', conversation: 'desk/itcentrum' },
    });
  });

  it('publishes scenario E’s window with its parts, makes one longer, and cancels it', async () => {
    const window = {
      kind: 'maintenance',
      text: { sv: 'Uppdatering', en: 'Update' },
      parts: [
        {
          ...{ services: ['staff-systems'], sites: ['tierp'] },
          ...{ from: '2022-10-29T10:00:00+02:00', to: '2022-10-29T14:00:00+02:00' },
        },
        {
          ...{ services: ['treserva', 'tes'], sites: ['alvkarleby'] },
          ...{ from: '2022-10-30T10:00:00+01:00', to: '2022-10-30T13:00:00+01:00' },
        },
      ],
      support: [
        { from: '2022-10-29T10:00:00+02:00', to: '2022-10-30T16:00:00+01:00', text: 'Telefon 10–16' },
      ],
    };
    const { status, value } = await asked('', window);
    expect([status, value.notice?.parts.length]).to.deep.equal([201, 2]);
    // The clocks go back in the night between the two days.
    expect(value.notice.parts[1].from).to.equal('2022-10-30T10:00:00+01:00');
    const longer = await asked(`/${value.notice.id}/extend`, { part: '1', to: '2022-10-29T15:00:00+02:00' });
    expect(longer.value.notice).to.include({ sequence: 1, revision: 2 });
    const cancelled = await asked(`/${value.notice.id}/cancel`, { text: 'Det hinns inte' });
    expect(cancelled.value.notice).to.include({ phase: 'cancelled', sequence: 2 });
  });

  it('takes every change of an outage, and says what people are told', async () => {
    const { id } = (await asked('', outage)).value.notice;
    const news = async (what: string, body: object) => (await asked(`/${id}/${what}`, body)).value.news;
    const next = '2022-10-20T10:00:00+02:00';
    expect(await news('update', { phase: 'identified', nextWord: next })).to.equal('edit');
    expect(await news('update', { text: 'Strömavbrott', important: true })).to.equal('important');
    expect(await news('correct', { update: 2, text: 'Avgrävd kabel' })).to.equal('silent');
    expect(await news('resolve', { retrospect: 'Kabeln är lagad' })).to.equal('important');
    expect(await news('retrospect', { text: 'Kabeln är lagad och märkt' })).to.equal('edit');
    const kept = desk.kept.get(id);
    expect(kept).to.include({ phase: 'resolved', revision: 6 });
    expect(kept?.updates.map(({ text }) => text.sv ?? '')).to.deep.equal(['', 'Avgrävd kabel', '']);
    expect(await news('recall', {})).to.equal('edit');
  });

  it('names every field that is wrong, and what the rules of notices refuse', async () => {
    const shape = await asked('', { ...outage, since: 'yesterday', wait: 'false', extra: 1 });
    expect(shape.status).to.equal(400);
    expect(shape.value.faults.map(({ field }: { field: string }) => field)).to.include.members([
      'since',
      'wait',
    ]);
    const rules = await asked('', { ...outage, services: ['fax'], since: '2022-10-21T09:00:00+02:00' });
    expect(rules.status).to.equal(422);
    expect(
      rules.value.faults.map(({ field, why }: { field: string; why: string }) => `${field} ${why}`),
    ).to.deep.equal(['services unknown-service', 'since since-in-future']);
    expect(desk.kept.size).to.equal(0);
    const language = await asked('', { ...outage, text: { nb: 'Vi feilsøker' } });
    expect(language.status).to.equal(400);
  });

  it('does a request once for each Idempotency-Key', async () => {
    const key = { 'idempotency-key': 'ticket-4711' };
    const [first, again] = [await asked('', outage, key), await asked('', outage, key)];
    expect(again.value.notice.id).to.equal(first.value.notice.id);
    await asked('', outage);
    expect(desk.kept.size).to.equal(2);
    expect((await asked('', outage, { 'idempotency-key': 'a b' })).status).to.equal(400);
  });

  it('lists, shows, tells who got it, and tries again', async () => {
    const { id } = (await asked('', outage)).value.notice;
    expect((await asked('')).value.notices.map((notice: Notice) => notice.id)).to.deep.equal([id]);
    expect((await asked('?state=ended')).value.notices).to.deep.equal([]);
    expect((await asked('?state=odd')).status).to.equal(400);
    expect((await asked(`/${id}`)).value.notice.id).to.equal(id);
    const { value } = await asked(`/${id}/ledger`);
    expect(value).to.include({ intended: 3, sent: 1, failed: 1, ambiguous: 1, complete: true });
    expect(value.rows[0]).to.include({ name: '#drift', reason: 'is_archived' });
    await asked(`/${id}/retry`, {});
    expect(desk.retried).to.deep.equal([id]);
    for (const path of ['/NONE', '/NONE/ledger']) expect((await asked(path)).status, path).to.equal(404);
    expect((await asked('/NONE/recall', {})).status).to.equal(404);
    expect((await asked(`/${id}/confirm`, {})).status).to.equal(404);
  });

  it('lets nobody in without the token of a tool that this playbook names', async () => {
    const [tool, key] = token.split('.');
    for (const authorization of [
      '',
      'Bearer',
      `Bearer ${tool}`,
      `Bearer ${tool}.${key}x`,
      `Bearer ${tool}.${'A'.repeat(22)}`,
      `Basic ${token}`,
      `Bearer other.${key}`,
      `Bearer ${toolToken(keys, 'itcentrum', 'unnamed')}`,
      `Bearer ${toolToken(keys, 'porsanger', 'command-line')}`,
      `Bearer ${toolToken(new LinkKeys('another-secret-of-more-than-32-characters', true), 'itcentrum', 'command-line')}`,
    ]) {
      const { status, value } = await asked('', outage, { authorization });
      expect(status, authorization).to.equal(401);
      expect(JSON.stringify(value)).not.to.contain(key);
    }
    const elsewhere = await fetch(home.replace('itcentrum', 'porsanger'), {
      headers: { authorization: `Bearer ${toolToken(keys, 'porsanger', 'command-line')}` },
    });
    expect(elsewhere.status).to.equal(401);
    expect(desk.kept.size).to.equal(0);
  });

  it('refuses bodies that are no JSON, not said to be, or too large', async () => {
    expect((await asked('', '{"kind":')).status).to.equal(400);
    expect((await asked('', outage, { 'content-type': 'text/plain' })).status).to.equal(415);
    expect((await asked('', { ...outage, text: 'x'.repeat(70_000) })).status).to.equal(413);
    expect((await asked('', { ...outage, text: 'x'.repeat(2001) })).status).to.equal(400);
    expect((await asked('', '[]')).status).to.equal(400);
  });
});
