package homeward.story;

import homeward.exchange.Move;
import homeward.exchange.Refusal;
import java.util.List;
import java.util.Optional;

/** Tells which acts the rules refused, where that says something about the exchange. */
record Refusals(Wording wording) {

  List<Line> of(Deed deed, Refusal refusal) {
    return why(deed, refusal).map(why -> List.of(Line.refused(wording.by(deed) + " " + asked(deed) + ": refused, " + why + "."))).orElse(List.of());
  }

  /** Empty for what happens every day when several people write at once: somebody was quicker, or signed twice. */
  private Optional<String> why(Deed deed, Refusal refusal) {
    return switch (refusal) {
      case Refusal.StaleHead _, Refusal.Exists _, Refusal.NoSuch _, Refusal.SamePerson _, Refusal.NotAsked _ -> Optional.empty();
      case Refusal.OtherPart _, Refusal.OtherVersion _, Refusal.OtherDigest _, Refusal.WrongWave _ -> Optional.empty();
      case Refusal.WaveOpen _, Refusal.NotNow _, Refusal.CommitFirst _ -> Optional.empty();
      case Refusal.Lapsed lapsed -> Optional.of("its time was over at " + Wording.moment(lapsed.until()));
      case Refusal.NotYetDue due -> Optional.of("not before " + Wording.moment(due.at()));
      case Refusal.Halted halted -> Optional.of("the exchange is halted");
      case Refusal.OneSidedLog log -> Optional.of("the log is one-sided until both sides name another keeper");
      case Refusal.NotEnrolled key -> Optional.of("its key may not sign here");
      case Refusal.NotYourFunction needed -> Optional.of("that is for whoever holds " + Wording.office(needed.needed()));
      case Refusal.NotReady ready -> Optional.of("both sides have to be ready for the same people first");
      case Refusal.NotCosigned missing -> Optional.of("both sides have to have cosigned what they were ready for");
      case Refusal.NotCleared people -> Optional.of(Wording.people(people.references().size()) + " not cleared to travel");
      case Refusal.NotAgreed people -> Optional.of(Wording.people(people.references().size()) + " not agreed by both lists");
      case Refusal.UnknownReferences people -> Optional.of(Wording.people(people.references().size()) + " on no list of theirs");
      case Refusal.Twice people -> Optional.of(Wording.people(people.references().size()) + " in it twice");
      case Refusal.OtherCategory people -> Optional.of(Wording.people(people.references().size()) + " offered in another category");
      case Refusal.UnknownCategory category -> Optional.of("the agreement has no category " + Wording.words(category.category()));
      case Refusal.OverQuota over ->
          Optional.of(
              Wording.number(over.asked()) + " " + Wording.words(over.category()) + " to " + wording.name(over.returnsTo()) + " where the agreement has "
                  + Wording.number(over.remaining()));
      case Refusal.Embargoed until -> Optional.of("the figures are free from " + Wording.moment(until.until()));
      case Refusal.FiguresDiffer figures -> Optional.of("there is no joint figure that differs from the receipts");
      case Refusal.TooFewDelegates few -> Optional.of("at least " + few.least() + " different people are needed");
      case Refusal.PaperStatus status -> Optional.of("it does not act on paper");
      case Refusal.NotReportable report -> Optional.of("that cannot be done on paper");
      case Refusal.ParityBroken units -> Optional.of("the sides' counts do not balance, by " + units.units());
      case Refusal.OtherParties parties -> Optional.of("it names others than this exchange has");
      case Refusal.Unfinished journeys ->
          Optional.of(Wording.and(journeys.journeys().stream().map(code -> wording.journey(deed.after(), code)).toList()) + " not finished");
      case Refusal.OtherFinding finding -> Optional.of("the finding does not fit");
    };
  }

  private String asked(Deed deed) {
    return switch (deed.move()) {
      case Move.Authorise authorise -> "asks to release wave " + authorise.wave() + " of " + wording.journey(deed.after(), authorise.journey());
      case Move.Ready ready -> "says it is ready for wave " + ready.wave() + " of " + wording.journey(deed.after(), ready.journey());
      case Move.Propose propose -> "proposes " + new Troubles(wording).matter(deed, propose.matter()).replaceAll(",$", "");
      case Move.Sign sign -> "signs";
      case Move.Lodge lodge -> "offers a list";
      case Move.Answer answer -> "answers a list";
      case Move.Manifest manifest -> "names who rides in wave " + manifest.wave() + " of " + wording.journey(deed.after(), manifest.journey());
      case Move.Clear clear -> "says who may travel";
      case Move.Halt halt -> "halts the exchange";
      case Move.Resume resume -> "goes on";
      case Move.End end -> "ends the exchange";
      case Move.Announce said -> "states a joint figure for " + wording.journey(deed.after(), said.journey());
      case Move.Report report -> "reports what " + wording.name(report.onBehalf()) + " did";
      case Move.Open open -> "opens an exchange";
      case Move.Enrol _, Move.EnrolDevice _ -> "enrols a key";
      case Move.Withdraw _, Move.Commit _, Move.Complete _, Move.Acknowledge _, Move.Unready _, Move.Lapse _, Move.Erase _ -> "acts";
      case Move.Observation seen -> "records what it saw";
    };
  }
}
