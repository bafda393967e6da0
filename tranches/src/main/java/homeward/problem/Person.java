package homeward.problem;

import java.util.Optional;

/**
 * One person who is held, by a reference that says nothing.
 *
 * @param ref one in the problem
 * @param category as the agreement defines it
 * @param site where the person is held
 * @param heldMonths whole months in captivity on the day the problem was written
 * @param unit a code for those who served, or lived, together; for units nobody has returned to yet
 * @param sector a code for where people were taken, for fairness between sectors
 * @param group those with the same code go together on one day, or not at all
 * @param mustGo named by the agreement or by this side: goes in every plan
 * @param cannotGo the class of the reason why this person goes in no plan; never the reason itself
 * @param asked whether the other side asked for this person
 * @param lot the number this person drew before anybody planned, one in the problem; it decides between equals
 */
public record Person(
    String ref,
    String category,
    String site,
    Health health,
    Sex sex,
    Age age,
    int heldMonths,
    String unit,
    String sector,
    Optional<String> group,
    Optional<Boolean> mustGo,
    Optional<CannotGo> cannotGo,
    Optional<Boolean> asked,
    int lot) {

  /** Health as doctors of the holder state it. */
  public enum Health { WELL, SICK, SERIOUSLY_WOUNDED }

  /** Sex, where it is known. */
  public enum Sex { FEMALE, MALE, UNKNOWN }

  /** Age by band, where it is known. */
  public enum Age { UNDER_20, FROM_20_TO_59, OVER_60, UNKNOWN }

  /** Why somebody goes in no plan, by class. What was said or found stays with those who heard it. */
  public enum CannotGo {
    DECLINED("does not wish to travel"),
    UNFIT("is not fit to travel"),
    UNVERIFIED("is not verified by both sides"),
    HELD_BACK("is held back by a decision that is not the planner's"),
    DIRECT_REPATRIATION("goes home by direct repatriation, outside every count");

    private final String words;

    CannotGo(String words) {
      this.words = words;
    }

    /** As a clause about a person. */
    public String words() {
      return words;
    }
  }

  /** Whether this person has to stand in every plan. */
  public boolean named() {
    return mustGo.orElse(false);
  }

  /** Whether the other side asked for this person. */
  public boolean wanted() {
    return asked.orElse(false);
  }

  /** A woman, somebody under 20, or somebody of 60 or more. */
  public boolean vulnerable() {
    return sex == Sex.FEMALE || age == Age.UNDER_20 || age == Age.OVER_60;
  }

  /** The same person in another state of things. */
  public Person with(Optional<CannotGo> otherReason, int otherHeldMonths, int otherLot) {
    return new Person(ref, category, site, health, sex, age, otherHeldMonths, unit, sector, group, mustGo, otherReason, asked, otherLot);
  }

  /** The same person, named. */
  public Person withName() {
    return new Person(ref, category, site, health, sex, age, heldMonths, unit, sector, group, Optional.of(true), cannotGo, asked, lot);
  }

  /** The same person, no longer named. */
  public Person withoutName() {
    return new Person(ref, category, site, health, sex, age, heldMonths, unit, sector, group, Optional.empty(), cannotGo, asked, lot);
  }

  /** The same person, alone. */
  public Person withoutGroup() {
    return new Person(ref, category, site, health, sex, age, heldMonths, unit, sector, Optional.empty(), mustGo, cannotGo, asked, lot);
  }

  /** The same person, asked for by the other side or not. */
  public Person withAsked(boolean now) {
    return new Person(ref, category, site, health, sex, age, heldMonths, unit, sector, group, mustGo, cannotGo, Optional.of(now), lot);
  }
}
