/** What stands in the cells of a table, read by ourselves. */
import { deepEqual } from 'node:assert/strict';
import { withTables } from '../../../../server/core/commonmark/tables';
import { quickBlocks } from '../../../../server/core/markdown/quickBlocks';

const cellsIn = (text: string): readonly string[] | undefined => {
  const blocks = quickBlocks(text);
  const found = blocks && withTables(text, blocks);
  return found?.blocks.blocks.map((block) => ('content' in block ? block.content : block.kind));
};

describe('The cells of a table', () => {
  it('are texts of their own, without the white space around them', () =>
    deepEqual(cellsIn('|  a |\tb |\n| - | - |\n| c d | e |\n'), ['a', 'b', 'c d', 'e']));
  it('are none where nothing stands in them', () =>
    deepEqual(cellsIn('| a | b |\n| - | - |\n|  | c |\n|\t| |\n| d |  |\n'), ['a', 'b', 'c', 'd']));
});
