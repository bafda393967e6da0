package homeward.tranches;

import java.util.ArrayList;
import java.util.List;

/** What would have to change, so that somebody goes. All of it together; each part is one sentence. */
public record Change(List<Part> parts) {
  /** One part. */
  public sealed interface Part {
    /** As a sentence. */
    String words();

    /** Somebody who cannot go could. */
    record Able(String ref) implements Part {
      @Override
      public String words() {
        return ref + " would have to be able to go";
      }
    }

    /** Somebody has been held so long. */
    record HeldAtLeast(String ref, int months) implements Part {
      @Override
      public String words() {
        return ref + " would have to have been held for " + months + " months or longer";
      }
    }

    /** Somebody drew a lot before somebody else's. */
    record LotBefore(String ref, String other, int lot) implements Part {
      @Override
      public String words() {
        return ref + " would have to have drawn a lot before that of " + other + ", which is " + lot;
      }
    }

    /** Somebody is named, at the price that is told beside it. */
    record Named(String ref) implements Part {
      @Override
      public String words() {
        return ref + " would have to be named";
      }
    }

    /** A rule is given up, or eased by one. */
    record Eased(Clash.Rule rule) implements Part {
      @Override
      public String words() {
        return switch (rule.kind()) {
          case NAMED -> rule.about() + " would have to be no longer named";
          case IN -> rule.about() + " would have to be no longer put in";
          case OUT -> rule.about() + " would have to be no longer taken out";
          case QUOTA -> "one more of " + rule.about() + " would have to go on day " + rule.day();
          case GROUPS -> "group " + rule.about() + " would have to be parted";
          case SITES -> "one more site would have to be opened on day " + rule.day();
          case VEHICLES -> "there would have to be one more vehicle on day " + rule.day();
          case ROUTE -> "route " + rule.about() + " would need one more vehicle on day " + rule.day();
          case GUARDS -> "the guards of site " + rule.site() + " would have to bring one person more a day";
          case CLOSED -> "site " + rule.site() + " would have to be opened for " + rule.about() + " on day " + rule.day();
          case FIXED -> "one more vehicle would have to go to site " + rule.site() + " on day " + rule.day();
        };
      }
    }
  }

  Change and(Change other) {
    List<Part> all = new ArrayList<>(parts);
    all.addAll(other.parts());
    return new Change(List.copyOf(all));
  }

  /** Sentence by sentence. */
  public List<String> words() {
    return parts.stream().map(Part::words).toList();
  }
}
