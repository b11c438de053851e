import type { Message } from '../../conversation/messages.ts';
import type { SheetLines } from '../../conversation/paper/sheets.ts';
import { type PaperWord, paperLetter } from '../../conversation/paper/words.ts';
import type { LetterFile, MessageBody } from '../../ports/sender.ts';
import type { Json } from '../../ports/store/json.ts';
import type { NewDelivery } from '../../ports/store/outbox.ts';
import type { Store } from '../../ports/store.ts';
import { mailPlace } from '../escalations/pingable.ts';
import { deliveryOf, derivedName } from '../names.ts';
import { readLines } from './records.ts';
import type { PaperTelling } from './tell.ts';

/** A letter to each address of those who print it, in the organisation's own language, with the link to print. None where mail is off. */
export async function paperLetters(
  about: PaperTelling,
  contacts: readonly string[],
  word: PaperWord,
): Promise<NewDelivery[]> {
  const { playbook, rule, ways, printLinks, store, now, event } = about;
  if (!ways.mail) return [];
  const { organisation, languages, contacts: all } = playbook;
  const [language] = languages;
  const addresses = new Set(contacts.flatMap((id) => [...(all.get(id)?.accounts ?? [])]));
  if (addresses.size === 0) return [];
  const before = await linesBefore(store, organisation, word);
  const link = printLinks?.linkFor(organisation) ?? null;
  const message = paperLetter({ playbook, rule, word, before, language }, link);
  return [...addresses].map((address) =>
    letterDelivery(organisation, { address, key: `paper/${event}/${word.what}`, message, at: now }),
  );
}

/** A letter to an address of the playbook, by the way of letters that are better there twice than lost. */
export function letterDelivery(
  organisation: string,
  letter: {
    readonly address: string;
    /** The same for the same letter, however often it is planned. */
    readonly key: string;
    readonly message: Message;
    readonly file?: LetterFile;
    readonly at: number;
  },
): NewDelivery {
  const { address, message, file, at } = letter;
  const destination = mailPlace(organisation, address);
  const key = derivedName('', letter.key);
  const body: MessageBody = {
    ...{ organisation, conversation: destination, at, asked: false },
    reply: { key, replaces: null, message },
    ...(file !== undefined && { file }),
  };
  return {
    ...{ id: deliveryOf(destination, key), destination, kind: 'message', notBefore: at },
    body: body as unknown as Json,
  };
}

/** How the sheets that a word tells of were before, as far as that is known. */
export async function linesBefore(
  store: Pick<Store, 'record'>,
  organisation: string,
  { changes }: Pick<PaperWord, 'changes'>,
): Promise<Readonly<Record<string, SheetLines>>> {
  const read = await Promise.all(
    changes.map(async ({ sheet, from, to }) => {
      const lines = from === null || to === null ? null : await readLines(store, organisation, sheet, from);
      return lines === null ? [] : [[sheet, lines] as const];
    }),
  );
  return Object.fromEntries(read.flat());
}
