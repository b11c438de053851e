import { FAKE_APP, type FakeTeams } from '../teams/fake-teams.ts';
import { HOMES, organisationOf, tenantOf } from './playbooks.ts';
import { type Talker, TEXTS, type Writing } from './writings.ts';

/** The nth person who writes in Teams, in their personal chat. */
export class TeamsTalker implements Talker {
  readonly platform = 'teams';
  readonly name: string;
  readonly written: Writing[] = [];
  readonly #teams: FakeTeams;
  readonly #tenant: string;
  readonly #user: string;
  readonly #chat: string;

  constructor(teams: FakeTeams, n: number) {
    this.#teams = teams;
    this.#tenant = tenantOf(n % HOMES);
    this.#user = `29:talker-${n}`;
    this.#chat = `a:${this.#tenant}:talker-${n}`;
    const objectId = `00000000-0000-4000-a000-${n.toString().padStart(12, '0')}`;
    const email = `talker-${n}@porsanger.example`;
    const member = { id: this.#user, objectId, name: `Talker ${n}`, email, tenantId: this.#tenant };
    this.name = `teams/${organisationOf(n)}/${this.#tenant}/${this.#chat}/${objectId}`;
    teams.connector.addMember(this.#chat, { ...member, userRole: 'user' });
    this.#from = { id: this.#user, name: `Talker ${n}`, aadObjectId: objectId };
  }

  readonly #from: object;

  next(): Writing {
    const n = this.written.length;
    const id = `${1_700_000_000_000 + n}`;
    const text = TEXTS[n % TEXTS.length] ?? '';
    const writing = { id, text, tries: [], acceptedAt: null, answeredAt: null };
    this.written.push(writing);
    return writing;
  }

  async post(address: string, { id, text }: Writing, _again: number, signal: AbortSignal): Promise<number> {
    const activity = {
      ...{ type: 'message', id, text, textFormat: 'plain', locale: 'nb-NO', channelId: 'msteams' },
      ...{ from: this.#from, recipient: { id: `28:${FAKE_APP}`, name: 'Driftvakt' } },
      conversation: { id: this.#chat, conversationType: 'personal', tenantId: this.#tenant },
      channelData: { tenant: { id: this.#tenant } },
      serviceUrl: this.#teams.connector.serviceUrl,
    };
    const headers = { 'Content-Type': 'application/json', Authorization: await this.#teams.authorization() };
    const request = { method: 'POST', headers, body: JSON.stringify(activity), signal };
    const response = await fetch(new URL('api/messages', address), request);
    await response.arrayBuffer();
    return response.status;
  }

  answers(): readonly string[] {
    return this.#teams.connector.messages(this.#chat).map(({ activity }) => JSON.stringify(activity));
  }
}
