package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused, in an installation without plugins, where every type is unknown. */
final class TransformCommandTest {
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @BeforeEach
  void install() throws IOException {
    Files.createDirectory(folder.resolve("plugins"));
  }

  private int transform(String pipeline, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("pipeline.yaml"), pipeline);
    String[] arguments = new String[more.length + 2];
    arguments[0] = "transform";
    arguments[1] = file.toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    Terminal terminal =
        new Terminal(
            new PrintWriter(new StringWriter(), true), new PrintWriter(err, true), false, false);
    return Commands.of(terminal, new Installation(folder)).execute(arguments);
  }

  @Test
  void aPictureIsWrittenIntoAFileOfAKnownKind() throws IOException {
    assertThat(transform("pipeline: []", "in.png", "out.gif")).isEqualTo(2);
    assertThat(err.toString()).contains("'out.gif'").contains(".png or .jpg or .jpeg");
  }

  @Test
  void theTransformsStandUnderAKey() throws IOException {
    assertThat(transform("steps: []", "in.png", "out.png")).isEqualTo(2);
    assertThat(err.toString()).contains("has no `pipeline`").contains("--key");
    assertThat(transform("steps: [7]", "in.png", "out.png", "--key", "steps")).isEqualTo(2);
    assertThat(err.toString()).contains("`steps` of").contains("is no list of transforms");
  }

  @Test
  void anUnknownTransformIsNamedWithItsPlace() throws IOException {
    assertThat(transform("pipeline:\n- {type: Resise}\n", "in.png", "out.png")).isEqualTo(2);
    assertThat(err.toString()).contains("pipeline.yaml:2:10", "no transform named `Resise`");
  }
}
