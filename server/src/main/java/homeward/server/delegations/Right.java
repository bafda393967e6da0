package homeward.server.delegations;

import java.util.Arrays;
import java.util.Optional;

/** Something that may be seen or done: a row of {@code roles.csv}. Rights on a person's fields say which fields may be seen. */
public enum Right {
  REGISTER_SEARCH("register.search"),
  REGISTER_CHANGE("register.change"),
  REGISTER_EXPORT("register.export"),
  PERSON_NAME("person.name"),
  PERSON_BIRTH("person.birth"),
  PERSON_SERVICE("person.service"),
  PERSON_FAMILY("person.family"),
  PERSON_CAPTIVITY("person.captivity"),
  PERSON_HEALTH("person.health"),
  PERSON_REMARKS("person.remarks"),
  DISCLOSURE_SEE("disclosure.see"),
  DISCLOSURE_REGISTRAR("disclosure.registrar"),
  DISCLOSURE_SECURITY("disclosure.security"),
  EXCHANGE_SEE("exchange.see"),
  EXCHANGE_SIGN("exchange.sign"),
  LISTS_SEE("lists.see"),
  LISTS_ANSWER("lists.answer"),
  PLAN_SEE("plan.see"),
  PLAN_MAKE("plan.make"),
  MANIFEST_SEE("manifest.see"),
  FIELD_OBSERVE("field.observe"),
  CLEARANCE_OPEN("clearance.open"),
  AUDIT_SEE("audit.see"),
  ACCOUNTS_CHANGE("accounts.change");

  private final String code;

  Right(String code) {
    this.code = code;
  }

  /** As it stands in the table: {@code register.search}. */
  public String code() {
    return code;
  }

  static Optional<Right> of(String code) {
    return Arrays.stream(values()).filter(right -> right.code.equals(code)).findFirst();
  }
}
