/**
 * Holds the pages of docs/rules, the schemas and the settings against the lists in the code, and runs the
 * example of each rule's page: as it stands it has the finding, put right it has none. The README names all commands, and
 * each page calls them as they are called.
 */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { commands } from '../../server/cli/commands';
import { severities } from '../../server/core/text/span';
import type { Fact } from '../../server/core/index/portfolioIndex';
import { PortfolioIndex } from '../../server/core/index/portfolioIndex';
import type { RuleCode } from '../../server/core/rules/all';
import { rules } from '../../server/core/rules/all';
import { parseStandard } from '../../server/core/standard/standardFile';
import { settledRulesAnd } from './support/settledRules';
import { matcher } from '../../server/host/files/matcher';

const read = (path: string): string => readFileSync(path, 'utf8');

const builtIn = 'customer-service-excellence';
const standards = new Map([
  [builtIn, parseStandard(builtIn, read(`schemas/standards/${builtIn}.yaml`)).standard],
]);

describe('the list of rules', () => {
  it('says which codes there are, so that a misspelt one does not compile', () => {
    // @ts-expect-error: no rule is called so.
    const misspelt: RuleCode = 'element-unkown';
    // @ts-expect-error: a comparison that can never hold.
    const found = rules.find(({ code }) => code === 'element-unkown');
    deepEqual([misspelt, found], ['element-unkown', undefined]);
  });

  it('says in one sentence each what a rule finds', () => {
    for (const { code, summary } of rules) ok(summary.endsWith('.') && !/[.!?] /.test(summary), code);
  });
});

describe('docs/rules', () => {
  it('has one page for each rule, and no other', () => {
    const pages = readdirSync('docs/rules').filter((name) => name !== 'README.md');
    deepEqual(pages.sort(), rules.map(({ code }) => `${code}.md`).sort());
  });

  for (const { code } of rules)
    it(`leads from ${code} to pages that are there`, () => {
      const page = read(`docs/rules/${code}.md`);
      for (const [, target = ''] of page.matchAll(/\]\(([^)]*\.md)\)/g))
        if (!sectionOf(page, 'Example').includes(target) && !sectionOf(page, 'Put right').includes(target))
          ok(existsSync(`docs/rules/${target}`), target);
    });

  for (const { code } of rules.filter((rule) => rule.code !== 'file-unreadable')) {
    it(`shows ${code} as it is`, () => {
      const page = read(`docs/rules/${code}.md`);
      const before = filesIn(sectionOf(page, 'Example'));
      const after = new Map([...before, ...filesIn(sectionOf(page, 'Put right'))]);
      const found = findingsOf(before, code).filter((rule) => rule === code).length;
      ok(found > 0, 'the example has the finding');
      const left = findingsOf(after, code);
      // Nobody wants to read 57 pieces of evidence in an example.
      if (code === 'element-uncovered') equal(left.length, found - 1);
      else
        deepEqual(
          left.filter((rule) => rule !== 'element-uncovered'),
          [],
        );
    });
  }
});

describe('The pages', () => {
  const { contributes } = JSON.parse(read('package.json')) as {
    readonly contributes: {
      readonly commands: readonly { readonly category?: string; readonly title: string }[];
      readonly configuration: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
    };
  };
  const pages = ['README.md', 'CONTRIBUTING.md', 'samples/anytown-libraries/README.md'].concat(
    readdirSync('docs', { recursive: true, encoding: 'utf8' }).flatMap((name) =>
      name.endsWith('.md') ? [`docs/${name}`] : [],
    ),
  );
  const named = (pattern: RegExp): ReadonlySet<string> =>
    new Set(pages.flatMap((page) => Array.from(read(page).matchAll(pattern), ([, name = '']) => name)));

  it('call commands as VS Code shows them', () => {
    const titles = contributes.commands.map(({ category, title }) => `${category}: ${title}`);
    const found = named(/[*_](Evidence: [^*_]+)[*_]/g);
    ok(found.size > 40, String(found.size));
    deepEqual(
      [...found].filter((name) => !titles.includes(name)),
      [],
    );
  });

  it('name settings that there are', () => {
    const settings = contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
    const found = named(/`(evidencePortfolio\.\w+)`/g);
    ok(found.size > 5, String(found.size));
    deepEqual(
      [...found].filter((name) => !settings.includes(name)),
      [],
    );
  });
});

describe('the README', () => {
  it('names every command of the command line in its table, and no other', () => {
    const table = read('README.md').split('\n**')[2] ?? '';
    const cells = Array.from(table.matchAll(/^\| (`[^|]*)/gm), ([, cell = '']) => cell);
    const told = Array.from(cells.join().matchAll(/`([^`]+)`/g), ([, words = '']) => words);
    const names = commands.map(({ name }) => name).sort();
    const longestFirst = names.toSorted((one, other) => other.length - one.length);
    const named = told.map(
      (words) => longestFirst.find((name) => `${words} `.startsWith(`${name} `)) ?? words,
    );
    deepEqual([...new Set(named)].sort(), names);
  });
});

describe('the setting evidencePortfolio.rules', () => {
  interface RuleSetting {
    readonly enum: readonly string[];
    readonly description: string;
  }
  const { contributes } = JSON.parse(read('package.json')) as {
    readonly contributes: {
      readonly configuration: readonly {
        readonly properties: Readonly<
          Record<string, { readonly properties?: Readonly<Record<string, RuleSetting>> }>
        >;
      }[];
    };
  };
  const settings = contributes.configuration.map((section) => section.properties['evidencePortfolio.rules']);
  const properties = settings.find((setting) => setting !== undefined)?.properties ?? {};

  it('offers every rule, in the words of the code', () => {
    deepEqual(
      Object.entries(properties).map(([code, { description }]) => [code, description]),
      rules.map(({ code, summary, severity }) => [code, `${summary} Usual setting: ${severity}.`]),
    );
  });

  it('offers every severity', () => {
    for (const setting of Object.values(properties)) deepEqual(setting.enum, [...severities, 'off']);
  });
});

function sectionOf(page: string, heading: string): string {
  const [, after = ''] = page.split(`\n## ${heading}\n`);
  return after.split(/\n## [A-Z]/)[0] ?? '';
}

/** The files that a section shows, by path. */
const filesIn = (section: string): ReadonlyMap<string, string> =>
  new Map(
    Array.from(section.matchAll(/[iI]n `([^`]+)`:\n\n```\w+\n([^]*?)```/g), ([, path = '', text = '']) => [
      path,
      text,
    ]),
  );

/** Files that the examples refer to and do not show. */
const beside = ['attachments/survey-2026.pdf', 'evidence/complaints-procedure.md'];

/** The rules of all findings in a portfolio of these files, on the day that the pages name; of new rules this one. */
function findingsOf(shown: ReadonlyMap<string, string>, code: RuleCode): readonly string[] {
  const files = new Map([['portfolio.yaml', ''], ...shown]);
  const root = 'file:///portfolio';
  const index = new PortfolioIndex({
    standards,
    matcher,
    today: '2026-11-21',
    rules: settledRulesAnd([code]),
  });
  const places = new Set([...files.keys(), ...beside].map((path) => `${root}/${path}`));
  let delta = index.apply([
    { kind: 'folders', folders: [root] },
    ...[...files].map(([path, text]): Fact => ({ kind: 'text', uri: `${root}/${path}`, text })),
  ]);
  while (delta.unknownPlaces.length + delta.unknownFiles.length > 0) {
    delta = index.apply([
      ...delta.unknownFiles.map((uri): Fact => {
        const text = files.get(uri.slice(root.length + 1));
        return text === undefined ? { kind: 'absent', uri } : { kind: 'text', uri, text };
      }),
      ...delta.unknownPlaces.map((uri): Fact => ({ kind: places.has(uri) ? 'present' : 'absent', uri })),
    ]);
  }
  return index.filesWithFindings().flatMap((uri) => index.findings(uri).map(({ rule }) => rule));
}
