package homeward.rehearsal;

/** A rare situation that some seed has to reach, or else nothing was learned about it. */
enum Mark {
  STALE_BASIS_REFUSED("something was refused because what it builds on had changed"),
  STALE_HEAD_REFUSED("an entry did not follow its author's last one"),
  SAME_PERSON_REFUSED("one person signed twice"),
  NOT_ASKED_REFUSED("somebody signed or withdrew what is not theirs"),
  WRONG_FUNCTION_REFUSED("somebody spoke in a function that they do not hold"),
  NOT_READY_REFUSED("a release was asked for without both Ready"),
  OLD_VERSION_REFUSED("an answer or a freeze was to another version of a list"),
  TWICE_REFUSED("references stood where they may not"),
  END_TOO_EARLY_REFUSED("a side wanted to end before it may"),
  LAPSED_REFUSED("something came after its time"),
  HALTED_REFUSED("something was refused under a halt"),
  ONE_SIDED_REFUSED("a promise was refused in a log without its keeper"),
  FIGURES_REFUSED("a joint figure was refused"),
  NOT_CLEARED_REFUSED("somebody not cleared was to travel"),
  FORMER_DELEGATE_OR_STRANGER_REFUSED("a key that may not sign any more, or never could"),
  HALT_WITH_A_WAVE_OPEN("a halt while a wave is under way, which runs to its end"),
  HALT_ENDED_BY_BOTH("both sides went on after the deadline although nobody resumed"),
  WENT_ON_ALTHOUGH("somebody went on although the cause still stood"),
  CLEARANCE_VOIDS_READY("a later clearance voided a Ready"),
  CHANGED_AFTER_SEAL("somebody was replaced after the seal"),
  UNREADY("a side took its Ready back"),
  SECOND_READY_AUTHORISES("the second Ready authorised, without an authoriser"),
  DIRECT_REPATRIATION("somebody came home by direct repatriation"),
  OUTSIDE_THE_COUNT("somebody travelled outside the count"),
  WAVE_LAPSED_DISPUTED("a wave ran out of time and is disputed"),
  JOURNEY_STOOD_DOWN("a journey stood down"),
  JOURNEY_CUT_SHORT("a journey was cut short after some waves went"),
  COUNT_DIFFERED_SETTLED("a count that differed was settled"),
  UNLISTED_ARRIVED("somebody arrived unlisted"),
  UNLISTED_RECOGNISED("somebody unlisted was recognised as a reference"),
  RECEIPT_ONE_SIDED("a receipt has one half only"),
  WITHOUT_AUTHORITY("somebody moved without authority, and it is on record"),
  TURNED_BACK("somebody turned back on the way"),
  CONTRADICTION("two facts contradict each other"),
  LATE_DEVICE("a device spoke days later, its key over, and was heard"),
  PAPER_COUNTERSIGNED("a report on paper took effect when a second person signed"),
  COMMITMENT_LAPSED("a commitment that did not come lapsed"),
  OPENED_AND_ENDED_BEFORE_TERMS("an exchange ended before any terms"),
  EMBARGO_LIFTED("both sides lifted an embargo"),
  KEEPER_CHANGED("the keeper changed by agreement"),
  LOG_WITHOUT_KEEPER("the log went on without its keeper"),
  SUCCESSION_MERGED("a one-sided log became whole by a succession"),
  ENDED_IN_ONE_SIDED_LOG("a side ended the exchange in a one-sided log"),
  FORK_PROVED("two histories were told and proved"),
  EQUIVOCATION("an author signed two entries of one number"),
  OTHER_HISTORY_NOTED("an author had seen a checkpoint that is not of this log"),
  NONSENSE_IGNORED("a node dropped what it could not read"),
  OUTSIDER_GOT_NO_PLACE("an outsider's claim got no place"),
  CRASH_BEFORE_WRITE("a process ended before a write was done"),
  CRASH_AFTER_WRITE("a process ended after a write was done"),
  SIDE_CUT_OFF("a party was cut off and came back"),
  BACKUP_CAUGHT_UP("a node that went back to a backup caught up"),
  SILENT_SIDE_ENDED("one side was silent for ever and the exchange ended"),
  CLOSED_UNDER_FAULTS("an exchange with faults was closed by both");

  private final String words;

  Mark(String words) {
    this.words = words;
  }

  /** What it means. */
  String words() {
    return words;
  }
}
