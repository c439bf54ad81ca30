/** Runs the steps of action.yml as the runner of GitHub Actions does: its shell, variables, files and expressions. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { folderOf } from './folders';

type Texts = Readonly<Record<string, string>>;

interface Step {
  readonly name: string;
  readonly id?: string;
  readonly shell: string;
  readonly env: Texts;
  readonly run: string;
}
export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export const readAction = (): Action => parse(readFileSync('action.yml', 'utf8')) as Action;

export interface Job {
  readonly workspace: string;
  /** What `with:` says. */
  readonly inputs?: Texts;
  readonly event?: object;
  /** Variables beside those that the runner sets always. */
  readonly environment?: Texts;
  /** The name of the one step that is run; without it, all are. */
  readonly only?: string;
  /** What expressions stand for, beside inputs: outputs of steps that are not run. */
  readonly values?: Texts;
}

export interface JobRun {
  /** Undefined where all steps passed. */
  readonly failed: string | undefined;
  readonly log: string;
  readonly summary: string;
  readonly outputs: Texts;
}

export async function runAction(job: Job): Promise<JobRun> {
  const { workspace, inputs = {}, event = {}, environment = {}, only } = job;
  const { inputs: declared, outputs, runs } = readAction();
  const values = new Map(Object.entries({ 'github.token': '', ...job.values }));
  for (const name of Object.keys(inputs)) if (!declared[name]) throw new Error(`no input ${name}`);
  for (const [name, input] of Object.entries(declared))
    values.set(`inputs.${name}`, inputs[name] ?? evaluated(input.default, values));
  const temporary = folderOf({ 'event.json': JSON.stringify(event) }).path;
  const run = { failed: undefined as string | undefined, log: '', summary: '' };
  for (const [at, step] of runs.steps.entries()) {
    if (only !== undefined && step.name !== only) continue;
    const folder = join(temporary, String(at));
    mkdirSync(folder);
    for (const name of ['output', 'summary']) writeFileSync(join(folder, name), '');
    writeFileSync(join(folder, 'step.sh'), step.run);
    const { status, log } = await bash(join(folder, 'step.sh'), workspace, {
      ...surroundings(workspace, temporary),
      GITHUB_OUTPUT: join(folder, 'output'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary'),
      ...environment,
      ...Object.fromEntries(Object.entries(step.env).map(([name, text]) => [name, evaluated(text, values)])),
    });
    run.log += log;
    run.summary += readFileSync(join(folder, 'summary'), 'utf8');
    const written = readOutputs(readFileSync(join(folder, 'output'), 'utf8'));
    for (const [name, value] of written) values.set(`steps.${step.id ?? ''}.outputs.${name}`, value);
    if (status !== 0) {
      run.failed = step.name;
      break;
    }
  }
  return {
    ...run,
    outputs: Object.fromEntries(
      Object.entries(outputs).map(([name, { value }]) => [name, evaluated(value, values)]),
    ),
  };
}

const surroundings = (workspace: string, temporary: string): Texts => ({
  PATH: process.env['PATH'] ?? '',
  HOME: temporary,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  CI: 'true',
  GITHUB_ACTIONS: 'true',
  GITHUB_ACTION_PATH: resolve('.'),
  GITHUB_WORKSPACE: workspace,
  GITHUB_EVENT_PATH: join(temporary, 'event.json'),
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_API_URL: 'http://127.0.0.1:9',
  GITHUB_REPOSITORY: 'anytown/libraries',
  GITHUB_RUN_ID: '42',
  RUNNER_TEMP: temporary,
});

/** The one kind of expression that our action has; an output that was not set is empty, as on GitHub. */
function evaluated(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\$\{\{ ([^}]*) \}\}/g, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined && !/^steps\.\w+\.outputs\.[\w-]+$/.test(name))
      throw new Error(`what is ${name}?`);
    return value ?? '';
  });
}

/** `name<<end`, lines, `end`. */
function readOutputs(text: string): ReadonlyMap<string, string> {
  const outputs = new Map<string, string>();
  const lines = text.split('\n');
  while (lines.length > 1) {
    const [, name, end = ''] = /^([\w-]+)<<(.+)$/.exec(lines.shift() ?? '') ?? [];
    const length = lines.indexOf(end);
    if (name === undefined || length < 0) throw new Error(`not the format of outputs: ${text}`);
    outputs.set(name, lines.splice(0, length).join('\n'));
    lines.shift();
  }
  return outputs;
}

/** Runs a script as `shell: bash` does; not spawnSync, because the API answers from this process. */
export function bash(
  script: string,
  folder: string,
  environment: Texts,
): Promise<{ readonly status: number | null; readonly log: string }> {
  return new Promise((done, failed) => {
    const child = spawn('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', script], {
      cwd: folder,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let log = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => void (log += text));
    child.once('error', failed);
    child.once('close', (status) => done({ status, log }));
  });
}
