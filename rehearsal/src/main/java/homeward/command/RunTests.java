package homeward.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stands in the help for what {@code ./homeward} does itself: the suite is run by Maven, which no jar of ours starts. */
@Command(
    name = "test",
    description = "Runs the whole suite; the last line has the counts of all modules.")
final class RunTests implements Callable<Exit> {
  @Parameters(
      paramLabel = "MAVEN_ARGUMENT",
      arity = "0..*",
      description = "Handed on to Maven, for instance -Dtest=HouseTest -Dsurefire.failIfNoSpecifiedTests=false")
  List<String> words = List.of();

  @Override
  public Exit call() {
    throw new IllegalStateException("the suite is started by ./homeward test, not from here");
  }
}
