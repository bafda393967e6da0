package homeward.server.disclosure;

import homeward.server.register.Group;
import java.util.List;
import java.util.Optional;

/**
 * How one person's fields stand.
 *
 * @param groups each group, in order
 * @param left what left, the latest first
 */
public record PersonDisclosure(String code, List<Standing> groups, List<Left> left) {

  /**
   * One group of fields.
   *
   * @param filled whether the file has anything in it
   * @param registrar who cleared it there, while that holds
   * @param security who cleared it there, while that holds
   */
  public record Standing(Group group, boolean filled, Optional<Clearance> registrar, Optional<Clearance> security) {
    /** Whether it may leave. */
    public boolean mayLeave() {
      return registrar.isPresent() && security.isPresent() && !registrar.get().account().equals(security.get().account());
    }

    /** What one agency said. */
    public Optional<Clearance> of(Agency agency) {
      return agency == Agency.REGISTRAR ? registrar : security;
    }
  }

  /**
   * One agency's clearance.
   *
   * @param at epoch ms
   * @param revocable false once it has left
   */
  public record Clearance(String account, long at, boolean revocable) {}

  /** Something that left. */
  public record Left(Group group, long version, String recipient, String digest, String account, long at) {}
}
