package io.vertebra.registry.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConfigNodeTest {
  private final MappingNode config =
      new ConfigLoader(name -> null)
          .loadText(
              Path.of("c.yaml"),
              "a: {b: [x, {c: 1e-4}]}\nn: null\nt: true\n'd.e': 'text'\nm: {}\n",
              List.of());

  @Test
  void nodesAreFoundByPath() {
    ScalarNode c = (ScalarNode) config.find("a.b.1.c").orElseThrow();
    assertThat(c.value()).isEqualTo(1e-4);
    assertThat(c.text()).isEqualTo("1e-4");
    assertThat(c.path()).hasToString("a.b.1.c");
    assertThat(config.find("\"d.e\"").orElseThrow().path()).hasToString("\"d.e\"");
    assertThat(config.find("")).containsSame(config);
    for (String absent :
        List.of("x", "a.b.2", "a.b.x", "a.b.-1", "a.b.99999999999", "n.x", "t.0")) {
      assertThat(config.find(absent)).as(absent).isEmpty();
    }
  }

  @Test
  void mappingsAreOrdered() {
    assertThat(config.keys()).containsExactly("a", "n", "t", "d.e", "m");
    assertThat(config.entries())
        .extracting(MappingNode.Entry::key)
        .containsExactlyElementsOf(config.keys());
    assertThat(config.size()).isEqualTo(5);
    assertThat(config.has("n")).isTrue();
    assertThat(config.has("x")).isFalse();
    assertThat(config.keyOrigin("t").orElseThrow()).hasToString("c.yaml:3:1");
    assertThat(((MappingNode) config.get("m").orElseThrow()).isEmpty()).isTrue();
  }

  @Test
  void listsHaveElements() {
    ListNode list = (ListNode) config.find("a.b").orElseThrow();
    assertThat(list.size()).isEqualTo(2);
    assertThat(list.get(0)).hasToString("x");
    assertThat(list.children()).hasSize(2);
  }

  @Test
  void kindsAreForMessages() {
    assertThat(config.children())
        .extracting(ConfigNode::kind)
        .containsExactly("a mapping", "null", "a truth value", "a text", "a mapping");
    assertThat(config.find("a.b").orElseThrow().kind()).isEqualTo("a list");
    assertThat(config.find("a.b.1.c").orElseThrow().kind()).isEqualTo("a number");
    assertThat(((ScalarNode) config.get("n").orElseThrow()).isNull()).isTrue();
  }

  @Test
  void onOneLineLongValuesAreCut() {
    String line =
        new ConfigLoader(name -> null)
            .loadText(Path.of("c.yaml"), "a: [" + "12345, ".repeat(1000) + "]\n", List.of())
            .toString();
    assertThat(line).hasSize(100).startsWith("{a: [12345, 12345").endsWith("...");
  }
}
