package homeward.conduct;

import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.exchange.Terms;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What a side knows by itself and never puts into the log.
 *
 * @param opening what the opening side opens with; empty for the other side
 * @param delegates whom it enrols
 * @param terms the agreement reached face to face
 * @param offered people it offers, by reference, with their category
 * @param names the sealed attachment with their names
 * @param salt for the commitment to its list, when the terms ask for one
 * @param wounded people it repatriates directly, with their category
 * @param answers what it answers of the other side's people
 * @param everybody by tranche, from 1: of which categories all who are left return to which side in it
 * @param seats how many go in one wave
 * @param choosing whom of its people it lets go when
 * @param leads how early it does what has to be done before the first day
 * @param day what happens to it on the way
 */
public record Book(
    Optional<Move.Open> opening,
    List<Move.Delegate> delegates,
    Terms terms,
    SortedMap<Ref, String> offered,
    Optional<Move.Attachment> names,
    String salt,
    SortedMap<Ref, String> wounded,
    SortedMap<Ref, Person.Answered> answers,
    SortedMap<Integer, SortedMap<PartyId, SortedSet<String>>> everybody,
    int seats,
    Choosing choosing,
    Leads leads,
    Day day) {

  /**
   * How early things are done.
   *
   * @param lodged after so many hundredths of the time from the agreement to the first day a list is lodged
   * @param answered after so many the other side's is answered
   * @param frozen after so many both are frozen
   * @param convened so long before its window (ms) a day is convened
   */
  public record Leads(int lodged, int answered, int frozen, long convened) {
    /** As it goes between two sides: lists take days. */
    public static Leads inTheirTime() {
      return new Leads(12, 45, 60, 36 * View.HOUR);
    }

    /** As soon as the rules allow it: a person at a desk decides when. */
    public static Leads atOnce() {
      return new Leads(0, 0, 0, Long.MAX_VALUE);
    }
  }

  /**
   * What happens on the way, as only this side sees it.
   *
   * @param shortCounts waves ({@code journey/wave}) whose people it counts one short on arrival at first
   * @param unlisted by wave ({@code journey/wave}), references for people who arrive with it and stand on no list, with category
   * @param noTravel journeys that it does not carry out at all
   * @param halts when it halts, and how it goes on
   * @param silentFrom epoch ms from which it never says anything again
   * @param restsAbroad whether its people rest in the handover state before they come home
   */
  public record Day(
      List<String> shortCounts,
      SortedMap<String, SortedMap<Ref, String>> unlisted,
      List<String> noTravel,
      List<Halting> halts,
      long silentFrom,
      boolean restsAbroad) {
    /** A day on which all goes as agreed. */
    public static Day uneventful() {
      return new Day(List.of(), homeward.exchange.State.none(), List.of(), List.of(), Long.MAX_VALUE, false);
    }
  }

  /** A halt from one hour to another (epoch ms), and whether the cause still stood when it went on. */
  public record Halting(long from, long until, Move.Cause cause, boolean although) {}

  /** Whom a matter's proposer would have this side be. */
  boolean agreeable(Matter matter, PartyId proposer) {
    return switch (matter) {
      case Matter.Agree agree -> agree.terms().equals(terms);
      case Matter.Admission admission -> true;
      case Matter.Freeze freeze -> true;
      case Matter.Convene convene -> !day.noTravel().contains(convene.journey());
      case Matter.Seal seal -> !day.noTravel().contains(seal.journey());
      case Matter.Change change -> true;
      case Matter.Settlement settlement -> true;
      case Matter.Close close -> true;
      case Matter.Lift lift -> true;
      case Matter.Succession succession -> true;
      case Matter.GoOn goOn -> true;
    };
  }
}
