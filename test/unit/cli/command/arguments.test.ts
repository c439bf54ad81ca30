/** What can be said to the command line, and what it answers to the rest. */
import { equal, match, ok } from 'node:assert/strict';
import { outputs as checkOutputs } from '../../../../server/cli/check/outputs/all';
import { commands } from '../../../../server/cli/commands';
import { namesOf } from '../../../../server/cli/command/shared';
import { outputs as diffOutputs } from '../../../../server/cli/diff/outputs/all';
import { listOf } from '../../../../server/words/counts';
import { run, sample } from '../support';

/** Checks that nothing is done, that standard error says why, and that the exit status is 2. */
function refuses(argv: readonly string[], why: string): void {
  it(`refuses “${argv.join(' ')}”`, async () => {
    const { status, out, err } = await run(argv);
    equal(err, `evidence-portfolio: ${why}\nSay “evidence-portfolio help” for how to use it.\n`);
    equal(out, '');
    equal(status, 2);
  });
}

const checked = namesOf(checkOutputs).join(', ');
const compared = namesOf(diffOutputs).join(', ');
const severe = 'error, warning, information, hint, never';
const chosen = (option: string, choices: string, typed: string, meant: string): string =>
  `--${option} takes one of ${choices}, not ${typed}. Did you mean ${meant}?`;

describe('the command line', () => {
  for (const argv of [
    [],
    ['help'],
    ['--help'],
    ['-h'],
    ['check', '--help'],
    ['help', 'help'],
    ['--help', '--fix'],
  ]) {
    it(`explains itself on “${argv.join(' ')}”`, async () => {
      const { status, out, err } = await run(argv);
      match(out, /^evidence-portfolio: checks a portfolio/);
      equal(err, '');
      equal(status, 0);
    });
  }

  it('explains every option and command', async () => {
    const { out } = await run(['help']);
    for (const word of [
      'check',
      'coverage',
      'standard show',
      '--today',
      '--format',
      '--output',
      '--since',
      '--base-today',
      'diff',
      'show',
      '--fail-on',
      '--standard',
      'rate ',
      'plan import',
      'plan export',
      'plan sync',
      '--write',
      '--force',
      '--comment',
      '--assessor',
      '--date',
      '--clear',
    ])
      ok(out.includes(word), word);
    ok(Math.max(...out.split('\n').map((line) => line.length)) <= 100);
  });

  for (const option of ['--version', '-v']) {
    it(`says its version on ${option}`, async () => {
      const { status, out } = await run([option]);
      equal(out, '1.2.3\n');
      equal(status, 0);
    });
  }

  refuses(['chek'], 'there is no command chek. Did you mean check?');
  refuses(['covrage', sample], 'there is no command covrage. Did you mean coverage?');
  refuses(['nonsense'], 'there is no command nonsense.');
  refuses(['check', '--nonsense'], 'there is no option --nonsense.');
  refuses(['check', sample, 'docs'], 'check takes one folder, not 2.');
  refuses(['coverage', sample, '--fail-on', 'error'], 'coverage has no option --fail-on.');
  refuses(['check', sample, '--standard', 'x'], 'check has no option --standard.');
  refuses(['standard', 'show', '3.2.4', '--today', '2026-11-21'], 'standard show has no option --today.');
  refuses(['check', sample, '--format', 'xml'], `--format takes one of ${checked}, not xml.`);
  refuses(
    ['check', sample, '--output', 'out.sarif'],
    `--output takes a format and a file, such as ${namesOf(checkOutputs).at(-1)}=out.txt, not out.sarif.`,
  );
  refuses(['check', sample, '--output', 'pdf=out.pdf'], `--output takes one of ${checked}, not pdf.`);
  refuses(
    ['check', sample, '--fail-on', 'fatal'],
    '--fail-on takes one of error, warning, information, hint, never, not fatal.',
  );
  for (const date of ['tomorrow', '2026-02-30', '21/11/2026'])
    refuses(
      ['check', sample, '--today', date],
      `--today takes a date as year-month-day, such as 2027-03-01, not ${date}.`,
    );
  const rated = 'say which element is rated, such as “rate 3.2.4 compliant”.';
  refuses(['rate', '--assessor'], rated);
  refuses(['rate', '--comment', 'Good'], rated);
  refuses(['rate', 'docs', '--clear'], rated);
  refuses(
    ['rate', '3.2.4', 'partial', 'docs', 'more'],
    'rate takes an element, a rating and a folder, such as “rate 3.2.4 compliant .”.',
  );
  refuses(
    ['rate', '3.2.4', 'partial', '--clear'],
    '--clear takes a rating back, so it takes no rating and no comment.',
  );
  refuses(
    ['rate', '3.2.4', 'partial', '--date', '2026-11-20'],
    '--date is the day on which the assessor looked: say --assessor, too.',
  );
  refuses(
    ['rate', '3.2.4', 'partial', '--assessor', '--date', '20/11/2026'],
    '--date takes a date as year-month-day, such as 2027-03-01, not 20/11/2026.',
  );
  refuses(['rate', '3.2.4', '--assessor'], 'say how the assessor rates it, or what they say with --comment.');
  refuses(['rate', '3.2.4', '--comment', ' '], '--comment is empty. Say something, or leave it out.');
  refuses(['rate', '3.2.4', '--format', 'json'], 'rate has no option --format.');
  refuses(['standard'], 'say “standard show”, “standard list”, “standard import” or “standard migrate”.');
  refuses(['standard', 'show'], 'say “standard show” and one ID, such as 3.2.4.');
  refuses(
    ['standard', 'shw', '3.2.4'],
    'say “standard show”, “standard list”, “standard import” or “standard migrate”. Did you mean standard show?',
  );
  refuses(['standard', 'show', '3.2.4', '3.2.5'], 'say “standard show” and one ID, such as 3.2.4.');

  for (const option of ['--today', '--format', '--fail-on', '--output', '--since'])
    refuses(['check', sample, option, ''], `${option} is empty. Say something, or leave it out.`);
  refuses(['check', '--today'], '--today lacks its value.');
  refuses(['check', '--today', '--fix'], '--today lacks its value. If --fix is meant, say --today=--fix.');
  refuses(['check', '--fix=yes'], '--fix takes no value.');
  refuses(['check', '--dry-run'], '--dry-run goes with --fix.');
  refuses(['--fix'], 'say which command: --fix is an option of “check”.');
  refuses(['--assessor'], 'say which command: --assessor is an option of “rate” and “what-if”.');
  refuses(['--base-today', '2026-11-21'], 'say which command: --base-today is an option of “diff”.');
  refuses(
    ['chekc', '--fxi'],
    'there is no command chekc. Did you mean check? There is no option --fxi either. Did you mean --fix?',
  );
  refuses(
    ['coverge', '--fromat', 'json'],
    'there is no command coverge. Did you mean coverage? There is no option --fromat either. Did you mean --format?',
  );
  refuses(['--fxi', 'chekc'], 'there is no option --fxi. Did you mean --fix?');
  refuses(['fix'], 'there is no command fix. Did you mean check --fix?');
  const imports = commands.map(({ name }) => name).filter((name) => name.endsWith(' import'));
  refuses(['import', 'a.csv'], `there is no command import. Did you mean ${listOf(imports, 'or')}?`);
  refuses(['sync'], 'there is no command sync. Did you mean plan sync?');
  for (const words of [['help'], []])
    refuses(
      [...words, 'standard', 'imprt'],
      'say “standard show”, “standard list”, “standard import” or “standard migrate”. Did you mean standard import?',
    );

  for (const [typed, meant] of [
    ['dif', 'diff'],
    ['dff', 'diff'],
    ['DIFF', 'diff'],
    ['idff', 'diff'],
    ['shwo', 'show'],
    ['rat', 'rate'],
    ['paln', 'plan'],
    ['standrad', 'standard'],
    ['cov', 'coverage'],
    ['hepl', 'help'],
  ] as const)
    refuses([typed, 'main'], `there is no command ${typed}. Did you mean ${meant}?`);

  for (const [argv, typed, meant] of [
    [['check', '--fromat', 'json'], '--fromat', '--format'],
    [['check', '--fromat=json'], '--fromat', '--format'],
    [['check', '--fail'], '--fail', '--fail-on'],
    [['check', '--fial-on=never'], '--fial-on', '--fail-on'],
    [['check', '--sinc', 'main'], '--sinc', '--since'],
    [['check', '-format', 'json'], '-format', '--format'],
    [['check', '-today=2026-11-21'], '-today', '--today'],
    [['check', '--Format', 'json'], '--Format', '--format'],
    [['diff', 'main', '--base'], '--base', '--base-today'],
    [['rate', '3.2.4', 'partial', '--coment', 'x'], '--coment', '--comment'],
    [['rate', '3.2.4', '--asessor'], '--asessor', '--assessor'],
    [['plan', 'sync', '--wirte'], '--wirte', '--write'],
    [['plan', 'export', '--ouput', 'x.csv'], '--ouput', '--output'],
    [['--hlep'], '--hlep', '--help'],
    [['--vesrion'], '--vesrion', '--version'],
  ] as const)
    refuses(argv, `there is no option ${typed}. Did you mean ${meant}?`);

  refuses(['check', '-x'], 'there is no option -x.');
  refuses(['check', '--no-format'], 'there is no option --no-format. Did you mean --format?');
  refuses(['check', '--format', 'jsn'], chosen('format', checked, 'jsn', 'json'));
  refuses(['check', '--format', 'JSON'], chosen('format', checked, 'JSON', 'json'));
  refuses(['check', '--format', 'mark'], chosen('format', checked, 'mark', 'markdown'));
  refuses(['check', '--output', 'srif=x'], chosen('output', checked, 'srif', 'sarif'));
  refuses(['coverage', '--format', 'txt'], chosen('format', 'text, json', 'txt', 'text'));
  refuses(['diff', 'main', '--format', 'htm'], chosen('format', compared, 'htm', 'html'));
  refuses(['check', '--fail-on', 'warn'], chosen('fail-on', severe, 'warn', 'warning'));
  refuses(['check', '--fail-on', 'eror'], chosen('fail-on', severe, 'eror', 'error'));
  refuses(['plan', 'snyc'], 'say “plan import”, “plan export” or “plan sync”. Did you mean plan sync?');
  refuses(
    ['standard', 'sohw', '3.2.4'],
    'say “standard show”, “standard list”, “standard import” or “standard migrate”. Did you mean standard show?',
  );
  refuses([sample], `${sample} is a folder and no command. To check it, say “check ${sample}”.`);
  refuses(['.'], '. is a folder and no command. To check it, say “check .”.');

  it('says which built-in standard was meant', async () => {
    const { err, status } = await run([
      'standard',
      'show',
      '1.1.1',
      '--standard',
      'custmer-service-excellence',
    ]);
    match(err, /no readable file custmer-service-excellence\. Did you mean customer-service-excellence\?/);
    equal(status, 2);
  });

  it('says where the name of the folder is empty, as that of a variable that is not set', async () => {
    const { status, err } = await run(['check', '']);
    equal(err, 'evidence-portfolio: the name of the folder is empty. Leave it out, or give one.\n');
    equal(status, 2);
  });

  it('shows what was typed without obeying it', async () => {
    const { err } = await run(['\u001B[31mcheck\u202E']);
    ok(err.includes('\\u001B[31mcheck\\u202E'));
    ok(!err.includes('\u001B'));
  });
});
