/** What a release gives to others, made of what has been built, and installed where there is no network. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Scripts {
  readonly makePackage: (folder: string) => void;
  readonly npmCommand: (args: readonly string[]) => {
    readonly command: string;
    readonly args: readonly string[];
    readonly shell: boolean;
  };
}
const script = async (name: string): Promise<Scripts> =>
  (await import(resolve(`.scripts/${name}.mjs`))) as Scripts;

/** A folder of its own, which stays until it is told to go. */
export function placeOfRelease(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(realpathSync(tmpdir()), 'evidence-portfolio-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Makes the package of npm in `place/package`, and the file that is published beside it; gives that file's path. */
export async function packed(place: string): Promise<string> {
  (await script('release/npmPackage')).makePackage(join(place, 'package'));
  const { status, stderr } = await npm(place, 'pack', '--ignore-scripts', '--silent', './package');
  const file = readdirSync(place).find((name) => name.endsWith('.tgz'));
  if (status !== 0 || file === undefined) throw new Error(stderr);
  return join(place, file);
}

/** Runs npm in a folder, with an empty cache, and with a registry at which nobody listens. */
export async function npm(folder: string, ...words: readonly string[]): Promise<Ran> {
  const { command, args, shell } = (await script('processes')).npmCommand(words);
  return spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    shell,
    env: {
      ...offline(),
      npm_config_cache: join(folder, 'cache-of-npm'),
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_update_notifier: 'false',
    },
  });
}

/** The environment without what npm hands to the scripts that it runs, such as the one that runs these tests. */
export const offline = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => name === 'npm_execpath' || !/^(?:npm_|NODE_ENV$|GIT_)/i.test(name),
    ),
  );
