import type { EvidenceFile } from '../evidence/evidence';
import { valueOf } from '../yaml/fields';
import { hiddenIn } from '../text/hiddenCharacters';
import { hiddenWords } from '../text/hiddenWords';
import { cutValues } from '../evidence/cutValues';
import { setField } from '../evidence/fieldEdits';
import { nextRef } from '../portfolio/nextRef';
import { changing } from './remedy';
import { evidenceRule } from './rule';

export const refDuplicate = evidenceRule({
  code: 'ref-duplicate',
  severity: 'error',
  summary: 'Two files have the same “ref”.',
  shared: 'any',
  check: (portfolio, evidence) => {
    const { uri, ref } = evidence;
    const value = valueOf(ref);
    if (!value || ref.kind !== 'valid') return [];
    const all = portfolio.evidenceWithRefLike(value);
    if (all.length < 2 || isCut(evidence)) return [];
    const others = all.filter((other) => other.uri !== uri && !isCut(other));
    if (others.length === 0) return [];
    const names = others.slice(0, 3).map((other) => portfolio.path(other.uri));
    const more = others.length > 3 ? ` and ${others.length - 3} more` : '';
    const shown =
      hiddenIn(value).length > 0 ? ` There is ${hiddenWords(value)} in it, which is easy to overlook.` : '';
    return [
      {
        span: ref.span,
        message: `The ref ${value} is also used by ${names.join(', ')}${more}. Give each file its own.${shown}`,
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
  remedy: {
    care: 'choice',
    proposals: (portfolio, evidence) => {
      if (evidence.ref.kind !== 'valid') return [];
      const next = nextRef(portfolio, evidence.ref.value);
      return next === undefined
        ? []
        : changing(evidence, `Use ${next}, the next free ref`, setField(evidence, 'ref', next), true);
    },
  },
});

/** `ES #1` is read as `ES`, as `ES #2` is: front-matter-remark speaks of it. */
const isCut = (evidence: EvidenceFile): boolean => cutValues(evidence, new Set(['ref'])).length > 0;
