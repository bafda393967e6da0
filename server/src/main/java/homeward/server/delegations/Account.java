package homeward.server.delegations;

import java.util.SortedSet;

/**
 * An account as the administrator sees it.
 *
 * @param code opaque; the person's code in the log as well, where the account signs
 * @param login what is typed at the door
 * @param signs whether it has a signing key
 * @param key the public half of it, or empty
 */
public record Account(String code, String login, SortedSet<Role> roles, boolean active, boolean signs, String key) {}
