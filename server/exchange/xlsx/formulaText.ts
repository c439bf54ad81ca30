/** Formulas as the formats of spreadsheets write them. */
import type { Formula } from '../../core/tables/counts';
import { columnLetters } from '../parts/cellAddress';

/** What differs from format to format. */
interface Dialect {
  readonly separator: string;
  /** A cell of the own sheet: `B3`. */
  readonly cell: (name: string) => string;
  /** Cells of the other sheet: `$E$2`, `$E$9`. */
  readonly range: (first: string, last: string) => string;
}

/** ECMA-376, part 1, 18.17. @param sheet the one that is counted */
export const excelFormula = (formula: Formula, sheet: string): string =>
  written(formula, {
    separator: ',',
    cell: (name) => name,
    range: (first, last) => `'${sheet.replaceAll("'", "''")}'!${first}:${last}`,
  });

/** OpenFormula (OpenDocument 1.3, part 4). @param sheet the one that is counted */
export const openFormula = (formula: Formula, sheet: string): string =>
  `of:=${written(formula, {
    separator: ';',
    cell: (name) => `[.${name}]`,
    range: (first, last) => `[$'${sheet.replaceAll("'", "''")}'.${first}:.${last}]`,
  })}`;

function written(formula: Formula, dialect: Dialect): string {
  switch (formula.kind) {
    case 'value':
      return typeof formula.value === 'number'
        ? String(formula.value)
        : // A text stays one whatever is in it.
          `"${formula.value.replaceAll('"', '""')}"`;
    case 'cell':
      return dialect.cell(`${columnLetters(formula.column)}${formula.row}`);
    case 'range': {
      const letters = columnLetters(formula.column);
      return dialect.range(`$${letters}$${formula.first}`, `$${letters}$${formula.last}`);
    }
    case 'call':
      return `${formula.name}(${formula.given.map((one) => written(one, dialect)).join(dialect.separator)})`;
    case 'sign':
      return `(${written(formula.left, dialect)}${formula.sign}${written(formula.right, dialect)})`;
  }
}
