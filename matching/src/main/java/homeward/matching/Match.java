package homeward.matching;

/**
 * A pair that is proposed or shown.
 *
 * @param sought the row among those sought
 * @param held the row among those held
 * @param weight log2 of the odds that the two are one person, all other candidates considered
 * @param probability the same, calibrated, from 0 to 1
 */
public record Match(int sought, int held, double weight, double probability, Decision decision) {}
