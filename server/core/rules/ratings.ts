/** What rules ask about the standard's ratings. */
import type { Standard } from '../standard';

/** True where a rating is as good as the award asks for, or better; ratings stand from best to worst. */
export function isAtLeastCompliant({ ratings, award }: Standard, rating: string): boolean {
  const at = ratings.findIndex(({ id }) => id === rating);
  const wanted = ratings.findIndex(({ id }) => id === award?.rating);
  return at >= 0 && at <= wanted;
}
