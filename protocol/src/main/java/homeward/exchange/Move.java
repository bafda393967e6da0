package homeward.exchange;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What one entry says. An {@link Act} asks for something and may be refused. An {@link Observation} is a fact that somebody
 * saw and is accepted in every state of everything. A {@link Report} enters what a party on paper did. A {@link Announce} is
 * what a party says in public. The records are the schema of an entry's body: nothing else is read, nothing else is written.
 */
public sealed interface Move {

  /** Asks for something; the state may refuse it. */
  sealed interface Act extends Move {}

  /** A fact that somebody saw; never refused. */
  sealed interface Observation extends Move {}

  /**
   * Opens an exchange: the genesis entry, by a delegate of the opening side. It takes effect when a second delegate of that
   * side has signed it. A party without keys is on paper.
   *
   * @param parties the two sides and the third parties, ascending by id
   * @param functions who holds which function until terms say otherwise; absent is vacant. The keeper is never vacant
   * @param delegates the opening side's delegates, at least three people
   * @param patienceHours how long a party may be silent before the other side may end an exchange that has no terms yet
   */
  record Open(
      List<Member> parties,
      PartyId opener,
      SortedMap<Function, PartyId> functions,
      List<Delegate> delegates,
      int patienceHours)
      implements Act {}

  /** A party's root key names its delegates anew: those not named are withdrawn; what they signed before stands. */
  record Enrol(List<Delegate> delegates) implements Act {}

  /** A delegate lends a device a key of its own, for observations only, until a time (epoch ms). */
  record EnrolDevice(String key, String person, long until) implements Act {
    public EnrolDevice {
      Codes.require(Codes.KEY, key, "a public key");
      Codes.requireOpaque(person, "a person's code");
    }
  }

  /** Puts a matter before those who have to sign it; the proposer's own signature is counted at once. */
  record Propose(Matter matter, long until) implements Act {}

  /** Signs what was proposed, reported or opened, by the id of that entry. */
  record Sign(Digest proposal) implements Act {}

  /** Takes a signature back, and the proposal with it, before it takes effect. Only a party that signed it may. */
  record Withdraw(Digest proposal) implements Act {}

  /** Commits to the first version of a list before either side's is seen: SHA-256 over salt and list (see {@link Lodge}). */
  record Commit(Digest digest) implements Act {}

  /**
   * The holder offers people it holds: part of a version of its list. The version stands when its last part is in.
   *
   * @param refs held references by category
   * @param names the sealed attachment with the names, for the home side alone
   * @param salt what opens the commitment, when the terms ask for one (22 characters of base64url)
   */
  record Lodge(
      int version, Part part, SortedMap<String, SortedSet<Ref>> refs, Optional<Attachment> names, Optional<String> salt)
      implements Act {
    public Lodge {
      Codes.requireCategories(refs);
      salt.ifPresent(text -> Codes.requireOpaque(text, "a salt"));
    }
  }

  /**
   * The home side answers a version name by name. An answer may come in several entries; a later one replaces an earlier one
   * for the same reference. Why somebody is not accepted stands in the sealed attachment only.
   */
  record Answer(
      int version, SortedSet<Ref> accepted, SortedSet<Ref> notAccepted, SortedSet<Ref> open, Optional<Attachment> words)
      implements Act {}

  /** All for all: the holder says that its list of a category is whole. Later finds add to what is owed. */
  record Complete(String category) implements Act {
    public Complete {
      Codes.requireCode(category, "a category");
    }
  }

  /** The receiver or the handover state acknowledges place and passage of a direct repatriation. It is not consent. */
  record Acknowledge(String journey) implements Act {
    public Acknowledge {
      Codes.requireJourney(journey);
    }
  }

  /** The holder says who sits in a wave: a part of it. Several parts make one manifest; the whole is sealed by its digest. */
  record Manifest(
      String journey, int wave, Part part, SortedMap<String, SortedSet<Ref>> counted, SortedMap<String, SortedSet<Ref>> outside)
      implements Act {
    public Manifest {
      Codes.requireJourney(journey);
      Codes.requireCategories(counted);
      Codes.requireCategories(outside);
    }
  }

  /**
   * The clearance function's whole set for a journey: it replaces the set before, and voids every Ready of that journey
   * whose people are no longer all cleared. There is no verb for one person, so that no entry singles anybody out.
   *
   * @param cleared asked in private, fit, and travelling
   * @param notAsked cleared without having been asked, where the terms allow it
   */
  record Clear(String journey, Part part, SortedSet<Ref> cleared, SortedSet<Ref> notAsked) implements Act {
    public Clear {
      Codes.requireJourney(journey);
    }
  }

  /**
   * A side is ready for exactly this wave, named by its digest.
   *
   * @param checkpoint where nobody authorises releases, the second Ready does, under a checkpoint that covers the first
   */
  record Ready(String journey, int wave, Digest manifest, Optional<CosignedCheckpoint> checkpoint) implements Act {
    public Ready {
      Codes.requireJourney(journey);
    }
  }

  /** A side is no longer ready. */
  record Unready(String journey, int wave) implements Act {
    public Unready {
      Codes.requireJourney(journey);
    }
  }

  /** The release authoriser lets a wave go: on both sides' Ready, under a checkpoint that both sides cosigned after them. */
  record Authorise(String journey, int wave, SortedSet<Digest> readies, CosignedCheckpoint checkpoint) implements Act {
    public Authorise {
      Codes.requireJourney(journey);
    }
  }

  /** Stops everything that is not yet authorised. */
  record Halt(Cause cause) implements Act {}

  /** Ends a halt, by whoever called it. {@code although} says that the cause still stands: going on is somebody's decision. */
  record Resume(Digest halt, boolean although) implements Act {}

  /** One side ends the exchange after the deadlines: nothing more will be promised; facts are still recorded. */
  record End() implements Act {}

  /** Says that something has lapsed by the terms' clock. Anybody may. */
  record Lapse(Lapsing what) implements Act {}

  /** A sealed attachment was erased; its descriptor stays. */
  record Erase(Digest ciphertext) implements Act {}

  /**
   * What a party on paper did, by somebody who reports it. It takes effect as that party's when a second person of the
   * reporter has signed it; its provenance is REPORTED for good.
   *
   * @param paper SHA-256 of the paper
   * @param happenedAt epoch ms, as the paper says
   */
  record Report(PartyId onBehalf, Digest paper, long happenedAt, Move move) implements Move {}

  /**
   * What a party says in public about a journey: people who reached {@code returnsTo}, by category. One-sided: a party on its
   * own; a side may always state its own returnees. Joint: the figure of all, after the embargo, equal to the receipts.
   */
  record Announce(String journey, Scope scope, PartyId returnsTo, SortedMap<String, Integer> figures) implements Move {
    public Announce {
      Codes.requireJourney(journey);
      Codes.requireCategories(figures);
    }
  }

  /** Somebody saw people: set off, turned back, handed over, received, home, dead. */
  record Saw(Sight sight, Optional<String> journey, SortedSet<Ref> refs, Device device) implements Observation {
    public Saw {
      Codes.requireJourney(journey);
    }
  }

  /** Somebody counted heads of one side's returning people at one end of a wave. */
  record Counted(String journey, int wave, PartyId returnsTo, Place end, int heads, Device device) implements Observation {
    public Counted {
      Codes.requireJourney(journey);
    }
  }

  /** People arrived who stand on no manifest; the receiver mints a reference for each. */
  record Arrived(Optional<String> journey, PartyId returnsTo, SortedMap<String, SortedSet<Ref>> arrivals, Device device)
      implements Observation {
    public Arrived {
      Codes.requireJourney(journey);
      Codes.requireCategories(arrivals);
    }
  }

  /** Part {@code number} of {@code of}, from 1. */
  record Part(int number, int of) {
    public Part {
      Codes.requireThat(number >= 1 && number <= of && of <= 1_000, "part k of n, 1 <= k <= n <= 1000");
    }

    /** The only part. */
    public static Part whole() {
      return new Part(1, 1);
    }
  }

  /** A party as the genesis entry names it. Without keys it is on paper. */
  record Member(PartyId party, Kind kind, Optional<Keys> keys) {}

  /** A party's root key and the key of its node, which keeps or witnesses the log. Ed25519, 32 bytes in base64url. */
  record Keys(String root, String node) {
    public Keys {
      Codes.require(Codes.KEY, root, "a public key");
      Codes.require(Codes.KEY, node, "a public key");
      Codes.requireThat(!root.equals(node), "two different keys for root and node");
    }
  }

  /** A person who may sign for a party, and the key. The person is a random code: one person with two keys is still one. */
  record Delegate(String person, String key) {
    public Delegate {
      Codes.requireOpaque(person, "a person's code");
      Codes.require(Codes.KEY, key, "a public key");
    }
  }

  /** A device's own count and clock (epoch ms), which may be wrong; zero and zero for a desk. */
  record Device(long sequence, long clock) {
    /** At a desk. */
    public static Device desk() {
      return new Device(0, 0);
    }
  }

  /** A sealed attachment by what commits to it: a ciphertext alone does not, hence the content key's digest. */
  record Attachment(Digest ciphertext, Digest contentKey, long size) {}

  /**
   * A checkpoint in an entry's body, with the sides' cosignatures as they stand in the signed note. Whether the signatures
   * hold and the root is the log's own is checked by the node, which tells {@code decide} who witnessed what.
   */
  record CosignedCheckpoint(long size, Digest root, String note) {}

  /** A side or a third party. */
  enum Kind {
    SIDE,
    THIRD
  }

  /** Why everything stops, as a class; details are nobody's business here. */
  enum Cause {
    ATTACK,
    ROUTE,
    WEATHER,
    HEALTH,
    DISPUTE,
    OTHER
  }

  /** What somebody saw of people. BACK is with the holder again, for whatever reason. */
  enum Sight {
    DEPARTED,
    BACK,
    HANDED_OVER,
    RECEIVED,
    HOME,
    DIED
  }

  /** The end at which heads were counted. */
  enum Place {
    DEPARTURE,
    ARRIVAL
  }

  /** Who speaks. */
  enum Scope {
    ONE_SIDED,
    JOINT
  }

  /** What lapses. */
  sealed interface Lapsing {
    /** A proposal, an opening or a report past its {@code until}. */
    record OfProposal(Digest proposal) implements Lapsing {}

    /** A journey past its window: what was not authorised stands down. */
    record OfJourney(String journey) implements Lapsing {
      public OfJourney {
        Codes.requireJourney(journey);
      }
    }

    /** A wave past the hour by which it had to be reconciled: its figures are disputed and nothing waits for it any more. */
    record OfWave(String journey, int wave) implements Lapsing {
      public OfWave {
        Codes.requireJourney(journey);
      }
    }

    /** The embargo of a journey. */
    record OfEmbargo(String journey) implements Lapsing {
      public OfEmbargo {
        Codes.requireJourney(journey);
      }
    }

    /** The other side's missing commitment: lists are lodged without waiting for it. */
    record OfCommitment() implements Lapsing {}
  }
}
