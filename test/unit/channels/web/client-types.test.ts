import { spawnSync } from 'node:child_process';
import { expect } from 'chai';

describe('the scripts of the playground', function () {
  this.timeout(60_000);

  it('have sound types: they are JavaScript that the compiler checks with a browser’s library', () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ['node_modules/typescript/bin/tsc', '-p', 'src/channels/web/client'],
      { encoding: 'utf8' },
    );
    expect(stdout).to.equal('');
    expect(status).to.equal(0);
  });
});
