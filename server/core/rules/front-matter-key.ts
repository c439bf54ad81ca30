import { nearestWord } from '../text/editDistance';
import { plainly } from '../text/hiddenCharacters';
import { frontMatterKeys } from '../frontMatter/keys';
import { hiddenMessage } from './elementTexts';
import { bySuggestions, replacing, wordsReplaced } from './remedy';
import { evidenceRule } from './rule';

const known: readonly string[] = frontMatterKeys.map(({ key }) => key);

export const frontMatterKey = evidenceRule({
  code: 'front-matter-key',
  severity: 'hint',
  summary: 'A key that looks like a misspelt one, such as “owners” for “owner”.',
  check: ({ manifest }, { entries }) =>
    entries.flatMap(({ key }) => {
      if (known.includes(key.text) || manifest?.customKeys.includes(key.text)) return [];
      const near = nearestWord(plainly(key.text, true).trim(), known);
      if (near === undefined || entries.some((entry) => entry.key.text === near)) return [];
      return [
        {
          span: key.span,
          message:
            plainly(key.text, true).trim() === near
              ? hiddenMessage(key.text, near)
              : `“${key.text}” is not known here. Did you mean “${near}”?`,
          suggestions: [{ replacement: near, label: near }],
        },
      ];
    }),
  remedy: {
    care: 'choice',
    least: 'plain',
    careOf: () => bySuggestions,
    proposals: (_, evidence, problem) => replacing(evidence, problem),
    together: (_, evidence, problems) => wordsReplaced(evidence, problems),
  },
});
