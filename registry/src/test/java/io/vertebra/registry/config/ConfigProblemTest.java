package io.vertebra.registry.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConfigProblemTest {
  private static Origin in(String text, int line, int column) {
    return Origin.in(new SourceText(Path.of("c.yaml"), text), line, column);
  }

  @Test
  void theLineIsShownWithACaretAndTheHint() {
    ConfigProblem problem =
        ConfigProblem.of(in("a: 1\nb:\tx\r\nc: 2", 2, 4), "`x` is wrong", "write y");
    assertThat(problem).hasToString("c.yaml:2:4: `x` is wrong\n  b: x\n     ^\n  hint: write y");
  }

  @Test
  void withoutATextThereIsNoLine() {
    assertThat(ConfigProblem.of(Origin.override("a=1"), "wrong"))
        .hasToString("--cfg-options a=1: wrong");
    assertThat(ConfigProblem.of(in("a", 7, 1), "wrong")).hasToString("c.yaml:7:1: wrong");
  }

  @Test
  void longLinesAreCutAroundTheCaret() {
    String excerpt = in("x".repeat(5000) + "!" + "y".repeat(5000), 1, 5001).excerpt().orElseThrow();
    List<String> lines = excerpt.lines().toList();
    assertThat(lines.get(0)).hasSize(160);
    assertThat(lines.get(0).charAt(lines.get(1).indexOf('^'))).isEqualTo('!');
  }

  @Test
  void anExceptionPrintsAllProblems() {
    ConfigProblem a = ConfigProblem.of(Origin.of("a"), "first");
    ConfigProblem b = ConfigProblem.of(Origin.of("b"), "second");
    ConfigException thrown = new ConfigException(List.of(a, b));
    assertThat(thrown).hasMessage("a: first\nb: second");
    assertThat(thrown.problems()).containsExactly(a, b);
    assertThatIllegalArgumentException().isThrownBy(() -> new ConfigException(List.of()));
  }
}
