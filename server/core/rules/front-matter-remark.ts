import { frontMatterKeys } from '../frontMatter/keys';
import { cutValues } from '../evidence/cutValues';
import type { Span } from '../text/span';
import type { Edits, TextFile } from './remedy';
import { changing } from './remedy';
import { evidenceRule } from './rule';

export const frontMatterRemark = evidenceRule({
  code: 'front-matter-remark',
  severity: 'information',
  summary: 'A value that ends before “ #”, where what follows is a remark to YAML.',
  check: ({ manifest }, evidence) => {
    const keys = new Set([...frontMatterKeys.map(({ key }) => key), ...(manifest?.customKeys ?? [])]);
    return cutValues(evidence, keys).map(({ read, span, meant }) => {
      const what = read === '' ? 'nothing' : `“${read}”`;
      return {
        span,
        message: `This is read as ${what}: behind a space, # starts a remark. Put quotation marks around “${meant}” if all of it is meant.`,
      };
    });
  },
  remedy: {
    care: 'plain',
    // Around the whole value, the part that YAML takes for a remark included.
    proposals: (_, evidence, { span }) => {
      const meant = evidence.text.slice(span.start, span.end);
      return changing(evidence, `Put quotation marks around “${meant}”`, quoted(evidence, [span]), true);
    },
    together: (_, evidence, problems) =>
      quoted(
        evidence,
        problems.map(({ span }) => span),
      ),
  },
});

const quoted = ({ text }: TextFile, spans: readonly Span[]): Edits =>
  spans.map((span) => ({ span, newText: JSON.stringify(text.slice(span.start, span.end)) }));
