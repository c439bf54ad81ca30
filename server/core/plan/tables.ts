/** The tables of a plan's text, and the rest of what is read of it: by our own reading, and by remark where that is not sure. */
import type { Table } from '../commonmark/tables';
import { withTables } from '../commonmark/tables';
import type { Body } from '../markdown/body';
import { quickBlocks } from '../markdown/quickBlocks';
import { quickBody } from '../markdown/quickBody';
import { parseMarkdownWithTables } from '../markdown/tree';
import { readBody } from '../markdown/treeBody';
import { shortcuts } from '../text/shortcuts';
import { spanOf } from '../text/span';
import { withinPlanLimits } from './planLimits';

export interface TextWithTables {
  readonly body: Body;
  /** In the order of the text. */
  readonly tables: readonly Table[];
}

/** Reads a whole file's text, front matter included. Never throws. */
export function readTables(text: string): TextWithTables {
  return (shortcuts.taken ? quickTables(text) : undefined) ?? treeTables(text);
}

/** Undefined where only the whole parser knows: what is rare is left to it. */
function quickTables(text: string): TextWithTables | undefined {
  const blocks = withinPlanLimits(text) === text ? quickBlocks(text) : undefined;
  const found = blocks && withTables(text, blocks);
  const body = found && quickBody(text, found.blocks);
  return body && { body, tables: found.tables };
}

function treeTables(text: string): TextWithTables {
  const tables: Table[] = [];
  const body = readBody(
    text,
    (whole) => parseMarkdownWithTables(withinPlanLimits(whole)),
    (node, span) => {
      if (node.type !== 'table') return;
      const columns = node.children[0]?.children.length ?? 0;
      // What remark's offsets leave out: a byte order mark.
      const shift = span.start - (node.position?.start.offset ?? span.start);
      const [header = span, ...rows] = node.children.map(({ position }) =>
        spanOf((position?.start.offset ?? 0) + shift, (position?.end.offset ?? 0) + shift),
      );
      tables.push({ span, columns, header, rows });
    },
  );
  return { body, tables };
}
