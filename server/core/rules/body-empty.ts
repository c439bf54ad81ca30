import { isBodyEmpty } from '../markdown/mayHave';
import { valueOf } from '../yaml/fields';
import { openAttachments } from '../portfolio/targets';
import { insertingGuidance } from './elementRemedies';
import { evidenceRule } from './rule';

export const bodyEmpty = evidenceRule({
  code: 'body-empty',
  severity: 'warning',
  summary: 'Evidence with no text and no attachment that others can open.',
  check: (_, evidence) => {
    const { text, bodyStart, frontMatter, attachments, elementsKey } = evidence;
    if (frontMatter.kind !== 'closed' || !isBodyEmpty(text, bodyStart)) return [];
    if (openAttachments(evidence).length > 0) return [];
    const isAlone = (valueOf(attachments) ?? []).length > 0;
    const message = isAlone
      ? 'There is nothing here that an assessor could read: nobody else can open what is attached. Write below the second ---, or copy the file into the portfolio.'
      : 'There is nothing here yet that an assessor could read. Write below the second ---, or name an attachment.';
    return [{ span: elementsKey, message }];
  },
  remedy: {
    care: 'choice',
    // A text is begun with what its elements ask for.
    proposals: ({ standard }, evidence) => {
      const nodes = evidence.elements.flatMap(({ id }) => standard.nodes.get(id) ?? []);
      return [...new Set(nodes)]
        .filter(({ assessable, guidance }) => assessable && guidance.length > 0)
        .slice(0, maximumElements)
        .flatMap((node) => insertingGuidance(evidence, node));
    },
  },
});

/** Elements whose guidance is offered. */
const maximumElements = 3;
