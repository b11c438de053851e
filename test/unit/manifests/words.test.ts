import { AppManifestUtils } from '@microsoft/app-manifest';
import { expect } from 'chai';
import { namedWish } from '../../../src/conversation/named-wish.ts';
import { LANGUAGES, type Language } from '../../../src/domain/organisation/language.ts';
import { say } from '../../../src/locales/say.ts';
import { IDENTITY, type Manifest, packed, type Words } from './packed.ts';

type Check = typeof AppManifestUtils.validateAgainstSchema;
/** What each list suggests, in its order. What concerns one person alone is not suggested where all can read. */
const PERSONAL = ['report', 'who', 'status', 'routine', 'my-reports', 'profile', 'help'] as const;
const SHARED = ['report', 'who', 'status', 'routine', 'help'] as const;

const manifest = packed<Manifest>('manifest.json');
const lists = manifest.bots[0].commandLists;
const languages = manifest.localizationInfo.additionalLanguages;

/** The key by which Teams finds the words of a command. */
const key = (list: number, command: number, part: 'title' | 'description') =>
  `bots[0].commandLists[${list}].commands[${command}].${part}`;

/** The titles of a list in a language: English stands in the manifest itself. */
function titles(language: Language, list: number): (string | undefined)[] {
  const commands = lists[list]?.commands ?? [];
  if (language === 'en') return commands.map(({ title }) => title);
  const words = packed<Words>(`${language}.json`);
  return commands.map((_, command) => words[key(list, command, 'title')]);
}

/** What can be seen of the message extension, by the keys of Teams. English stands in the manifest itself. */
function extensionWords(): Record<string, string> {
  const { commands } = manifest.composeExtensions[0];
  return Object.fromEntries(
    commands.flatMap(({ title, description, parameters = [] }, i) => {
      const at = `composeExtensions[0].commands[${i}]`;
      const asked = parameters.flatMap((one, p) => [
        [`${at}.parameters[${p}].title`, one.title],
        [`${at}.parameters[${p}].description`, one.description],
      ]);
      return [[`${at}.title`, title], [`${at}.description`, description], ...asked];
    }),
  );
}

/**
 * What Microsoft's schema finds. Its patterns of keys for other hosts (as `\\b]`) are none to ajv, which reads them as
 * Unicode ones; without them the check is the stricter, and they mean nothing in Teams.
 */
async function faults(words: Words): Promise<string[]> {
  const schema: Record<string, unknown> = await AppManifestUtils.fetchSchema(words.$schema ?? '');
  const patterns = Object.entries(schema.patternProperties ?? {}).filter(([key]) =>
    /^\^(?:bots|composeExtensions)/.test(key),
  );
  const teams = { ...schema, patternProperties: Object.fromEntries(patterns) };
  return AppManifestUtils.validateAgainstSchema(
    words as unknown as Parameters<Check>[0],
    teams as Parameters<Check>[1],
  );
}

describe('the words of the Teams app', () => {
  it('are there in every language of the product, English by default, and Bokmål for Nynorsk', () => {
    expect(manifest.localizationInfo.defaultLanguageTag).to.equal('en');
    const tags = ['en', ...languages.map(({ languageTag }) => languageTag)];
    expect(tags).to.have.members([...LANGUAGES, 'nn']);
    expect(packed('nn.json')).to.deep.equal(packed('nb.json'));
  });

  for (const language of LANGUAGES) {
    it(`suggests in ${language} what the menu says, so that typing it works`, () => {
      for (const [list, wishes] of [PERSONAL, SHARED].entries()) {
        expect(titles(language, list)).to.deep.equal(wishes.map((wish) => say(language, `menu.${wish}`)));
        expect(titles(language, list).map((title) => namedWish(title ?? ''))).to.deep.equal([...wishes]);
      }
    });
  }

  it('suggests in a personal chat, in teams and in group chats', () => {
    expect(lists.map(({ scopes }) => scopes)).to.deep.equal([['personal'], ['team', 'groupChat']]);
  });

  for (const language of LANGUAGES)
    it(`name the commands of the message extension in ${language} as the menu does`, () => {
      const words = language === 'en' ? extensionWords() : packed<Words>(`${language}.json`);
      const named = [0, 1].map((command) => words[`composeExtensions[0].commands[${command}].title`]);
      expect(named).to.deep.equal([say(language, 'menu.who'), say(language, 'menu.report')]);
    });

  it('are held to that schema: a key of Teams that is mistyped, and a long text, are found', async () => {
    const words = packed<Words>('sv.json');
    expect(await faults({ ...words, 'bots[0].commandLists[0].commands[0].titel': 'x' })).to.have.length(1);
    expect(await faults({ ...words, 'composeExtensions[0].commands[0].titel': 'x' })).to.have.length(1);
    expect(await faults({ ...words, 'description.short': 'x'.repeat(81) })).to.have.length(1);
  });

  for (const { file } of languages) {
    it(`has in ${file} exactly the words that can be seen, as Microsoft’s schema asks for`, async () => {
      const words = packed<Words>(file, { ...IDENTITY, name: 'W'.repeat(30) });
      expect(await faults(words)).to.deep.equal([]);
      const commands = lists.flatMap(({ commands }, list) =>
        commands.flatMap((_, command) => [key(list, command, 'title'), key(list, command, 'description')]),
      );
      const texts = ['name.short', 'name.full', 'description.short', 'description.full'];
      const extension = Object.keys(extensionWords());
      expect(Object.keys(words)).to.have.members(['$schema', ...texts, ...commands, ...extension]);
      expect(words.$schema).to.include(`/v${manifest.manifestVersion}/`);
      expect(words['name.short']).to.equal('W'.repeat(30));
      expect(words['description.short']).to.have.length.at.most(80);
      expect(JSON.stringify(words)).to.not.include('${');
    });
  }
});
