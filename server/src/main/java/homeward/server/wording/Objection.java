package homeward.server.wording;

import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.exchange.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Why an entry was refused, in words: the key of a message in the bundle {@code wording}, and of a second one that says what would mend
 * it. Codes, references and counts only.
 *
 * @param key such as {@code refusal.over_quota}
 * @param gaps by place, for both messages
 */
public record Objection(String key, List<Object> gaps) {
  /** More references than this tell nobody more. */
  private static final int SHOWN = 5;

  private static Objection of(String key, Object... gaps) {
    return new Objection("refusal." + key, List.of(gaps));
  }

  /** For templates. */
  public Object[] filled() {
    return gaps.toArray();
  }

  /** The key of what would mend it. */
  public String cure() {
    return key + ".cure";
  }

  /**
   * Words for every case there is.
   *
   * @param names what parties are called
   */
  public static Objection of(Refusal refusal, Map<PartyId, String> names) {
    return switch (refusal) {
      case Refusal.NotEnrolled(var author) -> of("not_enrolled", author.value());
      case Refusal.NotYourFunction(var needed) -> of("not_your_function", Words.of(needed));
      case Refusal.StaleHead(long sequence, var head) -> of("stale_head", sequence);
      case Refusal.NotNow(var phase) -> of("not_now", Words.of(phase));
      case Refusal.Halted(var halt) -> of("halted");
      case Refusal.OneSidedLog() -> of("one_sided_log");
      case Refusal.SamePerson() -> of("same_person");
      case Refusal.NotAsked() -> of("not_asked");
      case Refusal.Lapsed(long until) -> of("lapsed", Moment.utc(until));
      case Refusal.NotYetDue(long at) -> of("not_yet_due", Moment.utc(at));
      case Refusal.Embargoed(long until) -> of("embargoed", Moment.utc(until));
      case Refusal.CommitFirst() -> of("commit_first");
      case Refusal.FiguresDiffer() -> of("figures_differ");
      case Refusal.TooFewDelegates(int least) -> of("too_few_delegates", least);
      case Refusal.PaperStatus(var party) -> of("paper_status", name(names, party));
      case Refusal.NotReportable() -> of("not_reportable");
      case Refusal.OtherParties() -> of("other_parties");
      case Refusal.OtherFinding() -> of("other_finding");
      case Refusal.NotReady() -> of("not_ready");
      case Refusal.NoSuch(var what) -> of("no_such", Words.thing(what));
      case Refusal.Exists(var what) -> of("exists", Words.thing(what));
      case Refusal.UnknownReferences(var references) -> of("unknown_references", references.size(), listed(references));
      case Refusal.NotAgreed(var references) -> of("not_agreed", references.size(), listed(references));
      case Refusal.NotCleared(var references) -> of("not_cleared", references.size());
      case Refusal.Twice(var references) -> of("twice", references.size(), listed(references));
      case Refusal.OtherCategory(var references) -> of("other_category", references.size(), listed(references));
      case Refusal.UnknownCategory(var category) -> of("unknown_category", category);
      case Refusal.OverQuota over -> of("over_quota", over.asked(), over.category(), name(names, over.returnsTo()), over.remaining());
      case Refusal.OtherDigest(var expected) -> of("other_digest", expected.value());
      case Refusal.WaveOpen(var journey, int wave) -> of("wave_open", journey, wave);
      case Refusal.WrongWave(var journey, int wave) -> of("wrong_wave", journey, wave);
      case Refusal.NotCosigned(long fromSize, var missing) -> of("not_cosigned", fromSize, called(names, missing));
      case Refusal.OtherVersion(int current) -> of("other_version", current);
      case Refusal.OtherPart(int next) -> of("other_part", next);
      case Refusal.ParityBroken(int units) -> of("parity_broken", units);
      case Refusal.Unfinished(var journeys) -> of("unfinished", String.join(", ", journeys));
    };
  }

  private static String name(Map<PartyId, String> names, PartyId party) {
    return names.getOrDefault(party, party.value());
  }

  private static String called(Map<PartyId, String> names, Collection<PartyId> parties) {
    return parties.isEmpty() ? "-" : parties.stream().sorted().map(party -> name(names, party)).collect(Collectors.joining(", "));
  }

  private static String listed(Collection<Ref> references) {
    String first = references.stream().limit(SHOWN).map(Ref::value).collect(Collectors.joining(", "));
    return references.size() > SHOWN ? first + " …" : first;
  }
}
