import { equal } from 'node:assert/strict';
import { languageAmong } from '../../../../server/core/standard/languageTag';

describe('a language that is asked for', () => {
  for (const [asked, there, found] of [
    ['fr', ['en', 'fr'], 'fr'],
    ['fr-CA', ['en', 'fr'], 'fr'],
    ['fr-CA', ['fr', 'fr-CA'], 'fr-CA'],
    ['FR-ca', ['fr-CA'], 'fr-CA'],
    ['fr_CA', ['fr'], 'fr'],
    ['cy_GB.UTF-8', ['cy'], 'cy'],
    ['ca@valencia', ['ca'], 'ca'],
    ['zh-Hant-TW', ['zh', 'zh-Hant'], 'zh-Hant'],
    ['zh-Hant-x-twain', ['zh-Hant'], 'zh-Hant'],
    ['de-x-simple', ['de'], 'de'],
    // What is asked for in general is content with what is special, the first of it.
    ['pt', ['pt-BR', 'pt-PT'], 'pt-BR'],
    ['pt-PT', ['pt-BR'], undefined],
    ['fr', ['frr'], undefined],
    ['f', ['fr'], undefined],
    ['', ['fr'], undefined],
    [' ', ['fr'], undefined],
    ['*', ['fr'], undefined],
    ['-', ['fr'], undefined],
    ['fr', [], undefined],
    ['fr', [''], undefined],
    ['', [''], undefined],
    ['constructor', ['fr'], undefined],
  ] as const)
    it(`${asked || 'nothing'} among ${there.join(', ') || 'none'} is ${found ?? 'none'}`, () => {
      equal(languageAmong(there, asked), found);
    });
});
