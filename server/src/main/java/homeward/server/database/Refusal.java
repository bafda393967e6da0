package homeward.server.database;

import java.nio.file.Path;

/** Why a database was not opened, and what to do about it. Nothing was changed. */
public sealed interface Refusal {

  record NoProgram(String platform) implements Refusal {}

  record InUse(Path directory) implements Refusal {}

  record OtherVersion(Path directory, String found, String expected) implements Refusal {}

  record OtherOwner(Path directory, String owner, String account) implements Refusal {}

  record NotReachable(Path directory, String account) implements Refusal {}

  record NotWritable(Path directory) implements Refusal {}

  record NoAccount(String wanted) implements Refusal {}

  record DidNotStart(Path log, String lastWords) implements Refusal {}

  record NoPassword(Path file) implements Refusal {}

  record NoAnswer(String url, String state) implements Refusal {}

  record Shared(String url) implements Refusal {}

  record TooOld(String url, String version) implements Refusal {}

  /** What happened and the cure, in a sentence or two. */
  default String sentence() {
    return switch (this) {
      case NoProgram(String platform) ->
          "This program brings no PostgreSQL for " + platform + ": install PostgreSQL 15 or later and name it in the configuration"
              + " (database: url, user, passwordFile).";
      case InUse(Path directory) ->
          "Another node is running on " + directory + ": stop that one first, or give this one a directory of its own.";
      case OtherVersion(Path directory, String found, String expected) ->
          directory + " was written by PostgreSQL " + found + " and this program brings " + expected
              + ": start the earlier program, make a backup, and restore it into a new directory.";
      case OtherOwner(Path directory, String owner, String account) ->
          directory + " belongs to " + owner + " and PostgreSQL would run as " + account + ": start the node as " + owner
              + ", or give the directory to " + account + " (chown -R).";
      case NotReachable(Path directory, String account) ->
          account + ", as whom PostgreSQL runs, may not enter " + directory + ": let others pass through it (chmod o+x), or keep the"
              + " database somewhere else.";
      case NotWritable(Path directory) -> directory + " cannot be written to: name a directory of yours, on a disk that is not full.";
      case NoAccount(String wanted) ->
          "PostgreSQL refuses to run as root, and it was not possible to become " + wanted
              + ": start the node as an ordinary user, or name an account of this system in the configuration (database: account).";
      case DidNotStart(Path log, String lastWords) ->
          "PostgreSQL did not start" + (lastWords.isEmpty() ? "" : " (" + lastWords + ")") + ": its own account of it is in " + log + ".";
      case NoPassword(Path file) -> file + " cannot be read: its first line has to be the password of the database.";
      case NoAnswer(String url, String state) ->
          "The database at " + url + " does not let this node in (SQL state " + state + "): check its address, its user and the password"
              + " file, and that it runs.";
      case Shared(String url) ->
          "Another node works with the database at " + url + ": stop that one first, or give this one a database of its own.";
      case TooOld(String url, String version) ->
          "The database at " + url + " is PostgreSQL " + version + "; 15 or later is needed.";
    };
  }
}
