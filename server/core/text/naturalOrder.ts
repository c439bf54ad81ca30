/** Orders texts as people do: runs of digits by their number, so `1.4.9` before `1.4.10`. */
export function compareNaturally(left: string, right: string): number {
  const shared = Math.min(left.length, right.length);
  let at = 0;
  while (at < shared && left.charCodeAt(at) === right.charCodeAt(at)) at++;
  // Where one goes on from the other, it comes behind it.
  if (at === shared) return left.length - right.length;
  return whereTheyDiffer(left, right, at) ?? compareRunByRun(left, right);
}

/** What the first difference decides by itself, as in nearly all paths; undefined where zeros may stand before numbers. */
function whereTheyDiffer(left: string, right: string, at: number): number | undefined {
  const [one, other] = [left.charCodeAt(at), right.charCodeAt(at)];
  let start = at;
  while (start > 0 && isDigitCode(left.charCodeAt(start - 1))) start--;
  if (start === at && isDigitCode(one) !== isDigitCode(other))
    // Letters that go on come behind those that end; at the very start, they are compared with the digits.
    return at === 0 ? one - other : isDigitCode(one) ? -1 : 1;
  if (start === at && !isDigitCode(one)) return one - other;
  if (left.charCodeAt(start) === zero || right.charCodeAt(start) === zero) return undefined;
  const [leftEnd, rightEnd] = [endOfDigits(left, at), endOfDigits(right, at)];
  // Of numbers of one length, and of what stands behind the same number, the first difference tells.
  return leftEnd - rightEnd || one - other;
}

const zero = 48;

function endOfDigits(text: string, from: number): number {
  let end = from;
  while (isDigitCode(text.charCodeAt(end))) end++;
  return end;
}

function compareRunByRun(left: string, right: string): number {
  const leftParts = left.match(runs) ?? [];
  const rightParts = right.match(runs) ?? [];
  const shared = Math.min(leftParts.length, rightParts.length);
  for (let at = 0; at < shared; at++) {
    const order = compareRuns(leftParts[at] ?? '', rightParts[at] ?? '');
    if (order !== 0) return order;
  }
  return leftParts.length - rightParts.length || compareText(left, right);
}

const runs = /\d+|\D+/g;

function compareRuns(left: string, right: string): number {
  if (!isDigit(left) || !isDigit(right)) return compareText(left, right);
  // Not Number: the digits of a file's name may be too many for it.
  const [leftDigits, rightDigits] = [withoutZeros(left), withoutZeros(right)];
  return leftDigits.length - rightDigits.length || compareText(leftDigits, rightDigits);
}

const withoutZeros = (run: string): string => (run.startsWith('0') ? run.replace(/^0+/, '') : run);

const isDigit = (run: string): boolean => isDigitCode(run.charCodeAt(0));

const isDigitCode = (code: number): boolean => code >= 48 && code <= 57;

// By code unit and not by locale: the same order on every machine.
const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
