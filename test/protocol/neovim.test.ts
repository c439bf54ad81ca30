/** A client that nobody here wrote: Neovim's own, set up by the configuration in README and nothing else. */
import { equal, ok } from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { folderOf, sampleFolder } from './support/folders';

/** What README tells users of Neovim to put into `init.lua`. */
function configurationInReadme(): string {
  const [, block] =
    /\*\*Neovim\*\*[^`]*`init\.lua`:\s*```lua\n(.*?)```/s.exec(readFileSync('README.md', 'utf8')) ?? [];
  ok(block, 'README has no configuration for Neovim');
  return block;
}

/** A user's home: the configuration, and the command that it names, which leads to the built server. */
function homeOf(configuration: string): NodeJS.ProcessEnv {
  const command = 'bin/evidence-portfolio-language-server';
  const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
  const home = folderOf({
    'config/nvim/init.lua': configuration,
    [command]: `#!/bin/sh\nexec ${quoted(process.execPath)} ${quoted(resolve('dist/server.js'))} "$@"\n`,
  });
  chmodSync(join(home.path, command), 0o755);
  const of = (below: string): string => join(home.path, below);
  return {
    PATH: [of('bin'), process.env['PATH']].join(delimiter),
    XDG_CONFIG_HOME: of('config'),
    XDG_DATA_HOME: of('data'),
    XDG_STATE_HOME: of('state'),
    XDG_CACHE_HOME: of('cache'),
  };
}

/** What a session in Neovim writes down. */
async function session(root: string, file: string): Promise<string> {
  const { error } = spawnSync('nvim', ['--version']);
  if (error)
    throw new Error(
      `Neovim 0.7 or later is needed for this test, as “nvim” on the path: install the package neovim. ${error.message}`,
    );
  const child = spawn(
    'nvim',
    ['--headless', '-n', '-i', 'NONE', '-S', resolve('test/protocol/neovim/session.lua')],
    {
      cwd: root,
      env: { ...process.env, ...homeOf(configurationInReadme()), EVIDENCE_FILE: file },
    },
  );
  const output: string[] = [];
  child.stdout.on('data', (data: Buffer) => output.push(data.toString()));
  child.stderr.on('data', (data: Buffer) => output.push(data.toString()));
  const code = await new Promise((end) => child.once('close', end));
  const said = output.join('');
  equal(code, 0, said);
  return said;
}

describe('Neovim', () => {
  it('shows what is wrong, helps to mend it, and says what the ID stands for', async () => {
    const { path } = sampleFolder();
    const said = await session(
      path,
      `${path}/evidence/3-information-and-access/correcting-wrong-information.md`,
    );
    equal(
      said,
      `== diagnostics
3:4-9 element-unknown: 3.2.9 is not an element of Customer Service Excellence. Did you mean 3.2.4, “We can demonstrate that information we provide to our customers is accurate and…”? Also near: 3.2.1, 3.2.2.
== completion
3.2.1
3.2.2
3.2.3
3.2.4
== documentation
Criterion 3 Information and Access › Sub-criterion 3.2 Quality of Information
== code actions
Replace with 3.2.4, “We can demonstrate that information we provide to our customers is accurate and…”
Replace with 3.2.1, “We provide our customers with the information they need in ways that meet their…”
Replace with 3.2.2, “We take reasonable steps to make sure our customers have received and understood…”
Put the elements into the order of the standard
== diagnostics after the fix
none
== line
  - 3.2.4
== hover
**3.2.4** We can demonstrate that information we provide to our customers is accurate and complete, and that when this is not the case we advise customers when they will receive the information they requested.
== end
stopped
`,
    );
  });
});
