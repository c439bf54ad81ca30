/** What follows from the list of rules: settings, schemas, tables. */
import { rules } from '../../server/core/rules/all';
import type { Rule } from '../../server/core/rules/rule';
import { severities } from '../../server/core/text/span';
import type { Target } from './target';
import { between, jsonAt, pathOfKey, table } from './target';

const described = ({ summary, severity }: Rule): string => `${summary} Usual setting: ${severity}.`;
const byCode = <T>(entry: (rule: Rule) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(rules.map((rule) => [rule.code, entry(rule)]));
const rows = (page: (code: string) => string): readonly (readonly string[])[] =>
  rules.map(({ code, severity, summary }) => [`[${code}](${page(code)})`, severity, summary]);

export const ruleTargets: readonly Target[] = [
  {
    file: 'package.json',
    what: 'the setting for each rule',
    update: (text) => {
      const setting = pathOfKey(
        text,
        ['contributes', 'configuration'],
        'properties',
        'evidencePortfolio.rules',
      );
      const values = [...severities, 'off'];
      return jsonAt(
        text,
        [...setting, 'properties'],
        byCode((rule) => ({ type: 'string', enum: values, description: described(rule) })),
      );
    },
  },
  {
    file: 'schemas/portfolio.schema.json',
    what: 'the rules that portfolio.yaml can name',
    update: (text) => {
      // Readers of YAML 1.1 take `off` for false.
      const values = [...severities, 'off', false];
      return jsonAt(
        text,
        ['properties', 'rules', 'properties'],
        byCode((rule) => ({ title: rule.code, description: described(rule), enum: values })),
      );
    },
  },
  {
    file: 'schemas/check.schema.json',
    what: 'the rules that a finding can be of',
    update: (text) =>
      jsonAt(
        text,
        ['definitions', 'finding', 'properties', 'rule', 'enum'],
        rules.map(({ code }) => code),
      ),
  },
  {
    file: 'docs/rules/README.md',
    what: 'the table of rules',
    update: (text) =>
      between(
        text,
        'rules',
        table(
          ['Rule', 'Severity', 'What it finds'],
          rows((code) => `${code}.md`),
        ),
      ),
  },
  {
    file: 'README.md',
    what: 'the table of rules',
    update: (text) =>
      between(
        text,
        'rules',
        table(
          ['rule', 'severity', 'finds'],
          rows((code) => `docs/rules/${code}.md`),
        ),
      ),
  },
];
