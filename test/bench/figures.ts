/** Medians, percentiles, and tables of them. */

/** The value below which the given share (0 to 1) of the values lies; NaN where there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** A Markdown table, its columns aligned so that it reads on a terminal, too. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0), 3),
  );
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => pad(cells[column] ?? '', width, column)).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(header), line(rule), ...rows.map(line)].join('\n');
}

const pad = (text: string, width: number, column: number): string =>
  column === 0 ? text.padEnd(width) : text.padStart(width);

export const milliseconds = (value: number): string =>
  Number.isNaN(value)
    ? '–'
    : value < 10
      ? `${value.toFixed(1)} ms`
      : value < 1000
        ? `${Math.round(value)} ms`
        : `${(value / 1000).toFixed(2)} s`;

/** @param value milliseconds */
export const microseconds = (value: number): string =>
  Number.isNaN(value) ? '–' : `${Math.round(value * 1000)} µs`;

export const megabytes = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? '–' : `${Math.round(value / 1_000_000)} MB`;

export const ratio = (value: number, base: number): string =>
  Number.isNaN(value) || Number.isNaN(base) ? '–' : `${(value / base).toFixed(2)} ×`;
