package io.vertebra.registry.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.vertebra.registry.bind.ToyCatalog;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class JsonSchemaTest {
  private final JsonObject schema =
      JsonParser.parseString(
              new JsonSchema(ToyCatalog.catalog(), ToyCatalog.description().sections().get(0))
                  .write())
          .getAsJsonObject();

  @Test
  void theTopHasTheKeysOfAConfigAndItsBases() {
    assertThat(schema.getAsJsonObject("properties").keySet())
        .contains("_base_", "flip", "metrics", "numbers", "extra");
    assertThat(schema.get("additionalProperties").getAsBoolean()).isFalse();
  }

  @Test
  void aKindOffersTheTypesThatThereAre() {
    assertThat(definition("transform").toString())
        .contains("{\"enum\":[\"ToyFlip\",\"ToyHalfFlip\"]}")
        .contains("#/definitions/transform.ToyFlip");
    assertThat(definition("backbone").toString()).isEqualTo("{\"type\":\"object\"}");
  }

  @Test
  void anOptionHasItsDocumentationDefaultAndRange() {
    String weight = option("flip_weight").toString();

    assertThat(weight)
        .contains("the weight (default: 1.0)")
        .contains("\"type\":\"number\",\"minimum\":0.0,\"maximum\":2.0");
    assertThat(option("reduction").toString()).contains("{\"enum\":[\"mean\",\"sum\"]}");
    assertThat(option("size").toString())
        .contains("\"type\":\"integer\"")
        .contains("\"type\":\"array\"");
    assertThat(option("label").toString()).contains("a name");
  }

  @Test
  void optionsOfAKindStandBesideThoseOfEachPart() {
    assertThat(definition("hook.ToyHook").getAsJsonObject("properties").toString())
        .contains("\"priority\":{\"description\":\"when it runs among the hooks of a stage")
        .contains("\"ABOVE_NORMAL\"");
  }

  @Test
  void everyReferenceHasItsDefinition() {
    String text = schema.toString();
    text.lines()
        .flatMap(line -> Pattern.compile("#/definitions/([^\"]+)").matcher(line).results())
        .forEach(match -> assertThat(definition(match.group(1))).isNotNull());
  }

  private JsonObject option(String key) {
    return definition("transform.ToyFlip").getAsJsonObject("properties").getAsJsonObject(key);
  }

  private JsonObject definition(String name) {
    return schema.getAsJsonObject("definitions").getAsJsonObject(name);
  }
}
