package homeward.server.delegations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RolesTest {
  private static final Roles TABLE = Roles.table();

  @Test
  void everyRightIsSomebodysDuty() {
    TreeSet<Right> held = new TreeSet<>(TABLE.of(Arrays.asList(Role.values())));
    assertThat(held).containsExactly(Right.values());
  }

  @Test
  void whoeverMakesAccountsSeesNobodysFile() {
    assertThat(TABLE.of(List.of(Role.ADMINISTRATOR))).containsExactly(Right.ACCOUNTS_CHANGE);
  }

  @Test
  void anAuditorSeesWhoReadAndNoPersonsField() {
    assertThat(TABLE.of(List.of(Role.AUDITOR))).noneMatch(right -> right.code().startsWith("person."));
  }

  @Test
  void onlyWhoClearsOpensTheClearanceStore() {
    for (Role role : Role.values()) {
      assertThat(TABLE.of(List.of(role)).contains(Right.CLEARANCE_OPEN)).as(role.code()).isEqualTo(role == Role.CLEARANCE);
    }
  }

  /** Two agencies clear what leaves: one duty never holds both halves. */
  @Test
  void noDutyClearsWithBothAgenciesHands() {
    for (Role role : Role.values()) {
      assertThat(TABLE.of(List.of(role)).containsAll(List.of(Right.DISCLOSURE_REGISTRAR, Right.DISCLOSURE_SECURITY))).as(role.code()).isFalse();
    }
  }
}
