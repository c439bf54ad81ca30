/** What follows from the list of rules: settings, schemas, tables. */
import { existsSync } from 'node:fs';
import { rules } from '../../server/core/rules/all';
import type { Rule } from '../../server/core/rules/rule';
import { remedyOf } from '../../server/core/rules/rule';
import { severities } from '../../server/core/text/span';
import type { Target } from './target';
import { between, jsonAt, pathOfKey, table } from './target';

const described = ({ summary, severity }: Rule): string => `${summary} Usual setting: ${severity}.`;
const byCode = <T>(entry: (rule: Rule) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(rules.map((rule) => [rule.code, entry(rule)]));
const link = (code: string, page: string): string => `[${code}](${page})`;

/** How much of it can be put right here. */
function mendedBy(rule: Rule): string {
  const remedy = remedyOf(rule);
  if (!remedy) return 'by hand';
  const { care, least = care } = remedy;
  if (least === 'safe') return care === 'safe' ? '`check --fix`' : '`check --fix`, where there is no doubt';
  if (least === 'plain') return care === 'plain' ? 'all at once' : 'all at once, where there is one way';
  return 'by choosing';
}

/** The start of a rule's page, and how to change the rule; what stands between and behind is written by hand. */
function pageAround(text: string, { code, summary, severity }: Rule): string {
  const other = severity === 'off' ? 'information' : 'off';
  const choices = [...severities, 'off'].filter((choice) => choice !== other);
  const start = text.indexOf(`${pageStart}\n`);
  const end = text.indexOf(`\n${pageEnd}\n`);
  const middle = text.slice(Math.max(0, start), end < 0 ? undefined : end).trim();
  const [, more = ''] = text.split(`\n${pageLast}\n`);
  return `# ${code}

${summary}

**Severity:** ${severity}

${middle}

${pageEnd}

For everybody who works on the portfolio, in \`portfolio.yaml\`:

\`\`\`yaml
rules:
  ${code}: ${other} # or ${choices.slice(0, -1).join(', ')} or ${choices.at(-1) ?? ''}
\`\`\`

${pageLast}
${more}`;
}

const pageStart = '## Why it matters';
const pageEnd = '## Change it or switch it off';
const pageLast =
  'For yourself, in the settings of VS Code: `evidencePortfolio.rules`. What `portfolio.yaml` says goes before it.';

const pages = rules.map((rule) => ({ rule, file: `docs/rules/${rule.code}.md` }));

/** What to do about rules of which nobody has written the page yet: a sentence for each. */
export const missingPages: readonly string[] = pages
  .filter(({ file }) => !existsSync(file))
  .map(({ file }) => `${file} is not there yet. CONTRIBUTING.md says what to write, under “Add a rule”.`);

const pageTargets: readonly Target[] = pages
  .filter(({ file }) => existsSync(file))
  .map(({ rule, file }) => ({
    file,
    what: 'the start and the end of the page',
    update: (text) => pageAround(text, rule),
  }));

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
          ['Rule', 'Severity', 'What it finds', 'Put right'],
          rules.map((rule) => [
            link(rule.code, `${rule.code}.md`),
            rule.severity,
            rule.summary,
            mendedBy(rule),
          ]),
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
          rules.map(({ code, severity, summary }) => [
            link(code, `docs/rules/${code}.md`),
            severity,
            summary,
          ]),
        ),
      ),
  },
  {
    file: 'docs/fix.md',
    what: 'the table of rules of which something is mended',
    update: (text) =>
      between(
        text,
        'mended',
        table(
          ['What is found', 'Rule', 'What is mended'],
          rules.flatMap((rule) => {
            const { care, least = care } = remedyOf(rule) ?? { care: 'choice' };
            if (least !== 'safe') return [];
            const much = care === 'safe' ? 'wherever one thing can be meant' : 'where there is no doubt';
            return [[rule.summary, link(rule.code, `rules/${rule.code}.md`), much]];
          }),
        ),
      ),
  },
  ...pageTargets,
];
