import { text } from 'node:stream/consumers';
import { teamsConnector } from '../../../src/channels/teams/connector/connector.ts';
import { appTokens, GRAPH_SCOPE, type LoginSettings } from '../../../src/channels/teams/connector/login.ts';

/**
 * A process of its own, because Node reads the certificates that it trusts when it starts. It sends through the real
 * connector with tokens from the real MSAL, does on stdin's word what is asked, and prints what each step came to.
 */
export interface Job {
  readonly settings: LoginSettings;
  readonly serviceUrl: string;
  /** `token`: one; `tokens`: three at once; `graph`: one for Microsoft Graph; `post`: a message. */
  readonly steps: readonly ('token' | 'tokens' | 'graph' | 'post')[];
}

async function run({ settings, serviceUrl, steps }: Job): Promise<unknown[]> {
  const clock = { now: () => Temporal.Now.instant() };
  const tokens = appTokens(settings, clock);
  const connector = teamsConnector({ tokens, clock, allowLoopback: true });
  const done: unknown[] = [];
  for (const step of steps) {
    if (step === 'token') done.push(await tokens.token());
    if (step === 'tokens') done.push(await Promise.all([1, 2, 3].map(() => tokens.token())));
    if (step === 'graph') done.push(await appTokens(settings, clock, GRAPH_SCOPE).token());
    if (step === 'post')
      done.push(await connector.post({ serviceUrl, conversation: '19:a' }, { type: 'message', text: 'x' }));
  }
  return done;
}

process.stdout.write(JSON.stringify(await run(JSON.parse(await text(process.stdin)))));
