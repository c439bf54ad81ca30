/** Tables inside tables, as documents and pages have them: which of them hold something, and which only set out the page. */

/** A cell's text, and the tables in it, in their order. */
export interface TreeCell {
  readonly parts: (string | TreeTable)[];
}

export interface TreeTable {
  readonly rows: (readonly TreeCell[])[];
}

/** A table that is one, and the texts between it and the one before. */
export interface FoundTable<Table extends TreeTable> {
  readonly before: readonly string[];
  readonly table: Table;
}

/**
 * The tables of a document, in order. One that holds a larger one only sets out the page: those in it are taken instead,
 * and its texts stand between them. A smaller one is part of the text of its cell.
 * @param content texts and tables that stand in no table
 */
export function foundTables<Table extends TreeTable>(
  content: readonly (string | Table)[],
): readonly FoundTable<Table>[] {
  const found: FoundTable<Table>[] = [];
  let before: string[] = [];
  const take = (parts: readonly (string | TreeTable)[]): void => {
    for (const part of parts) {
      if (typeof part === 'string') {
        if (part.trim() !== '') before.push(part.trim());
      } else if (isLayout(part)) for (const row of part.rows) for (const cell of row) take(cell.parts);
      else {
        found.push({ before: before.slice(-mostBefore), table: part as Table });
        before = [];
      }
    }
  };
  take(content);
  return found;
}

/** Headings stand right above their table. */
const mostBefore = 20;

function isLayout({ rows }: TreeTable): boolean {
  const cells = rows.flat();
  const own = cells.length;
  return cells.some(({ parts }) =>
    parts.some((part) => typeof part !== 'string' && (isLayout(part) || cellsIn(part) > own)),
  );
}

const cellsIn = ({ rows }: TreeTable): number => rows.reduce((sum, cells) => sum + cells.length, 0);

/** All that a cell says, that of the tables in it included. */
export const textIn = ({ parts }: TreeCell): string =>
  parts
    .map((part) => (typeof part === 'string' ? part : part.rows.flat().map(textIn).join('\n')))
    .filter((text) => text !== '')
    .join('\n');
