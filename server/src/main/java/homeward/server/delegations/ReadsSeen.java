package homeward.server.delegations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The record of reads, for the auditor. */
public interface ReadsSeen {

  /**
   * One read.
   *
   * @param place its number, ascending
   * @param at epoch ms
   * @param login of the account, where there still is one
   * @param fields codes of the rights that were used, separated by spaces
   */
  record Seen(long place, long at, String account, @Nullable String login, String face, String subject, String fields) {}

  /**
   * The latest two hundred before a place, newest first.
   *
   * @param text an account, a login, a face or a subject's code; empty for all
   * @throws NotAllowed without the right to see them
   */
  List<Seen> latest(Viewer by, String text, long before);
}
