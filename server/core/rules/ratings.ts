/** What rules ask about the standard's ratings. */
import { isAtLeast } from '../portfolio/assessment';
import type { Standard } from '../standard/standard';

/** True where a rating is as good as the award asks for, or better; false where the standard has no award. */
export const isAtLeastCompliant = (standard: Standard, rating: string): boolean =>
  standard.award !== undefined && isAtLeast(standard, rating, standard.award.rating);
