/** Many things of a kind in the file of a standard: a part of the table of `linearWork.test.ts`. */
import { parse } from 'yaml';
import type { WorkCase } from './cases';
import { each, evidence, lines, shown, textsOf } from './cases';

/** A standard of so many elements, ten to a group. */
const standardOf = (things: number): string =>
  `title: Large\nchildren:\n${lines(
    each(Math.ceil(things / 10), (number) => number),
    (group) =>
      `  - id: "${group}"\n    title: Group ${group}\n    children:\n${lines(
        each(10, (number) => number),
        (number) => `      - id: "${group}.${number}"\n        text: Words for ${group} and ${number}`,
      )}`,
  )}`;

const inStandard = (name: string, write: (things: number) => string, file: string): WorkCase => ({
  name,
  sizes: [100, 1600],
  prepare: (things) => {
    const texts = textsOf([
      ['portfolio.yaml', `standard: ${file}\n`],
      [file, write(things)],
      ['a.md', evidence('["1.1"]')],
    ]);
    return () => shown(texts);
  },
});

export const standardCases: readonly WorkCase[] = [
  inStandard('elements of a standard', standardOf, 'large.yaml'),
  inStandard(
    'elements of a standard in JSON',
    (things) => JSON.stringify(parse(standardOf(things)), undefined, 2),
    'large.json',
  ),
  inStandard(
    'IDs of earlier editions in a chain',
    (things) =>
      `title: Old\nchildren:\n  - id: "1.1"\n    text: Words\nretired:\n${lines(
        each(things, (number) => number),
        (number) => `  "9.${number}": "${number === things - 1 ? '1.1' : `9.${number + 1}`}"`,
      )}`,
    'chain.yaml',
  ),
  inStandard(
    'IDs of earlier editions that became one',
    (things) =>
      `title: Old\nchildren:\n  - id: "1.1"\n    text: Words\nretired:\n${lines(
        each(things, (number) => number),
        (number) => `  "9.${number}": "1.1"`,
      )}`,
    'merged.yaml',
  ),
  inStandard(
    'IDs of earlier editions that lead back to each other',
    (things) =>
      `title: Old\nchildren:\n  - id: "1.1"\n    text: Words\nretired:\n${lines(
        each(things, (number) => number),
        (number) => `  "9.${number}": "9.${(number + 1) % things}"`,
      )}`,
    'rings.yaml',
  ),
  ...(['one after the other', 'all of them one'] as const).map((how): WorkCase => ({
    name: `IDs of earlier editions that became ${how}, each named by evidence`,
    sizes: [100, 1600],
    prepare: (things) => {
      const numbers = each(things, (number) => number);
      const next = (number: number): string =>
        how === 'all of them one' || number === things - 1 ? '1.1' : `9.${number + 1}`;
      const retired = lines(numbers, (number) => `  "9.${number}": "${next(number)}"`);
      const texts = textsOf([
        ['portfolio.yaml', 'standard: old.yaml\n'],
        ['old.yaml', `title: Old\nchildren:\n  - id: "1.1"\n    text: Words\nretired:\n${retired}`],
        ['a.md', evidence(`[${numbers.map((number) => `"9.${number}"`).join(', ')}]`)],
      ]);
      return () => shown(texts);
    },
  })),
  {
    ...inStandard(
      'levels of a standard',
      (things) =>
        `title: Deep\n${each(things, (level) => {
          const indent = '  '.repeat(2 * level);
          return `${indent}children:\n${indent}  - id: "1${'.1'.repeat(level)}"\n${indent}    title: Level ${level}\n`;
        }).join('')}`,
      'deep.yaml',
    ),
    sizes: [5, 40],
  },
];
