import type { Signature } from '../domain/commitment/commitment.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import { commitmentApi } from '../http/api/commitment.ts';
import type { LinkKeys } from '../http/link-key.ts';
import { copyAddress, copyRoutes } from '../http/routes/copy.ts';
import type { ChannelRoute } from '../http/server.ts';
import { STORE_LIMITS } from '../ports/store/limits.ts';
import type { Store } from '../ports/store.ts';
import type { CopyLinks } from '../runtime/commitment/signatures.ts';
import type { StoredPeople } from '../runtime/people/stored-people.ts';
import { copyName, KINDS } from '../runtime/record-codecs.ts';

interface Surroundings {
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly keys: LinkKeys;
  readonly store: Pick<Store, 'findRecords'>;
  readonly people: Pick<StoredPeople, 'read'>;
}

/** Links to copies of what was signed. @param base where the service is reached from outside; null: nowhere */
export function copyLinks(keys: LinkKeys, base: () => string | null): CopyLinks {
  return {
    linkFor(organisation, signature) {
      const address = base();
      return address === null ? null : copyAddress(address, keys, organisation, copyName(signature));
    },
  };
}

/** Copies to read and print, and who has signed. */
export function commitmentRoutes({ playbooks, keys, store, people }: Surroundings): readonly ChannelRoute[] {
  const find = (organisation: string, named: Readonly<Record<string, string>>, after?: string) =>
    store.findRecords({
      ...{ organisation, kind: KINDS.signature, keys: named, order: 'oldest', passing: true },
      ...{ limit: STORE_LIMITS.pageSize, ...(after !== undefined && { after }) },
    });
  // Written by the runtime from the same type.
  const signed = async (organisation: string, version: string): Promise<readonly Signature[]> => {
    let page = await find(organisation, { version });
    const all = [...page.items];
    while (page.next !== null) {
      page = await find(organisation, { version }, page.next);
      all.push(...page.items);
    }
    return all.map(({ body }) => body as unknown as Signature);
  };
  const copy = async (organisation: string, name: string): Promise<Signature | null> => {
    const { items } = await find(organisation, { copy: name });
    return (items[0]?.body as unknown as Signature | undefined) ?? null;
  };
  return [...copyRoutes({ playbooks, keys, copy }), ...commitmentApi({ playbooks, keys, signed, people })];
}
