package homeward.server.wording;

import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.exchange.State;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A move in words: the key of a message, and what stands in its gaps. Codes, counts and parties' names only; nobody's name is ever
 * among them. Every move has words twice: as what its author would do ({@code act.…}, bundle {@code desk}) and as what was done
 * ({@code told.…}, bundle {@code wording}).
 *
 * @param key such as {@code act.lodge}
 * @param gaps by place
 */
public record Saying(String key, List<Object> gaps) {
  /** Any other sentence of a page: its key as it stands, and its gaps. */
  public static Saying sentence(String key, Object... gaps) {
    return new Saying(key, List.of(gaps));
  }

  private static Saying of(String key, Object... gaps) {
    return new Saying("act." + key, List.of(gaps));
  }

  /** For templates. */
  public Object[] filled() {
    return gaps.toArray();
  }

  /** The same as what somebody has done, for whoever reads it afterwards. */
  public Saying told() {
    return new Saying("told" + key.substring("act".length()), gaps);
  }

  /**
   * What a move says.
   *
   * @param state before it, where a signature finds what it is under
   * @param names what parties are called
   */
  public static Saying of(Move move, State state, Map<PartyId, String> names) {
    return switch (move) {
      case Move.Propose(Matter matter, long until) -> inWords("propose.", matter, names);
      case Move.Sign(var proposal) -> signing(state.pending().get(proposal), names);
      case Move.Act act -> act(act, names);
      case Move.Observation seen -> fact(seen, names);
      case Move.Report report -> of("report", name(names, report.onBehalf()));
      case Move.Announce announce ->
          of(announce.scope() == Move.Scope.JOINT ? "announce.joint" : "announce.own", announce.journey(), sum(announce.figures()));
    };
  }

  private static Saying signing(State.@org.jspecify.annotations.Nullable Pending pending, Map<PartyId, String> names) {
    return pending == null ? of("sign.gone") : signing(pending.subject(), names);
  }

  /** What a signature would be under. */
  public static Saying signing(State.Subject subject, Map<PartyId, String> names) {
    return switch (subject) {
      case State.Subject.Opening opening -> of("sign.opening");
      case State.Subject.Proposal(Matter matter) -> inWords("sign.", matter, names);
      case State.Subject.Reported(Move.Report report) -> of("sign.report", name(names, report.onBehalf()));
    };
  }

  private static Saying inWords(String before, Matter matter, Map<PartyId, String> names) {
    return switch (matter) {
      case Matter.Admission admission -> of(before + "admission", name(names, admission.party()));
      case Matter.Agree agree -> of(before + "agree", agree.terms().tranches().size());
      case Matter.Freeze freeze -> of(before + "freeze");
      case Matter.Convene convene -> of(before + "convene", convene.journey(), Moment.utc(convene.from()), convene.place());
      case Matter.Seal seal -> of(before + "seal", seal.journey(), seal.waves().size());
      case Matter.Change change -> of(before + "change", change.journey(), change.wave(), change.out().size(), people(change.counted()) + people(change.outside()));
      case Matter.Settlement settlement -> of(before + "settlement", settlement.discrepancy());
      case Matter.Close close -> of(before + "close");
      case Matter.Lift lift -> of(before + "lift", lift.journey());
      case Matter.Succession succession -> of(before + "succession", Words.of(succession.function()), name(names, succession.to()));
      case Matter.GoOn goOn -> of(before + "goon");
    };
  }

  private static Saying act(Move.Act act, Map<PartyId, String> names) {
    return switch (act) {
      case Move.Open open -> of("open", open.parties().size());
      case Move.Enrol enrol -> of("enrol", enrol.delegates().size());
      case Move.EnrolDevice device -> of("device", Moment.utc(device.until()));
      case Move.Commit commit -> of("commit");
      case Move.Lodge lodge -> of("lodge", people(lodge.refs()), lodge.part().number(), lodge.part().of());
      case Move.Answer answer ->
          of("answer", answer.version(), answer.accepted().size(), answer.notAccepted().size(), answer.open().size());
      case Move.Complete complete -> of("complete", complete.category());
      case Move.Acknowledge acknowledge -> of("acknowledge", acknowledge.journey());
      case Move.Manifest manifest -> of("manifest", manifest.journey(), manifest.wave(), people(manifest.counted()), people(manifest.outside()));
      case Move.Clear clear -> of("clear", clear.journey(), clear.cleared().size());
      case Move.Ready ready -> of("ready", ready.journey(), ready.wave());
      case Move.Unready unready -> of("unready", unready.journey(), unready.wave());
      case Move.Authorise authorise -> of("authorise", authorise.journey(), authorise.wave());
      case Move.Halt halt -> of("halt", Words.of(halt.cause()));
      case Move.Resume resume -> of("resume");
      case Move.End end -> of("end");
      case Move.Lapse(Move.Lapsing what) -> lapse(what);
      case Move.Withdraw withdraw -> of("withdraw");
      case Move.Erase erase -> of("erase");
      case Move.Propose propose -> inWords("propose.", propose.matter(), names);
      case Move.Sign sign -> of("sign.gone");
    };
  }

  private static Saying lapse(Move.Lapsing what) {
    return switch (what) {
      case Move.Lapsing.OfProposal proposal -> of("lapse.proposal");
      case Move.Lapsing.OfJourney(String journey) -> of("lapse.journey", journey);
      case Move.Lapsing.OfWave(String journey, int wave) -> of("lapse.wave", journey, wave);
      case Move.Lapsing.OfEmbargo(String journey) -> of("lapse.embargo", journey);
      case Move.Lapsing.OfCommitment commitment -> of("lapse.commitment");
    };
  }

  private static Saying fact(Move.Observation seen, Map<PartyId, String> names) {
    return switch (seen) {
      case Move.Saw saw -> of("saw." + Words.lower(saw.sight()), saw.refs().size(), saw.journey().orElse("-"));
      case Move.Counted counted ->
          of("counted." + Words.lower(counted.end()), counted.heads(), counted.journey(), counted.wave(), name(names, counted.returnsTo()));
      case Move.Arrived arrived -> of("arrived", people(arrived.arrivals()), arrived.journey().orElse("-"));
    };
  }

  private static String name(Map<PartyId, String> names, PartyId party) {
    return names.getOrDefault(party, party.value());
  }

  private static int people(SortedMap<String, SortedSet<Ref>> byCategory) {
    return byCategory.values().stream().mapToInt(SortedSet::size).sum();
  }

  private static int sum(SortedMap<String, Integer> figures) {
    return figures.values().stream().mapToInt(Integer::intValue).sum();
  }
}
