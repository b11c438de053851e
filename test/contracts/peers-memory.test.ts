import { MemoryFellows } from '../support/memory-peers.ts';
import { peersContract } from './peers.contract.ts';

// What stands in for the relay in tests of the runtime does what the relay does.
const fellows = new MemoryFellows();
peersContract('in memory', (name) => fellows.process(name));
