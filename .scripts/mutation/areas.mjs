// @ts-check
// What is changed on purpose, area by area, and the folders and files of the tests that have to notice it.

const core = 'test/unit/core';
const fixes = 'test/unit/features/fixes';
/** @type {(name: string) => string} */
const yaml = (name) => `server/core/yaml/${name}.ts`;

/** @type {Readonly<Record<string, { readonly changed: readonly string[]; readonly tests: readonly string[] }>>} */
export const areas = {
  rules: {
    changed: ['server/core/rules/**/*.ts'],
    tests: [
      ...['rules', 'evidence/elementsByStandard.test.ts', 'evidence/unreadFile.test.ts'].map(
        (name) => `${core}/${name}`,
      ),
      ...['portfolioIndex', 'sharedEvidence', 'manifestChanges'].map(
        (name) => `${core}/index/${name}.test.ts`,
      ),
      ...['mappings', 'severalStandards', 'sharedEvidence'].map(
        (name) => `test/unit/features/${name}.test.ts`,
      ),
      fixes,
      'test/unit/docs.test.ts',
    ],
  },
  edits: {
    changed: [
      ...['edits', 'fields', 'keyDescription', 'nodes', 'pieces', 'quotingRemedies', 'remedies'].map(yaml),
      'server/core/{evidence,manifest,portfolio}/*Edits.ts',
    ],
    tests: [
      ...['yaml', 'frontMatter', 'manifest', 'evidence', 'portfolio'].map((name) => `${core}/${name}`),
      `${core}/rules/rules.test.ts`,
      'test/unit/edits',
      fixes,
    ],
  },
  yaml: {
    changed: [
      'anyYaml',
      'brokenYaml',
      'faults',
      'json',
      'nestedNodes',
      'nestedYaml',
      'plainYaml',
      'tree',
    ].map(yaml),
    tests: [`${core}/yaml`, `${core}/frontMatter`, `${core}/text`],
  },
  index: {
    changed: ['server/core/index/**/*.ts'],
    tests: [
      ...['index', 'portfolio', 'rules'].map((name) => `${core}/${name}`),
      ...['navigation', 'severalStandards', 'sharedEvidence', 'mappings', 'related'].map(
        (name) => `test/unit/features/${name}.test.ts`,
      ),
      fixes,
    ],
  },
  exchange: {
    changed: ['server/core/plan/exchange/**/*.ts'],
    tests: [
      `${core}/plan/exchange`,
      `${core}/plan/importPairing.test.ts`,
      ...['unknownHeaders', 'export'].map((name) => `test/unit/exchange/${name}.test.ts`),
    ],
  },
};
