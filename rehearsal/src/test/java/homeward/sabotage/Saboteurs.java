package homeward.sabotage;

import homeward.conduct.Conduct;
import homeward.conduct.Intent;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.node.OtherRules;
import homeward.simulation.Saboteur.Nodes;
import homeward.simulation.Saboteur;
import java.util.List;
import java.util.function.Supplier;

/** One for each invariant: each really breaks it in what nodes do, for a rehearsal to notice. */
public final class Saboteurs {
  private Saboteurs() {}

  private static Nodes under(OtherRules.Bent rules) {
    return (setting, store, wire, clock) -> OtherRules.start(setting, store, wire, clock, rules);
  }

  /** Lets a wave go when one side is ready. */
  public static final class OfAuthority implements Saboteur {
    @Override
    public int breaks() {
      return 1;
    }

    @Override
    public Nodes nodes() {
      return under(Bending::onOneReady);
    }
  }

  /** Takes everybody seated to be cleared. */
  public static final class OfEligibility implements Saboteur {
    @Override
    public int breaks() {
      return 2;
    }

    @Override
    public Nodes nodes() {
      return under(Bending::seatedIsCleared);
    }
  }

  /** Lets two waves go at once. */
  public static final class OfExposure implements Saboteur {
    @Override
    public int breaks() {
      return 3;
    }

    @Override
    public Nodes nodes() {
      return under(Bending::twoWaves);
    }
  }

  /** Counts the direct lane. */
  public static final class OfTheBalance implements Saboteur {
    @Override
    public int breaks() {
      return 4;
    }

    @Override
    public Nodes nodes() {
      return under(Bending::directCounts);
    }
  }

  /** Forgets what was seen. */
  public static final class OfFacts implements Saboteur {
    @Override
    public int breaks() {
      return 5;
    }

    @Override
    public Nodes nodes() {
      return under(Bending::forgets);
    }
  }

  /** Binds with one signature too few. */
  public static final class OfTheQuorum implements Saboteur {
    @Override
    public int breaks() {
      return 6;
    }

    @Override
    public Nodes nodes() {
      return under(Bending::onePersonFewer);
    }
  }

  /** Writes a surname where the code of a place belongs. */
  public static final class OfPrivacy implements Saboteur {
    @Override
    public int breaks() {
      return 7;
    }

    @Override
    public Conduct conduct(Conduct conduct) {
      return view -> conduct.duties(view).map(duty -> (Supplier<List<Intent>>) () -> duty.get().stream().map(OfPrivacy::named).toList());
    }

    private static Intent named(Intent intent) {
      return intent.move() instanceof Move.Propose(Matter.Convene convene, long until)
          ? new Intent(
              intent.function(),
              intent.person(),
              new Move.Propose(
                  new Matter.Convene(convene.journey(), convene.tranche(), convene.holder(), "tarasenko", convene.from(), convene.until()), until))
          : intent;
    }
  }

  /** Lets whoever does not keep the log forget what was announced. */
  public static final class OfSameness implements Saboteur {
    @Override
    public int breaks() {
      return 8;
    }

    @Override
    public Nodes nodes() {
      return (setting, store, wire, clock) ->
          setting.me().equals(setting.keeper())
              ? under(homeward.ruling.Protocol::decide).start(setting, store, wire, clock)
              : under(Bending::deaf).start(setting, store, wire, clock);
    }
  }

  /** Hears one side better than the other. */
  public static final class OfTheMirror implements Saboteur {
    @Override
    public int breaks() {
      return 9;
    }

    @Override
    public Nodes nodes() {
      return under(Bending::favoursTheLower);
    }
  }

  /** Lets nothing lapse. */
  public static final class OfTheEnd implements Saboteur {
    @Override
    public int breaks() {
      return 10;
    }

    @Override
    public Nodes nodes() {
      return under(Bending::noLapse);
    }
  }
}
