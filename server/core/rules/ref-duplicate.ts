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
    const whole = uncut(all);
    const named = whole
      .slice(0, mostNamed + 1)
      .filter((other) => other.uri !== uri)
      .slice(0, mostNamed);
    if (named.length === 0) return [];
    const names = named.map((other) => portfolio.path(other.uri));
    const left = whole.length - 1 - named.length;
    const more = left > 0 ? ` and ${left} more` : '';
    const shown =
      hiddenIn(value).length > 0 ? ` There is ${hiddenWords(value)} in it, which is easy to overlook.` : '';
    return [
      {
        span: ref.span,
        message: `The ref ${value} is also used by ${names.join(', ')}${more}. Give each file its own.${shown}`,
        related: named.flatMap((other) =>
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

const mostNamed = 3;

/** Those of some files of which the ref is read whole. Each of thousands with one ref is told of the others. */
function uncut(all: readonly EvidenceFile[]): readonly EvidenceFile[] {
  const known = uncutOf.get(all);
  if (known) return known;
  const whole = all.filter((evidence) => !isCut(evidence));
  uncutOf.set(all, whole);
  return whole;
}

const uncutOf = new WeakMap<readonly EvidenceFile[], readonly EvidenceFile[]>();

/** `ES #1` is read as `ES`, as `ES #2` is: front-matter-remark speaks of it. */
const isCut = (evidence: EvidenceFile): boolean => cutValues(evidence, new Set(['ref'])).length > 0;
