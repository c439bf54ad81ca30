/** Periods of which a day is meant: `end of March`, `Q2 2027`, `May`. */
import type { Readings, Where } from './monthsAround';
import { dayIn, lastOf, monthNumber, monthOf, nearestMonth, only, stepOf } from './monthsAround';

/** `end of March`, `start of next month`, `mid May 2027`, `end of the year`, `Q2 2027`, `end of the financial year`. */
export function endOfPeriod(said: string, where: Where): Readings {
  const [, edge = '', period = ''] =
    /^(?:(start|beginning|first day|mid|middle|end|last day)(?: of)? )?(.+)$/.exec(said) ?? [];
  const span = monthsOf(period, where);
  if (!span || (edge === '' && !/^(?:q[1-4]|spring|summer|autumn|winter)\b|year$/.test(period))) return [];
  const first = dayIn(span.from, 1);
  const last = lastOf(span.to);
  if (/^(?:start|beginning|first)/.test(edge)) return only(first);
  if (/^(?:end|last)/.test(edge)) return only(last);
  if (edge.startsWith('mid'))
    return span.from === span.to
      ? only(dayIn(span.from, 15))
      : only(dayIn(Math.ceil((span.from + span.to) / 2), 1));
  return [
    { date: last, assumption: 'its last day' },
    ...only(first).map(({ date }) => ({ date, assumption: 'its first day' })),
  ];
}

/** The months of a period, counted from the year 0. */
function monthsOf(
  period: string,
  { today, direction }: Where,
): { readonly from: number; readonly to: number } | undefined {
  const now = monthOf(today);
  const year = Math.floor(now / 12);
  const [, which = '', unit = ''] =
    /^(?:(this|next|last) )?(month|quarter|year|(?:financial|tax|fiscal) year|fy)$/.exec(period) ?? [];
  const step = stepOf(which);
  if (unit === 'month') return { from: now + step, to: now + step };
  if (unit === 'quarter') return quarter(Math.floor(now / 3) + step);
  if (unit === 'year') return { from: (year + step) * 12, to: (year + step) * 12 + 11 };
  // That of councils: from April to March.
  if (unit !== '') {
    const begun = (Math.floor((now - 3) / 12) + step) * 12 + 3;
    return { from: begun, to: begun + 11 };
  }
  const [, number = '', own] = /^q([1-4])(?: |\/|-)?(\d{4})?$/.exec(period) ?? [];
  if (number !== '') return quarter(Number(own ?? year) * 4 + Number(number) - 1);
  const [, season = '', seasonYear] = /^(spring|summer|autumn|winter)(?: (\d{4}))?$/.exec(period) ?? [];
  if (season !== '') {
    const begins = ['', 'spring', 'summer', 'autumn', 'winter'].indexOf(season) * 3 - 1;
    const from =
      seasonYear === undefined ? nearestMonth(begins, now, direction) : Number(seasonYear) * 12 + begins;
    return { from, to: from + 2 };
  }
  const [, month = '', said] = /^([a-z]{3,9}) ?(\d{4})?$/.exec(period) ?? [];
  const at = monthNumber(month);
  if (at < 0) return undefined;
  const found = said === undefined ? nearestMonth(at, now, direction) : Number(said) * 12 + at;
  return { from: found, to: found };
}

const quarter = (number: number): { readonly from: number; readonly to: number } => ({
  from: number * 3,
  to: number * 3 + 2,
});

/** `May`, `May next year`: a day of it has to be chosen. */
export function monthAlone(said: string, which: string | undefined, { today, direction }: Where): Readings {
  const at = monthNumber(said);
  if (at < 0) return [];
  const now = monthOf(today);
  const month =
    which === undefined ? nearestMonth(at, now, direction) : (Math.floor(now / 12) + stepOf(which)) * 12 + at;
  const first = dayIn(month, 1);
  return [
    { date: lastOf(month), assumption: 'the last day of the month' },
    ...only(first).map(({ date }) => ({ date, assumption: 'the first day of the month' })),
  ];
}
