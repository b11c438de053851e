import type { IncomingHttpHeaders } from 'node:http';
import { type LocalServer, localServer } from './http.ts';

export interface TakenCall {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the receiver does next; `cut`: it takes the call, and the connection breaks. */
export type WebhookFault = number | 'cut';

/** A system of a supplier that takes calls, each key once. */
export class FakeWebhook {
  /** By `Idempotency-Key`: what was taken, once each. */
  readonly taken = new Map<string, TakenCall>();
  readonly calls: TakenCall[] = [];
  readonly faults: WebhookFault[] = [];
  #server: LocalServer | null = null;

  static async start(): Promise<FakeWebhook> {
    const webhook = new FakeWebhook();
    webhook.#server = await localServer((request, body, response) => {
      const call = { headers: request.headers, body: body.toString() };
      webhook.calls.push(call);
      const fault = webhook.faults.shift();
      if (typeof fault === 'number') {
        response.writeHead(fault, fault === 429 ? { 'Retry-After': '7' } : {});
        response.end();
        return;
      }
      webhook.taken.set(String(request.headers['idempotency-key']), call);
      if (fault === 'cut') return response.destroy();
      response.end(JSON.stringify({ reference: 'N-77', url: 'https://nemesys.example/77' }));
    });
    return webhook;
  }

  get address(): string {
    return `${this.#server?.address ?? ''}/orders`;
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
  }
}
