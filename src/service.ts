import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { Environment } from './config/environment.ts';
import type { Playbook } from './domain/organisation/playbook.ts';
import { LinkKeys } from './http/link-key.ts';
import { createHttpServer } from './http/server.ts';
import type { Clock } from './ports/clock.ts';
import { clockFrom } from './runtime/clock.ts';

/** The running service. */
export interface Service {
  /** Where it is reached, such as http://localhost:3978/. */
  readonly address: string;
  /** Lets open requests end, then closes. */
  stop(): Promise<void>;
}

/**
 * Puts the parts together and starts listening.
 * @throws the system's error when the port cannot be used
 */
export async function startService(
  environment: Environment,
  playbooks: ReadonlyMap<string, Playbook>,
  machine: Clock,
): Promise<Service> {
  const log = pino({ level: environment.LOG_LEVEL });
  const clock =
    environment.DRIFTVAKT_CLOCK === undefined ? machine : clockFrom(environment.DRIFTVAKT_CLOCK, machine);
  const keys = new LinkKeys(environment.DRIFTVAKT_LINK_SECRET, environment.production);
  const server = createHttpServer({ playbooks, clock, keys, log, production: environment.production });
  server.listen(environment.PORT, environment.HOST);
  await Promise.race([
    once(server, 'listening'),
    once(server, 'error').then(([cause]) => Promise.reject(cause)),
  ]);
  const { port } = server.server.address() as AddressInfo;
  const host = environment.HOST === '127.0.0.1' ? 'localhost' : environment.HOST;
  log.info({ port, organisations: [...playbooks.keys()] }, 'listening');
  return {
    address: `http://${host}:${port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.server.closeIdleConnections();
      }),
  };
}
