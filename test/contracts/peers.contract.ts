import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import type { Peers } from '../../src/ports/peers.ts';
import type { Json } from '../../src/ports/store/json.ts';

/** @param open another process under this name, on the same Redis or what stands in for it */
export function peersContract(name: string, open: (process: string) => Peers): void {
  describe(`processes that know of each other (${name})`, () => {
    const joined: Peers[] = [];
    const heard: string[] = [];
    beforeEach(() => heard.splice(0));
    afterEach(async () => {
      await Promise.all(joined.splice(0).map((each) => each.leave()));
    });
    const join = async (process: string): Promise<Peers> => {
      const peers = open(process);
      peers.hear('news', (what: Json) => heard.push(`${process} hears ${JSON.stringify(what)}`));
      await peers.join(() => undefined);
      joined.push(peers);
      return peers;
    };

    it('see each other from when one has joined until it leaves', async () => {
      const [one, two] = [await join('one'), await join('two')];
      expect([...(await one.present())].toSorted()).to.deep.equal(['one', 'two']);
      await two.leave();
      expect([...(await one.present())]).to.deep.equal(['one']);
    });

    it('hear what others tell, and not what they tell themselves', async () => {
      const one = await join('one');
      await join('two');
      await join('three');
      await one.tell('news', { it: ['works', 1] });
      await one.tell('something-else', 'nobody hears');
      for (let i = 0; i < 100 && heard.length < 2; i++) await pause(5);
      await pause(20);
      expect(heard.toSorted()).to.deep.equal([
        'three hears {"it":["works",1]}',
        'two hears {"it":["works",1]}',
      ]);
    });
  });
}
