import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import manifest from '../../../manifests/teams/manifest.json' with { type: 'json' };
import { teamsFiles } from '../../../src/cli/package/teams.ts';
import { IDENTITY } from './packed.ts';
import { type Picture, readPng } from './png.ts';

function icon(name: string): Picture {
  const file = teamsFiles(IDENTITY).find((each) => each.name === name);
  return readPng(file?.bytes ?? new Uint8Array());
}

describe('the icons of the Teams app', () => {
  it('in colour: 192 by 192, nothing transparent, in the accent colour with the mark in the middle', () => {
    const { width, height, pixels } = icon(manifest.icons.color);
    expect([width, height]).to.deep.equal([192, 192]);
    expect(pixels.every(([, , , alpha]) => alpha === 255)).to.equal(true);
    const ground = manifest.accentColor;
    const drawn = pixels.flatMap((pixel, i) =>
      hex(pixel) === ground ? [] : [[i % 192, Math.floor(i / 192)]],
    );
    expect(drawn).to.have.length.above(1000);
    expect(drawn.flat().every((place) => place >= 48 && place < 144)).to.equal(true);
  });

  it('in outline: 32 by 32, white on nothing, and nothing else', () => {
    const { width, height, pixels } = icon(manifest.icons.outline);
    expect([width, height]).to.deep.equal([32, 32]);
    const seen = pixels.filter(([, , , alpha]) => alpha > 0);
    expect(new Set(seen.map(hex))).to.deep.equal(new Set(['#ffffff']));
    expect(seen).to.have.length.within(100, 600);
  });
});

describe('the icon of the Slack app', () => {
  it('is as large as Slack takes it, square, nothing transparent, with the mark in the middle', () => {
    const { width, height, pixels } = readPng(
      readFileSync(new URL('../../../manifests/slack/icon.png', import.meta.url)),
    );
    // docs.slack.dev: between 512 and 2000 px.
    expect([width, height]).to.deep.equal([1024, 1024]);
    expect(pixels.every(([, , , alpha]) => alpha === 255)).to.equal(true);
    const middle = pixels.filter((_, i) => i % 1024 > 200 && i % 1024 < 824);
    expect(new Set(pixels.slice(0, 1024).map(hex))).to.deep.equal(new Set([manifest.accentColor]));
    expect(middle.filter((pixel) => hex(pixel) === '#ffffff')).to.have.length.above(20_000);
  });
});

function hex([red, green, blue]: readonly number[]): string {
  return `#${[red, green, blue].map((part) => (part ?? 0).toString(16).padStart(2, '0')).join('')}`;
}
