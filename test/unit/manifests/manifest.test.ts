import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { expect } from 'chai';
import fc from 'fast-check';
import { IDENTITY, type Manifest, packed } from './packed.ts';

type Checked = Parameters<typeof AppManifestUtils.validateAgainstSchema>[0];
const SCHEMAS = join(
  dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest')),
  'json-schemas/teams',
);
const manifest = packed<Manifest>('manifest.json');
const faults = (each: unknown) => AppManifestUtils.validateAgainstSchema(each as Checked);

describe('the manifest of the Teams app', () => {
  it('is what Microsoft’s schema asks for', async () => {
    expect(await faults(manifest)).to.deep.equal([]);
  });

  it('is held to that schema: a longer name and an unknown part are found', async () => {
    const wrong = { ...manifest, name: { short: 'x'.repeat(31) }, buttons: [] };
    expect(await faults(wrong)).to.have.length(2);
  });

  it('speaks the newest version of the schema that the package knows', () => {
    const minors = readdirSync(SCHEMAS).flatMap((folder) => /^v1\.(\d+)$/.exec(folder)?.[1] ?? []);
    const newest = `1.${Math.max(...minors.map(Number))}`;
    expect(manifest.manifestVersion).to.equal(newest);
    expect(manifest.$schema).to.include(`/v${newest}/`);
  });

  it('carries what the administrator said', () => {
    expect(manifest.id).to.equal(IDENTITY.appId);
    expect(manifest.bots[0].botId).to.equal(IDENTITY.appId);
    expect(manifest.version).to.equal('1.2.3');
    expect(manifest.name.short).to.equal('Driftvakt');
    expect(manifest.developer).to.deep.equal({
      name: 'Porsanger kommune',
      websiteUrl: IDENTITY.website,
      privacyUrl: IDENTITY.privacy,
      termsOfUseUrl: IDENTITY.terms,
    });
  });

  it('leaves no placeholder, and takes any name as it is', async () => {
    expect(JSON.stringify(manifest)).to.not.include('${');
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, maxLength: 30 }), async (name) => {
        const named = packed<Manifest>('manifest.json', { ...IDENTITY, name });
        expect(named.name.short).to.equal(name);
        expect({ ...named, name: 0, description: 0 }).to.deep.equal({ ...manifest, name: 0, description: 0 });
        expect(await faults(named)).to.deep.equal([]);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps Microsoft’s limits with the longest name', () => {
    const { name, description } = packed<Manifest>('manifest.json', { ...IDENTITY, name: 'W'.repeat(30) });
    expect(name.short).to.have.length.at.most(30);
    expect(name.full).to.have.length.at.most(100);
    expect(description.short).to.have.length.at.most(80);
    expect(description.full).to.have.length.at.most(4000);
  });

  it('declares the two commands that are answered, each where it makes sense', () => {
    const [extension, ...others] = manifest.composeExtensions;
    expect(others).to.deep.equal([]);
    expect(extension.botId).to.equal(IDENTITY.appId);
    expect(extension).to.have.all.keys('botId', 'commands');
    expect(
      extension.commands.map(({ id, type, context, fetchTask, initialRun, parameters = [] }) => ({
        ...{ id, type, context, fetchTask, initialRun },
        parameters: parameters.map(({ name }) => name),
      })),
    ).to.deep.equal([
      {
        ...{ id: 'who', type: 'query', context: ['compose', 'commandBox'] },
        ...{ fetchTask: undefined, initialRun: true, parameters: ['query'] },
      },
      {
        ...{ id: 'report', type: 'action', context: ['message'] },
        ...{ fetchTask: true, initialRun: undefined, parameters: [] },
      },
    ]);
  });

  it('declares nothing that does not work yet, and asks for no more than it needs', () => {
    expect(manifest).to.not.have.any.keys(
      'staticTabs',
      'configurableTabs',
      'authorization',
      'webApplicationInfo',
      'devicePermissions',
      'validDomains',
      'supportsChannelFeatures',
    );
    expect(manifest.permissions).to.deep.equal(['identity']);
    expect(manifest.bots[0].supportsFiles).to.equal(false);
    expect(manifest.bots[0].scopes).to.deep.equal(['personal', 'team', 'groupChat']);
  });
});
