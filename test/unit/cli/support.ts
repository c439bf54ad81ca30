/** The command line in this process: words in, exit status and what it wrote out. */
import { equal, ok } from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { KnownRule } from '../../../server/core/rules/all';
import type { ExitStatus, Surroundings } from '../../../server/cli/command/surroundings';
import { main } from '../../../server/cli/main';
import { PortfolioIndex } from '../../../server/core/index/portfolioIndex';
import { repositoryOf } from '../../../server/host/disk/nodeFileAccess';
import { matcher } from '../../../server/host/files/matcher';
import { removeFolder } from '../support/removeFolder';
import { settledRules } from '../support/settledRules';
import { customerServiceExcellence } from '../support/standards';

export interface Run {
  readonly status: ExitStatus;
  /** Standard output. */
  readonly out: string;
  /** Standard error. */
  readonly err: string;
}

const standards = new Map([[customerServiceExcellence.id, customerServiceExcellence]]);

export const sample = 'samples/anytown-libraries';

const newIndexOf =
  (rules: readonly KnownRule[]): Surroundings['newIndex'] =>
  (days, use = 'everything') =>
    Promise.resolve(
      new PortfolioIndex({
        standards,
        rules: use === 'coverage' ? [] : rules,
        matcher,
        repositoryOf,
        onlyFindings: use !== 'everything',
        ...days,
      }),
    );

/** What a command has of the world on 21 November 2026, where it is not started by its name. */
export const quietSurroundings: Surroundings = {
  standards,
  newIndex: newIndexOf(settledRules),
  version: '1.2.3',
  write: () => undefined,
  complain: () => undefined,
  isTerminal: false,
  clock: () => new Date(2026, 10, 21, 12),
  environment: {},
};

/** Runs the command line on 21 November 2026. */
export async function run(
  argv: readonly string[],
  changed: Partial<Pick<Surroundings, 'isTerminal' | 'clock' | 'environment' | 'rulePage' | 'waiting'>> = {},
  rules: readonly KnownRule[] = settledRules,
): Promise<Run> {
  let out = '';
  let err = '';
  const status = await main(argv, {
    standards: () => Promise.resolve(standards),
    newIndex: (_, ...asked) => newIndexOf(rules)(...asked),
    version: '1.2.3',
    write: (text) => void (out += text),
    complain: (text) => void (err += text),
    isTerminal: false,
    clock: () => new Date(2026, 10, 21, 12),
    environment: {},
    ...changed,
  });
  return { status, out, err };
}

const folders: string[] = [];

/** A new folder with these files in it, by path; `removeFolders` takes it away again. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'evidence-portfolio-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) removeFolder(folder);
}

/** Evidence without a fault, for 3.2.4 unless said otherwise. */
export const evidence = (elements = '[3.2.4]', more = ''): string =>
  `---\ntitle: Correcting wrong information\nelements: ${elements}\n${more}---\n\nWe correct it within a day.\n`;

/** Compares with test/unit/cli/fixtures; with UPDATE_EXPECT=1 in the environment, writes the file anew. */
export function isAsInFixture(actual: string, name: string): void {
  const place = join('test/unit/cli/fixtures', name);
  if (process.env['UPDATE_EXPECT'] === '1') writeFileSync(place, actual);
  ok(existsSync(place), `${place} is not there. With UPDATE_EXPECT=1, this test writes it: read it then.`);
  equal(actual, readFileSync(place, 'utf8').replaceAll('\r\n', '\n'));
}

interface Place {
  readonly line: number;
  readonly column: number;
}

export interface CheckOutput {
  readonly version: number;
  readonly portfolios: readonly {
    readonly root: string;
    readonly title: string;
    readonly standard: string;
    readonly files: number;
    readonly findings: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly message: string;
      readonly file: string;
      readonly start: Place;
      readonly end: Place;
    }[];
    readonly coverage: Readonly<Record<string, unknown>> & {
      readonly elements: Readonly<
        Record<
          string,
          { readonly state: string; readonly evidence: readonly string[]; readonly assessment?: object }
        >
      >;
      readonly award?: Readonly<Record<string, { readonly reached: number }>>;
    };
  }[];
}

/** What `check --format json` prints of a folder. */
export async function checkJson(folder: string, ...more: readonly string[]): Promise<CheckOutput> {
  const { out } = await run(['check', folder, '--format', 'json', ...more]);
  return JSON.parse(out) as CheckOutput;
}

/** All findings of a folder but those about elements without evidence, as `file:line:column-line:column rule`. */
export async function findings(folder: string): Promise<readonly string[]> {
  const { portfolios } = await checkJson(folder);
  return portfolios
    .flatMap((portfolio) => portfolio.findings)
    .filter(({ rule }) => rule !== 'element-uncovered')
    .map(
      ({ file, start, end, rule }) =>
        `${file}:${start.line}:${start.column}-${end.line}:${end.column} ${rule}`,
    );
}
