/** The programs that we measure ourselves against, installed for the benchmark only. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const versions = {
  rumdl: '0.2.75',
  'markdownlint-cli2': '0.24.1',
  'remark-cli': '12.0.1',
  'remark-frontmatter': '5.0.0',
  'remark-lint-frontmatter-schema': '3.15.4',
  'vscode-markdown-languageserver': '0.5.0',
  'markdown-it': '14.1.0',
} as const;
export type Peer = keyof typeof versions;

export interface Peers {
  readonly versions: Readonly<Record<Peer, string>>;
  /** A file or folder of an installed package. */
  readonly path: (...parts: readonly string[]) => string;
  /** rumdl itself, not the script that starts it: its start is no part of a comparison with a linter. */
  readonly rumdl: string;
}

/** Installs what is missing into a folder that git ignores. */
export function installPeers(folder: string): Peers {
  const list = join(folder, 'package.json');
  const wanted = JSON.stringify({ private: true, dependencies: versions });
  if (!existsSync(list) || readFileSync(list, 'utf8') !== wanted) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(list, wanted);
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder], { stdio: 'inherit' });
  }
  const path = (...parts: readonly string[]): string => resolve(folder, 'node_modules', ...parts);
  return { versions, path, rumdl: rumdlIn(path) };
}

function rumdlIn(path: (...parts: readonly string[]) => string): string {
  const scope = path('@rumdl');
  const packages = existsSync(scope) ? readdirSync(scope) : [];
  const binary = packages
    .flatMap((name) =>
      ['bin/rumdl', 'rumdl', 'bin/rumdl.exe', 'rumdl.exe'].map((file) => path('@rumdl', name, file)),
    )
    .find((file) => existsSync(file));
  if (!binary) throw new Error('rumdl has no program for this machine.');
  return binary;
}
