/**
 * `npm run bench`: measures the command line, the language server and the extension beside their peers, and says so as
 * tables and as JSON. `-- --files 100,1000` limits the sizes, `--runs 3` the rounds, `--only check|real|server|large|editor`
 * the parts, `--keystrokes 200` the typing. Beside generated portfolios stands the Markdown of the installed packages,
 * and of any folder that `--corpus` names, again and again.
 */
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { activationTimes } from './activation';
import { benchCheck, benchRealText } from './benchCheck';
import { benchLarge } from './benchLarge';
import { benchServers } from './benchServers';
import { generatePortfolio } from './generate';
import { megabytes, table } from './figures';
import { installPeers } from './peers';
import type { Corpus } from './realText';
import { folderOfMarkdown, installedPackages } from './realText';

const place = '.bench';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      files: { type: 'string', default: '100,1000,10000,100000' },
      runs: { type: 'string', default: '5' },
      keystrokes: { type: 'string', default: '500' },
      only: { type: 'string' },
      corpus: { type: 'string', multiple: true, default: [] },
    },
  });
  const does = (part: string): boolean => values.only === undefined || values.only.split(',').includes(part);
  const sizes = values.files.split(',').map(Number);
  const tell = (text: string): void => void process.stderr.write(`${text}\n`);
  mkdirSync(place, { recursive: true });
  const peers = installPeers(join(place, 'peers'));
  const generated = does('check') || does('server') ? sizes : [];
  const portfolios = generated.map((files) => {
    tell(`A portfolio of ${files} files`);
    return generatePortfolio(join(place, `portfolio-${files}`), files);
  });
  const machine = {
    date: new Date().toISOString().slice(0, 10),
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memory: megabytes(totalmem()),
    system: `${type()} ${release()}`,
    node: process.version,
    peers: peers.versions,
  };
  const report = {
    machine,
    sizes: bundleSizes(),
    ...(does('check') ? { check: await benchCheck(portfolios, peers, Number(values.runs), tell) } : {}),
    ...(does('real')
      ? { real: await benchRealText(corpora(values.corpus), peers, Number(values.runs), tell) }
      : {}),
    ...(does('server')
      ? { server: await benchServers(portfolios, peers, Number(values.keystrokes), tell) }
      : {}),
    ...(does('large')
      ? { large: await benchLarge(place, Number(values.runs), Number(values.keystrokes), tell) }
      : {}),
    ...(does('editor') ? { activation: await activationTimes(3, tell) } : {}),
  };
  writeFileSync(join(place, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  const parts = [
    `${machine.date}, ${machine.processor} (${machine.cores} cores), ${machine.system}, Node ${machine.node}`,
    report.real?.text,
    report.check?.text,
    report.server?.text,
    report.large?.text,
    report.activation?.text,
    table(
      ['file', 'bytes'],
      Object.entries(report.sizes).map(([name, bytes]) => [name, String(bytes)]),
    ),
  ];
  process.stdout.write(`${parts.filter((part) => part !== undefined).join('\n\n')}\n`);
}

const corpora = (folders: readonly string[]): readonly Corpus[] => [
  installedPackages(place),
  ...folders.map((folder) => folderOfMarkdown(folder, place)),
];

const bundleSizes = (): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [
      ...readdirSync('dist', { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('js'))
        .map((file) => join('dist', file))
        .sort(),
      'evidence-portfolio.vsix',
    ].flatMap((file) => {
      const found = statSync(file, { throwIfNoEntry: false });
      return found ? [[file, found.size]] : [];
    }),
  );

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
