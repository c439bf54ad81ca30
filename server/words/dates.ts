/** Days in words. A day is year-month-day, such as 2027-03-01. */

const months = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore

/** In lower case, January first, for reading what people write. */
export const monthsInSmallLetters: readonly string[] = months.map((name) => name.toLowerCase());

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** As people in the UK write it, `1 March 2027`; what is no day comes back as it was. */
export function formatDate(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const name = months[Number(month) - 1];
  return year === undefined || name === undefined ? date : `${Number(day)} ${name} ${year}`;
}

/** `March 2027` of 2027-03. */
export const monthWords = (month: string): string => formatDate(`${month}-01`).slice(2);

/** `Monday 1 March 2027`. */
export const dayWords = (date: string): string =>
  `${weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''} ${formatDate(date)}`;

/** `as of 12 May 2027`, wherever something is said of a day that somebody has set to judge by; else undefined. */
export const asOfWords = ({ asOf }: { readonly asOf?: string | undefined }): string | undefined =>
  asOf === undefined ? undefined : `as of ${formatDate(asOf)}`;
