import { Pacer } from '../../src/channels/pace/pacer.ts';
import { seeded } from '../support/store-kill.ts';
import { VirtualTime } from '../support/virtual-time.ts';
import { paceContract } from './pace.contract.ts';

paceContract(
  'in memory',
  async () => {
    const time = new VirtualTime();
    const pacer = new Pacer({ clock: time, alarm: time, random: seeded(1), spareMs: 0 });
    return { time, pacers: [pacer, pacer] };
  },
  100,
);
