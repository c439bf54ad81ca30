/** The workflow of this repository that makes the pack of the sample: its step is run as the runner runs it. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { parse } from 'yaml';
import { gitIn } from '../unit/cli/gitRepository';
import { readAction, runAction } from './support/actionRunner';
import { folderOf } from './support/folders';

interface Step {
  readonly uses: string;
  readonly id?: string;
  readonly with?: Readonly<Record<string, string>>;
}

describe('the workflow that makes the pack of the sample', () => {
  // As text, which is what a runner hands to an action.
  const workflow = parse(readFileSync('.github/workflows/pack.yml', 'utf8'), { schema: 'failsafe' }) as {
    readonly jobs: { readonly pack: { readonly steps: readonly Step[] } };
  };
  const { steps } = workflow.jobs.pack;
  const own = steps.find(({ uses }) => uses === './');
  const inputs = own?.with ?? {};

  it('asks the action for what it has, in a folder that is there', () => {
    const known = Object.keys(readAction().inputs);
    deepEqual(Object.keys(inputs).filter((name) => !known.includes(name)), []);
    ok(existsSync(join(inputs['folder'] ?? '', 'portfolio.yaml')));
  }); // prettier-ignore

  it('uploads the pack that the action has made', async () => {
    const folder = folderOf({}).path;
    cpSync('samples', join(folder, 'samples'), { recursive: true });
    gitIn(folder, 'init', '--quiet', '--initial-branch=main');
    gitIn(folder, 'add', '.');
    gitIn(folder, 'commit', '--quiet', '--message=Samples');
    const { failed, outputs, log } = await runAction({
      workspace: folder,
      inputs: { ...inputs, command: resolve('dist/cli.js') },
    });
    equal(failed, undefined, log);
    const names = Object.keys(unzipSync(readFileSync(outputs['pack'] ?? '')));
    ok(names.includes('index.html') && names.includes('manifest.json'), names.join());
    const upload = steps.find(({ uses }) => uses.startsWith('actions/upload-artifact@'));
    equal(upload?.with?.['path'], `\${{ steps.${own?.id ?? ''}.outputs.pack }}`);
  });
});
