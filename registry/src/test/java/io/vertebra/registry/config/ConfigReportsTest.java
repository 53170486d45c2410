package io.vertebra.registry.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explanations and differences. */
final class ConfigReportsTest {
  private static MappingNode read(String text) {
    return new ConfigLoader(name -> null).loadText(Path.of("c.yaml"), text, List.of());
  }

  @Test
  void anExplanationNamesAllPlacesNewestFirst(@TempDir Path folder) {
    ConfigFolder files = new ConfigFolder(folder);
    files.write("base.yaml", "o: {lr: 0.1, m: 1}");
    files.write("main.yaml", "_base_: base.yaml", "o: {lr: 0.2}");
    MappingNode config = files.load("main.yaml", "o.lr=0.3");
    assertThat(ConfigExplanation.of(config, "o.lr").replace(folder + "/", ""))
        .isEqualTo(
            """
            o.lr: 0.3
              from --cfg-options o.lr=0.3
              over 0.2 from main.yaml:2:9
              over 0.1 from base.yaml:1:9
            """);
    assertThat(ConfigExplanation.of(config, "o").replace(folder + "/", ""))
        .isEqualTo(
            """
            o: {lr: 0.3, m: 1}
              from main.yaml:2:4
              over {lr: 0.1, m: 1} from base.yaml:1:4
            """);
  }

  @Test
  void aKeyThatIsNotThereIsRefusedWithWhatIs() {
    MappingNode config = read("model: {head: {type: A}}\nlist: [1]");
    assertThat(refused(config, "model.haed.type"))
        .isEqualTo(
            "key `model.haed.type`: there is no `haed` in `model`, which is a mapping of 1 (c.yaml:1:8)\n"
                + "  hint: did you mean `head`?");
    assertThat(refused(config, "zzzzz")).contains("the top level").contains("keys are model, list");
    assertThat(refused(config, "list.1")).contains("`list`, which is a list of 1");
    assertThat(refused(config, "a..b")).contains("is not a path");
  }

  private static String refused(MappingNode config, String key) {
    return catchThrowableOfType(ConfigException.class, () -> ConfigExplanation.of(config, key))
        .getMessage();
  }

  @Test
  void differencesAreTheDeepestPlaces() {
    MappingNode left = read("a: {x: 1, y: 2}\nl: [1, {p: q}]\nt: {u: v}\nn: 1\nsame: [.nan, 1]");
    MappingNode right = read("a: {x: 1, z: 3}\nl: [1, {p: r}, 5]\nt: 7\nn: 1.0\nsame: [.nan, 1]");
    assertThat(ConfigDiff.of(left, right))
        .extracting(ConfigDiff.Difference::toString)
        .containsExactly(
            "a.y: 2 -> (none)",
            "a.z: (none) -> 3",
            "l.1.p: q -> r",
            "l.2: (none) -> 5",
            "t: {u: v} -> 7");
    assertThat(ConfigDiff.of(left, left)).isEmpty();
  }
}
