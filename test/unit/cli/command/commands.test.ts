/** What follows from the list of commands: help, and advice on every word that somebody may mistype. */
import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { choice, flag, several, text, word, wordOr } from '../../../../server/cli/command/argument';
import { command } from '../../../../server/cli/command/command';
import { UsageError } from '../../../../server/cli/command/errors';
import { helpOn } from '../../../../server/cli/command/help';
import type { Surroundings } from '../../../../server/cli/command/surroundings';
import { commands } from '../../../../server/cli/commands';
import { run } from '../support';

/** What is said of a word that is none. */
const said = async (...argv: readonly string[]): Promise<string> =>
  (await run(argv)).err.split('\n')[0] ?? '';

/** A word whose first two letters have changed places. */
const slipped = (right: string): string => right.slice(1, 2) + right.slice(0, 1) + right.slice(2);

const firstWords = [...new Set(commands.map(({ name }) => name.split(' ')[0] ?? ''))];

describe('help', () => {
  const all = helpOn(commands);

  it('is no wider than a terminal is', () => {
    ok(Math.max(...all.split('\n').map((line) => line.length)) <= 100);
  });

  for (const one of commands)
    it(`has all that there is about ${one.name}`, async () => {
      const { out, status } = await run(['help', ...one.name.split(' ')]);
      for (const help of [all, out].map((whole) => whole.replace(/\s+/g, ' '))) {
        for (const { words } of one.uses) ok(help.includes(`evidence-portfolio ${one.name} ${words}`.trim()));
        for (const [name, { choices = [] }] of one.options) {
          ok(help.includes(` --${name} `), name);
          for (const known of choices) match(help, new RegExp(`[ :]${known}[ ,;]`), known);
        }
      }
      equal(status, 0);
    });

  it('of one command leaves the others out', async () => {
    const { out } = await run(['check', '--help']);
    match(out, /--since/);
    ok(!/plan|--base-today|rate/.test(out));
  });

  it('of the first word of several commands is about them all', async () => {
    const { out } = await run(['help', 'plan']);
    for (const { name } of commands)
      equal(out.includes(`evidence-portfolio ${name}`), name.startsWith('plan '));
  });

  it('says so where there is no such command', async () => {
    equal(await said('help', 'chek'), 'evidence-portfolio: there is no command chek. Did you mean check?');
    equal(await said('chek', '--help'), 'evidence-portfolio: there is no command chek. Did you mean check?');
  });
});

describe('advice on a slip', () => {
  for (const first of [...firstWords, 'help'])
    it(`is given for the command ${first}`, async () => {
      const typed = slipped(first);
      equal(
        await said(typed, 'main'),
        `evidence-portfolio: there is no command ${typed}. Did you mean ${first}?`,
      );
    });

  for (const { name, options } of commands) {
    const [first = '', second] = name.split(' ');
    if (second !== undefined)
      it(`is given for the second word of ${name}`, async () => {
        match(await said(first, slipped(second)), new RegExp(`Did you mean ${name}\\?$`));
      });
    for (const [option, { choices }] of options) {
      it(`is given for --${option} of ${name}`, async () => {
        const typed = `--${slipped(option)}`;
        equal(
          await said(...name.split(' '), typed),
          `evidence-portfolio: there is no option ${typed}. Did you mean --${option}?`,
        );
      });
      const [, known] = choices ?? [];
      if (known !== undefined)
        it(`is given for a choice of --${option} of ${name}`, async () => {
          match(
            // A word that must be there comes first.
            await said(...name.split(' '), 'x', `--${option}`, slipped(known)),
            new RegExp(`--${option} takes one of .*, not ${slipped(known)}\\. Did you mean ${known}\\?$`),
          );
        });
    }
  }
});

describe('the list of commands', () => {
  it('takes an option of one name with a value in all commands, or in none', () => {
    const kinds = new Map<string, boolean>();
    for (const { name, options } of commands)
      for (const [option, { value }] of options) {
        const isFlag = value === undefined;
        equal(kinds.get(option) ?? isFlag, isFlag, `--${option} of ${name}`);
        kinds.set(option, isFlag);
      }
  });
});

describe('a description of a command', () => {
  const nothing = {} as Surroundings;
  const told: unknown[] = [];
  const example = command({
    name: 'do it',
    help: 'does it',
    words: { what: word('what', 'say what.'), folder: wordOr('folder', '.') },
    options: {
      asOften: text('NUMBER', { help: 'how often' }),
      how: choice('HOW', ['well', 'fast'], { help: 'how', usually: 'well' }),
      really: flag({ help: 'not only to see' }),
      each: several('THING', { help: 'each' }, (typed) => typed.length),
    },
    run: (all) => {
      told.push(all);
      return Promise.resolve(0);
    },
  });
  const doIt = async (words: readonly string[], options: Readonly<Record<string, readonly string[]>> = {}) =>
    example.run({ words, options: new Map(Object.entries(options)) }, nothing);

  it('gives what was typed under its own names, and what counts where nothing was', async () => {
    await doIt(['a']);
    await doIt(['a', 'b'], { 'as-often': ['1', '2'], how: ['fast'], really: [''], each: ['x', 'yz'] });
    deepEqual(told, [
      { what: 'a', folder: '.', asOften: undefined, how: 'well', really: false, each: [] },
      { what: 'a', folder: 'b', asOften: '2', how: 'fast', really: true, each: [1, 2] },
    ]);
  });

  it('refuses too few words and too many', async () => {
    await rejects(doIt([]), new UsageError('say what.'));
    await rejects(doIt(['a', 'b', 'c']), new UsageError('do it takes one folder, not 2.'));
  });
});
