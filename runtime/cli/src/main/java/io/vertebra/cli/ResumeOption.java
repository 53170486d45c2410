package io.vertebra.cli;

import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.train.ResumeFrom;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Reads {@code --resume [CHECKPOINT]}. Only a checkpoint or {@code auto} is taken for its value, so
 * that {@code --resume CONFIG} means the last checkpoint.
 */
final class ResumeOption implements IParameterConsumer {
  /** The last checkpoint of the work directory. */
  static final String LAST = "auto";

  ResumeOption() {}

  @Override
  public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec command) {
    boolean named =
        !words.isEmpty() && (words.peek().equals(LAST) || words.peek().endsWith(Checkpoint.ENDING));
    option.setValue(named ? words.pop() : LAST);
  }

  /** What the value asks for. */
  static ResumeFrom read(String value) {
    return value.equals(LAST) ? ResumeFrom.LAST : new ResumeFrom(Optional.of(Path.of(value)));
  }
}
