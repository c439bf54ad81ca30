import { nearestWord } from '../text/editDistance';
import { plainly } from '../text/hiddenCharacters';
import { frontMatterKeys } from '../frontMatter/keys';
import { marginNames, pathOf } from '../frontMatter/keyNames';
import type { YamlEntry } from '../yaml/nodes';
import { hiddenMessage } from './elementTexts';
import { bySuggestions, replacing, wordsReplaced } from './remedy';
import { evidenceRule } from './rule';

const ours = frontMatterKeys.map(({ key }) => key);

export const frontMatterKey = evidenceRule({
  code: 'front-matter-key',
  severity: 'hint',
  summary: 'A key that looks like a misspelt one, such as “owners” for “owner”.',
  check: ({ manifest, names }, { entries }) => {
    const known = marginNames(names);
    const isOurs = ({ key }: YamlEntry): boolean => ours.some((one) => one === key.text);
    const there = new Set(
      ours.filter((one) => entries.some(({ key }) => key.text === one)).map((one) => pathOf(names, one)[0]),
    );
    return entries.flatMap((entry) => {
      const { key } = entry;
      if (isOurs(entry) || manifest?.customKeys.includes(key.text)) return [];
      if (known.includes(key.text)) return [];
      const near = nearestWord(plainly(key.text, true).trim(), known);
      if (near === undefined || there.has(near)) return [];
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
    });
  },
  remedy: {
    care: 'choice',
    least: 'plain',
    careOf: () => bySuggestions,
    proposals: (_, evidence, problem) => replacing(evidence, problem),
    together: (_, evidence, problems) => wordsReplaced(evidence, problems),
  },
});
