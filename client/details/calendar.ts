/** Months and days to choose from. Nothing here knows VS Code. */

/** Three years of months, YYYY-MM, from the one that a day is in: those that have been, or those to come. */
export function monthsFrom(day: string, isPast: boolean): readonly string[] {
  const now = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return Array.from({ length: 37 }, (_, step) => {
    const month = isPast ? now - step : now + step;
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

/** The days of a month, YYYY-MM. */
export function daysOf(month: string): readonly string[] {
  const [year = '', number = ''] = month.split('-');
  const last = new Date(Date.UTC(Number(year), Number(number), 0)).getUTCDate();
  return Array.from({ length: last }, (_, day) => `${month}-${String(day + 1).padStart(2, '0')}`);
}
