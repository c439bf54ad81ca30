import { valueOf } from '../fields';
import type { EvidenceRule } from './rule';

export const refDuplicate: EvidenceRule = {
  code: 'ref-duplicate',
  on: 'evidence',
  severity: 'error',
  summary: 'Two files have the same “ref”.',
  check: (portfolio, { uri, ref }) => {
    const value = valueOf(ref);
    if (!value || ref.kind !== 'valid') return [];
    const others = portfolio.evidenceWithRef(value).filter((other) => other.uri !== uri);
    if (others.length === 0) return [];
    const names = others.slice(0, 3).map((other) => portfolio.path(other.uri));
    const more = others.length > 3 ? ` and ${others.length - 3} more` : '';
    return [
      {
        span: ref.span,
        message: `The ref ${value} is also used by ${names.join(', ')}${more}. Give each file its own.`,
        related: others
          .slice(0, 3)
          .flatMap((other) =>
            other.ref.kind === 'valid'
              ? [{ uri: other.uri, span: other.ref.span, message: `${value} is used here too.` }]
              : [],
          ),
      },
    ];
  },
};
