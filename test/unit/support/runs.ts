/** How many inputs a generated test takes: few in the ordinary run, many by `npm run test:fuzz`. */

const times = Number(process.env['FC_RUNS'] ?? 1);

/** @param few in the ordinary run; `FC_RUNS=20` takes twenty times as many */
export const runs = (few: number): number =>
  Math.max(1, Math.round(few * (Number.isFinite(times) ? times : 1)));
