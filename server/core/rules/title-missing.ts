import type { EvidenceFile } from '../evidence/evidence';
import { beginsWithHeading } from '../markdown/headings';
import { valueOf } from '../yaml/fields';
import { spanOf } from '../text/span';
import { setField } from '../evidence/fieldEdits';
import { titleFromName } from '../text/titleFromName';
import { fileName } from '../text/uri';
import { changing } from './remedy';
import { evidenceRule } from './rule';

export const titleMissing = evidenceRule({
  code: 'title-missing',
  severity: 'information',
  summary: 'The file has neither a title nor a heading.',
  check: (_, evidence) => {
    if (hasTitle(evidence)) return [];
    const { start } = evidence.frontMatter.opening;
    return [
      {
        span: evidence.title.kind === 'absent' ? spanOf(start, start + 3) : evidence.title.key,
        message: 'This evidence has no name. Add a line “title: …” at the top, or a heading to the text.',
      },
    ];
  },
  remedy: {
    care: 'plain',
    proposals: (_, evidence) => {
      const title = titleFromName(fileName(evidence.uri));
      return title === ''
        ? []
        : changing(
            evidence,
            `Add the title “${title}”, after the file’s name`,
            setField(evidence, 'title', title),
            true,
          );
    },
  },
});

/** Whether it is called anything, for which hardly a file has to be read further than to its first line. */
const hasTitle = (evidence: EvidenceFile): boolean =>
  Boolean(valueOf(evidence.title)) || beginsWithHeading(evidence.text) || evidence.heading() !== undefined;
