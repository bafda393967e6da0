package homeward.exchange;

import java.util.Set;
import java.util.SortedSet;

/** Why an act was refused, one case a reason, with what its author needs to mend it. Screens word it. */
public sealed interface Refusal {

  /** The key is not enrolled, was withdrawn, or its time is over. Have the party's root key enrol it. */
  record NotEnrolled(AuthorId author) implements Refusal {}

  /** The author's party does not hold the function this act needs. */
  record NotYourFunction(Function needed) implements Refusal {}

  /** The entry does not follow its author's last one. Name this sequence and head, and send it again. */
  record StaleHead(long sequence, Digest head) implements Refusal {}

  /** Not possible in the exchange's phase. */
  record NotNow(State.Phase phase) implements Refusal {}

  /** Halted: only what is already authorised runs to its end. Wait for the function that halted, or propose to go on. */
  record Halted(Digest halt) implements Refusal {}

  /** The keeper's log is marked one-sided until a succession: only facts, lapses, reports, succession and the end. */
  record OneSidedLog() implements Refusal {}

  /** There is nothing of that id to sign, withdraw, lapse or resume. */
  record NoSuch(String what) implements Refusal {}

  /** It exists already: choose another code, or look at the one there is. */
  record Exists(String what) implements Refusal {}

  /** This person signed it before; another person of the party has to. */
  record SamePerson() implements Refusal {}

  /** The matter does not ask for this party's signature. */
  record NotAsked() implements Refusal {}

  /** Its time is over. */
  record Lapsed(long until) implements Refusal {}

  /** It is not due before this time (epoch ms). */
  record NotYetDue(long at) implements Refusal {}

  /** These references stand on no list of the party concerned. */
  record UnknownReferences(SortedSet<Ref> references) implements Refusal {}

  /** These references are not agreed (or no longer). */
  record NotAgreed(SortedSet<Ref> references) implements Refusal {}

  /** These are not cleared for the journey. Take them out by a change that both sides sign, or wait for the next set. */
  record NotCleared(SortedSet<Ref> references) implements Refusal {}

  /** These stand twice: in two categories, two waves or two journeys. */
  record Twice(SortedSet<Ref> references) implements Refusal {}

  /** These were offered under another category. */
  record OtherCategory(SortedSet<Ref> references) implements Refusal {}

  /** The category is not in the terms. */
  record UnknownCategory(String category) implements Refusal {}

  /** More people than the terms leave for this category. */
  record OverQuota(PartyId returnsTo, String category, int asked, int remaining) implements Refusal {}

  /** The digest is of something else; this is the digest of what the log holds. */
  record OtherDigest(Digest expected) implements Refusal {}

  /** Another wave is open; exposure is never more than one wave. */
  record WaveOpen(String journey, int wave) implements Refusal {}

  /** This wave is not the next one of its journey, or not in the state this move needs. */
  record WrongWave(String journey, int wave) implements Refusal {}

  /** Both sides' Ready for the present manifest are needed first. */
  record NotReady() implements Refusal {}

  /** The checkpoint has to cover both Ready, be of this log, and carry the cosignatures of these parties. */
  record NotCosigned(long fromSize, Set<PartyId> missing) implements Refusal {}

  /** The version in force is another one. */
  record OtherVersion(int current) implements Refusal {}

  /** The next part expected. */
  record OtherPart(int next) implements Refusal {}

  /** The terms need both commitments first, or a lapse of the missing one. */
  record CommitFirst() implements Refusal {}

  /** The figures are not released before this time (epoch ms), unless both sides lift earlier. */
  record Embargoed(long until) implements Refusal {}

  /** The figures differ from the receipts, or there are none that both agree on. */
  record FiguresDiffer() implements Refusal {}

  /** Fewer than three delegates, or the same key or person twice. */
  record TooFewDelegates(int least) implements Refusal {}

  /** The party is not on paper: it speaks for itself. Or it is, and cannot sign. */
  record PaperStatus(PartyId party) implements Refusal {}

  /** This act cannot be reported. */
  record NotReportable() implements Refusal {}

  /** The counts of the two sides do not balance by this many units: declare a surplus, a debt, or parity as agreed. */
  record ParityBroken(int units) implements Refusal {}

  /** The terms name parties or functions that the exchange does not have. */
  record OtherParties() implements Refusal {}

  /** Movement is not finished: these journeys still run. */
  record Unfinished(SortedSet<String> journeys) implements Refusal {}

  /** The finding does not fit what the discrepancy is about. */
  record OtherFinding() implements Refusal {}
}
