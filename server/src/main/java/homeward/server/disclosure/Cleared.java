package homeward.server.disclosure;

import homeward.register.Column;
import homeward.server.register.Group;
import java.util.Map;
import java.util.Set;

/**
 * What of one person may leave: nothing else is in here.
 *
 * @param code the person's opaque code
 * @param version of the file it was taken from
 * @param groups the groups that both agencies cleared
 * @param fields the texts of these groups
 */
public record Cleared(String code, long version, Set<Group> groups, Map<Column, String> fields) {}
