import { once } from 'node:events';
import { GENERAL, IT_CHANNEL } from './organisation.ts';
import { ClientProcess } from './process.ts';

/** For trying it by hand (docs/teams.md): the client against a service on this machine, until Ctrl-C. */
const [endpoint = 'http://127.0.0.1:3978/api/messages'] = process.argv.slice(2);
const organisation = {
  tenant: '1c2d3e4f-1111-2222-3333-444455556666',
  bot: '28:1c2d3e4f-1111-2222-3333-777788889999',
};
const client = await ClientProcess.start(endpoint, organisation);
console.log(`Microsoft's client: ${client.address}`);
console.log(`its tenant ${organisation.tenant}, its channels "${GENERAL}" and "${IT_CHANNEL}"`);
await once(process, 'SIGINT');
await client.stop();
