import { titleOf } from '../evidence/evidence';
import { spanOf } from '../text/span';
import { evidenceRule } from './rule';

export const titleMissing = evidenceRule({
  code: 'title-missing',
  severity: 'information',
  summary: 'The file has neither a title nor a heading.',
  check: (_, evidence) => {
    if (titleOf(evidence) !== undefined) return [];
    const { start } = evidence.frontMatter.opening;
    return [
      {
        span: evidence.title.kind === 'absent' ? spanOf(start, start + 3) : evidence.title.key,
        message: 'This evidence has no name. Add a line “title: …” at the top, or a heading to the text.',
      },
    ];
  },
});
