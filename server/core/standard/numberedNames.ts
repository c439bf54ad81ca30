/** Names for what has none of its own, each once: the second “General” is “General (2)”. */

/**
 * @param isTaken asked at most a few times for each name, however many are alike; what is taken stays so
 * @returns of a name, itself, or with the first number that is free
 */
export function numberedNames(isTaken: (name: string) => boolean): (name: string) => string {
  const numbers = new Map<string, number>();
  return (name) => {
    if (!isTaken(name)) return name;
    let number = numbers.get(name) ?? 2;
    while (isTaken(`${name} (${number})`)) number++;
    numbers.set(name, number);
    return `${name} (${number})`;
  };
}
