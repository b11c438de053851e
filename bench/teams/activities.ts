import { createHash } from 'node:crypto';

/** Who is written to, from where. */
export interface Sending {
  readonly appId: string;
  readonly serviceUrl: string;
}

/** Somebody who writes to the bot in a personal chat. */
export interface Person {
  readonly name: string;
  readonly tenant: string;
}

export function conversationOf({ name }: Person): string {
  return `a:chat-${name}`;
}

/** What Teams sends when somebody writes in the personal chat, as JSON; `id` is the message's. */
export function messageOf({ appId, serviceUrl }: Sending, person: Person, id: string, text: string): string {
  const { name, tenant } = person;
  const now = new Date().toISOString();
  return JSON.stringify({
    ...{ type: 'message', id, text, textFormat: 'plain', timestamp: now, localTimestamp: now },
    ...{ localTimezone: 'Europe/Oslo', locale: 'nb-NO', channelId: 'msteams', serviceUrl },
    from: { id: `29:${name}`, name: `Person ${name}`, aadObjectId: objectIdOf(name) },
    conversation: { conversationType: 'personal', tenantId: tenant, id: conversationOf(person) },
    recipient: { id: `28:${appId}`, name: 'Driftvakt' },
    entities: [
      { locale: 'nb-NO', country: 'NO', platform: 'Web', timezone: 'Europe/Oslo', type: 'clientInfo' },
    ],
    channelData: { tenant: { id: tenant } },
  });
}

/** A GUID that is the same for the same name. */
export function objectIdOf(name: string): string {
  const digits = createHash('sha256').update(name).digest('hex');
  return [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`, `8${digits.slice(17, 20)}`]
    .concat(digits.slice(20, 32))
    .join('-');
}
