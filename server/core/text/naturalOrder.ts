/** Orders texts as people do: runs of digits by their number, so `1.4.9` before `1.4.10`. */
export function compareNaturally(left: string, right: string): number {
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

const isDigit = (run: string): boolean => {
  const code = run.charCodeAt(0);
  return code >= 48 && code <= 57;
};

// By code unit and not by locale: the same order on every machine.
const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
