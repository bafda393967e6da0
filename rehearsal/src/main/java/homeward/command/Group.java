package homeward.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that only holds others, such as {@code generate}: typed alone it shows which there are. */
abstract class Group implements Callable<Exit> {
  @Spec CommandSpec spec;

  @Override
  public Exit call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return Exit.NOT_UNDERSTOOD;
  }
}
