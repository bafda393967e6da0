package homeward.reasons;

import homeward.problem.Sentence.Form;
import homeward.problem.Sentence;
import homeward.tranches.Clash;
import java.util.ArrayList;
import java.util.List;

/** What would have to change, so that somebody goes. All of it together; each part is one sentence. */
public record Change(List<Part> parts) {
  /** One part. */
  public sealed interface Part {
    /** As a sentence. */
    Sentence sentence();

    /** Somebody who cannot go could. */
    record Able(String ref) implements Part {
      @Override
      public Sentence sentence() {
        return Sentence.of(Form.WOULD_BE_ABLE, ref);
      }
    }

    /** Somebody has been held so long. */
    record HeldAtLeast(String ref, int months) implements Part {
      @Override
      public Sentence sentence() {
        return Sentence.of(Form.WOULD_BE_HELD, ref, months);
      }
    }

    /** Somebody drew a lot before somebody else's. */
    record LotBefore(String ref, String other, int lot) implements Part {
      @Override
      public Sentence sentence() {
        return Sentence.of(Form.WOULD_DRAW, ref, other, lot);
      }
    }

    /** Somebody is named, at the price that is told beside it. */
    record Named(String ref) implements Part {
      @Override
      public Sentence sentence() {
        return Sentence.of(Form.WOULD_BE_NAMED, ref);
      }
    }

    /** A rule is given up, or eased by one. */
    record Eased(Clash.Kind kind, String about, String site, String day) implements Part {
      static Eased of(Clash.Rule rule) {
        return new Eased(rule.kind(), rule.about(), rule.site(), rule.day());
      }

      @Override
      public Sentence sentence() {
        Form form = switch (kind) {
          case NAMED -> Form.EASED_NAMED;
          case IN -> Form.EASED_IN;
          case OUT -> Form.EASED_OUT;
          case QUOTA -> Form.EASED_QUOTA;
          case GROUPS -> Form.EASED_GROUPS;
          case SITES -> Form.EASED_SITES;
          case VEHICLES -> Form.EASED_VEHICLES;
          case ROUTE -> Form.EASED_ROUTE;
          case GUARDS -> Form.EASED_GUARDS;
          case CLOSED -> Form.EASED_CLOSED;
          case FIXED -> Form.EASED_FIXED;
        };
        return Sentence.of(form, about, site, day);
      }
    }
  }

  Change and(Change other) {
    List<Part> all = new ArrayList<>(parts);
    all.addAll(other.parts());
    return new Change(List.copyOf(all));
  }

  /** Sentence by sentence. */
  public List<Sentence> sentences() {
    return parts.stream().map(Part::sentence).toList();
  }
}
