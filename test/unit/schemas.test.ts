/** Holds the schemas of front matter and portfolio.yaml against the lists in the code, and against its judgement. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { parseEvidence } from '../../server/core/evidence/evidence';
import { fieldsOf } from '../../server/core/frontMatter/fields';
import { findFrontMatter } from '../../server/core/frontMatter/frontMatter';
import type { KeyDescription } from '../../server/core/yaml/keyDescription';
import { frontMatterKeys } from '../../server/core/frontMatter/keys';
import { decisionKeys, manifestKeys } from '../../server/core/manifest/keys';
import { parseManifest } from '../../server/core/manifest/manifest';
import { severities } from '../../server/core/text/span';
import { rules } from '../../server/core/rules/all';
import { parseStandard } from '../../server/core/standard/standardFile';

interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly enumDescriptions?: readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
}

const read = (path: string): string => readFileSync(path, 'utf8');
const schema = (name: string): Schema => JSON.parse(read(`schemas/${name}.schema.json`)) as Schema;
const evidence = schema('evidence');
const portfolio = schema('portfolio');
const decision = portfolio.definitions?.['decision'] ?? {};

const ajv = new Ajv({ allowUnionTypes: true, allErrors: true });
(addFormats as unknown as (to: Ajv) => void)(ajv);
// For editors: what each value of a list means.
ajv.addVocabulary(['enumDescriptions']);
const isEvidence = ajv.compile(evidence);
const isPortfolio = ajv.compile(portfolio);

describe('the schemas', () => {
  for (const [name, part, keys] of [
    ['front matter', evidence, frontMatterKeys],
    ['portfolio.yaml', portfolio, manifestKeys],
    ['decisions', decision, decisionKeys],
  ] as const) {
    it(`describe ${name} as the list of keys does`, () => {
      const described = Object.entries(part.properties ?? {});
      deepEqual(
        described.map(([key, { description }]) => [key, description]),
        keys.map(({ key, description }) => [key, description]),
      );
      for (const [key, { title }] of described) ok(title, key);
      deepEqual(
        part.required ?? [],
        keys.filter((key: KeyDescription) => key.required).map(({ key }) => key),
      );
    });

    it(`offer for ${name} the values of the list of keys`, () => {
      for (const { key, values } of keys as readonly KeyDescription[]) {
        const offered = part.properties?.[key]?.enum;
        equal(offered === undefined, values === undefined, key);
        if (!values) continue;
        deepEqual(offered?.filter((value) => value !== null).map(String), Object.keys(values));
        deepEqual(part.properties?.[key]?.enumDescriptions, Object.values(values));
      }
    });
  }

  it('offer every rule with every severity, and false for readers that take off for it', () => {
    const offered = Object.entries(portfolio.properties?.['rules']?.properties ?? {});
    deepEqual(
      offered.map(([code, { description }]) => [code, description]),
      rules.map(({ code, summary, severity }) => [code, `${summary} Usual setting: ${severity}.`]),
    );
    for (const [, rule] of offered) deepEqual(rule.enum, [...severities, 'off', false]);
  });
});

describe('the sample, by the schemas', () => {
  const sample = 'samples/anytown-libraries';

  it('has a portfolio.yaml as it should be', () =>
    accepts(isPortfolio, parse(read(`${sample}/portfolio.yaml`))));

  it('has front matter as it should be', () => {
    const files = readdirSync(`${sample}/evidence`, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.md'),
    );
    ok(files.length > 40);
    for (const name of files) {
      const text = read(join(sample, 'evidence', name));
      const found = findFrontMatter(text);
      ok(found, name);
      accepts(isEvidence, parse(text.slice(found.content.start, found.content.end)), name);
    }
  });
});

describe('the schema of front matter', () => {
  for (const [front, isGood] of [
    ['elements: 3.2.4', true],
    ['elements: [3.2.4, 1.1.1]', true],
    ['elements:\n  - 1.10\n  - "1.2"', true],
    ['elements: [3.2.4]\nteam: Eastfield\nother: { anything: [goes] }', true],
    ['elements: [3.2.4]\nstatus: in-review\nkind: data\ndate: 2026-03-01\nreview-by: 2028-02-29', true],
    ['elements: [3.2.4]\nref: 12\ntitle: 2027\nowner:\nstatus:\nattachments:\nreview-by:', true],
    ['elements: [3.2.4]\nattachments: a.pdf', true],
    ['elements: [3.2.4]\nattachments: [a.pdf, https://example.org/]', true],
    ['title: No elements', false],
    ['elements:', false],
    ['elements: []', false],
    ['elements: { 3.2.4: yes }', false],
    ['elements: [[3.2.4]]', false],
    ['elements: [3.2.4]\nstatus: aproved', false],
    ['elements: [3.2.4]\nkind: film', false],
    ['elements: [3.2.4]\ndate: 2027-06-31', false],
    ['elements: [3.2.4]\nreview-by: 1 March 2027', false],
    ['elements: [3.2.4]\ntitle: [a]', false],
    ['elements: [3.2.4]\nattachments: { a: b }', false],
  ] as const) {
    it(`${isGood ? 'takes' : 'refuses'} ${front.replaceAll('\n', ' / ')}, as the rules do`, () => {
      equal(isEvidence(parse(front)), isGood);
      equal(isGoodEvidence(front), isGood);
    });
  }
});

describe('the schema of portfolio.yaml', () => {
  for (const [text, isGood] of [
    ['', true],
    ['title: A', true],
    ['title:\nrules:\nassessment:\nexclude:', true],
    ['include: "evidence/**/*.md"\nexclude: [drafts/**, old.md]\ncustom-keys: [team]', true],
    ['assessment-date: 2027-05-12\nreview-notice: 0', true],
    ['assessment:\n  1.1.1: { self: compliant, assessor: partial, comment: Good }', true],
    ['assessment:\n  1.1.1: { applicable: false, reason: No premises }\n  3.2.4:', true],
    ['rules: { element-uncovered: error, review-due-soon: off, link-broken: false }', true],
    ['assignments: { 4.2.3: Officer, 2.2: [A, B], 1: }', true],
    ['assignments: [4.2.3]', false],
    ['assignments: { 4.2.3: { who: A } }', false],
    ['standards: x', false],
    ['- title', false],
    ['title: [a]', false],
    ['assessment-date: 2027-02-30', false],
    ['review-notice: two', false],
    ['links: pages', true],
    ['links:', true],
    ['links: page', false],
    ['review-notice: -1', false],
    ['review-notice: 1.5', false],
    ['assessment: [1.1.1]', false],
    ['assessment: { 1.1.1: partial }', false],
    ['assessment: { 1.1.1: { rating: partial } }', false],
    ['assessment: { 1.1.1: { applicable: perhaps } }', false],
    ['rules: { element-uncovered: fatal }', false],
    ['rules: { element-uncovered: }', false],
    ['rules: [element-uncovered]', false],
  ] as const) {
    it(`${isGood ? 'takes' : 'refuses'} ${text.replaceAll('\n', ' / ') || 'an empty file'}, as the rules do`, () => {
      equal(isPortfolio(parse(text)), isGood);
      equal(parseManifest('file:///portfolio.yaml', text).problems.length === 0, isGood);
    });
  }

  it('refuses a rule that does not exist, which a rule of its own reports', () => {
    ok(!isPortfolio(parse('rules: { elements-uncovered: error }')));
  });
});

describe('docs/portfolio-format.md', () => {
  const page = read('docs/portfolio-format.md');
  const block = (start: string): string => {
    const found = Array.from(page.matchAll(/```\w+\n([^]*?)```/g), ([, text = '']) => text);
    return found.find((text) => text.startsWith(start)) ?? '';
  };

  it('lists every key of front matter, portfolio.yaml and decisions, in order', () => {
    const listed = Array.from(page.matchAll(/^\| `([\w-]+)`/gm), ([, key = '']) => key);
    const known = [...frontMatterKeys, ...manifestKeys, ...decisionKeys].map(({ key }) => key);
    const standard = Object.keys(schema('standard').properties ?? {});
    deepEqual(listed, [...known, ...standard]);
  });

  it('shows front matter, a portfolio.yaml and a standard without faults', () => {
    const front = /^---\n([^]*?)---\n/.exec(block('---'))?.[1] ?? '';
    accepts(isEvidence, parse(front));
    ok(isGoodEvidence(front));
    const manifest = block('title: Anytown Libraries');
    accepts(isPortfolio, parse(manifest));
    deepEqual(parseManifest('file:///portfolio.yaml', manifest).problems, []);
    const standard = block('title: Service Promise');
    accepts(ajv.compile(schema('standard')), parse(standard));
    deepEqual(parseStandard('standards/service-promise.yaml', standard).problems, []);
  });
});

/** True where no rule about single values would find anything. */
function isGoodEvidence(front: string): boolean {
  const file = parseEvidence('file:///a.md', `---\n${front}\n---\n`);
  if (!file || file.elements.length === 0 || file.misplaced.length > 0) return false;
  return Object.values(fieldsOf(file)).every((field) => field.kind !== 'invalid');
}

function accepts(validate: ValidateFunction, value: unknown, where = ''): void {
  ok(validate(value), `${where} ${ajv.errorsText(validate.errors)}`);
}
