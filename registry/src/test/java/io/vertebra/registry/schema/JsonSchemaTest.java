package io.vertebra.registry.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.bind.ToyCatalog;
import io.vertebra.registry.catalog.Extension;
import io.vertebra.registry.catalog.Owner;
import io.vertebra.registry.catalog.SimpleCatalog;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class JsonSchemaTest {
  private static final String OPTIONS = "transform.ToyFlip";

  private final String text = write();
  private final JsonObject schema = JsonParser.parseString(text).getAsJsonObject();

  private static String write() {
    return new JsonSchema(ToyCatalog.catalog(), config()).write();
  }

  private static OptionType.Section config() {
    return ToyCatalog.description().sections().get(0);
  }

  @Test
  void theTopHasTheKeysOfAConfigAndItsBases() {
    assertThat(properties(schema).keySet())
        .contains("_base_", "_delete_", "flip", "metrics", "numbers", "extra");
    assertThat(schema.get("additionalProperties").getAsBoolean()).isFalse();
  }

  @Test
  void noKeyIsRequiredSinceBasesMayHaveIt() {
    assertThat(schema.has("required")).isFalse();
    assertThat(definition(OPTIONS).has("required")).isFalse();
  }

  @Test
  void aKindOffersTheTypesThatThereAre() {
    assertThat(definition("transform").toString())
        .contains(
            "{\"enum\":[\"ToyFlip\",\"ToyHalfFlip\"],\"enumDescriptions\":[\"a flip of tests\"")
        .contains("#/definitions/transform.ToyFlip");
    assertThat(definition("backbone").has("properties")).isFalse();
  }

  @Test
  void aTypeMayBeQualifiedOrAFormerOne() {
    assertThat("org.acme.toys/ToyFlip").matches(patternOfTypes());
    assertThat("mmpretrain.ToyFlip").matches(patternOfTypes());
    assertThat("FormerFlip").matches(patternOfTypes());
    assertThat("Flip").doesNotMatch(patternOfTypes());
  }

  @Test
  void qualifiedTypesAreOfferedToo() {
    String owner = ToyCatalog.catalog().list(Kind.TRANSFORM).get(0).owner().name();

    assertThat(alternativeOfTypes(2).toString())
        .contains("\"enum\":[\"%1$s/ToyFlip\",\"%1$s/ToyHalfFlip\"]".formatted(owner))
        .contains("\"enumDescriptions\":[\"a flip of tests\"");
  }

  @Test
  void aPartWhoseNameAnotherHasIsOfferedByItsBundle() {
    ExtensionDescriptor halfFlip = descriptor("ToyHalfFlip");
    ExtensionDescriptor flip = descriptor("ToyFlip");
    Owner other = new Owner("org.other", "1");
    SimpleCatalog catalog =
        new SimpleCatalog(
            ToyCatalog.catalog().list(Kind.TRANSFORM),
            List.of(new Extension(ToyCatalog.renamed(halfFlip, flip.type()), other, () -> null)),
            List.of());
    JsonObject definitions =
        JsonParser.parseString(new JsonSchema(catalog, config()).write())
            .getAsJsonObject()
            .getAsJsonObject("definitions");

    assertThat(definitions.get("transform").toString())
        .contains("\"org.other/ToyFlip\"", "#/definitions/transform.ToyFlip@org.other\"")
        .contains("\"^(?!org\\\\.other/)(?:.*[./])?(?:ToyFlip|FormerFlip)$\"")
        .contains("\"^org\\\\.other/(?:ToyFlip)$\"");
    assertThat(properties(definitions.get("transform.ToyFlip@org.other")).keySet())
        .containsAll(halfFlip.options().keys());
  }

  private static ExtensionDescriptor descriptor(String type) {
    return ToyCatalog.catalog().find(Kind.TRANSFORM, type).orElseThrow().descriptor();
  }

  private String patternOfTypes() {
    return alternativeOfTypes(1).get("pattern").getAsString();
  }

  private JsonObject alternativeOfTypes(int index) {
    JsonObject type = properties(definition("transform")).getAsJsonObject("type");
    return type.getAsJsonArray("anyOf").get(index).getAsJsonObject();
  }

  @Test
  void withoutATypeTheOptionsOfAllPartsAreOffered() {
    JsonObject any = definition("transform.*");

    assertThat(properties(any).keySet()).contains("flip_weight", "T_max").doesNotContain("type");
    assertThat(any.get("additionalProperties").getAsBoolean()).isFalse();
  }

  @Test
  void anOptionHasItsExpectationDocumentationDefaultAndRange() {
    assertThat(option("flip_weight").toString())
        .contains("\"title\":\"flip_weight: a number from 0 to 2\"")
        .contains("\"description\":\"the weight (default: 1.0)\",\"default\":1.0")
        .contains("\"errorMessage\":\"must be a number\"")
        .contains("\"minimum\":0.0,\"maximum\":2.0");
    assertThat(option("reduction").toString()).contains("\"enum\":[\"mean\",\"sum\"]");
    assertThat(option("label").get("description").getAsString())
        .isEqualTo("a name (default: none)");
  }

  @Test
  void shortFormsAreTakenAndReferencesAndChangesOfLists() {
    assertThat(option("size").get("type").toString())
        .isEqualTo("[\"integer\",\"object\",\"array\",\"string\"]");
    assertThat(option("size").toString()).contains("#/definitions/operations");
    assertThat(option("class_weight").get("type").toString())
        .isEqualTo("[\"array\",\"object\",\"null\",\"string\"]");
    assertThat(option("size").get("pattern").getAsString()).isEqualTo("\\{\\{.*\\}\\}");
  }

  @Test
  void aMappingThatStandsForAListTakesItsKeysAndChangesOfTheList() {
    JsonObject days = properties(schema).getAsJsonObject("days");

    assertThat(days.get("type").toString()).isEqualTo("[\"object\",\"null\",\"array\",\"string\"]");
    assertThat(days.getAsJsonObject("items").toString()).contains("\"begin\"");
    assertThat(days.getAsJsonArray("allOf").toString())
        .contains("\"begin\"", "\"end\"", "\"_append_\"");
  }

  @Test
  void aTextTakesAnyText() {
    assertThat(option("label").has("pattern")).isFalse();
  }

  @Test
  void formerAndRemovedKeysSayWhatToUse() {
    assertThat(option("t_max").get("deprecationMessage").getAsString())
        .isEqualTo("`t_max`: it is called `T_max` now");
    assertThat(option("min_weight").get("deprecationMessage").getAsString())
        .isEqualTo("`min_weight`: use flip_weight");
  }

  @Test
  void operationsOnListsOfPartsKnowTheirTypes() {
    JsonObject list = properties(definition("transform[]"));

    assertThat(list.keySet())
        .containsExactly(
            "_append_",
            "_prepend_",
            "_insert_before_",
            "_insert_after_",
            "_replace_",
            "_merge_",
            "_remove_",
            "_delete_");
    assertThat(list.get("_merge_").toString()).contains("#/definitions/transform.ToyFlip");
    assertThat(list.get("_remove_").toString()).contains("\"enum\":[\"ToyFlip\",\"ToyHalfFlip\"]");
  }

  @Test
  void optionsOfAKindStandBesideThoseOfEachPart() {
    assertThat(definition("hook.ToyHook").getAsJsonObject("properties").toString())
        .contains("\"priority\":")
        .contains("when it runs among the hooks of a stage")
        .contains("\"ABOVE_NORMAL\"");
  }

  @Test
  void everyReferenceHasItsDefinition() {
    Pattern.compile("#/definitions/([^\"]+)")
        .matcher(text)
        .results()
        .forEach(match -> assertThat(definition(match.group(1))).as(match.group()).isNotNull());
  }

  @Test
  void theSamePartsGiveTheSameText() {
    assertThat(write()).isEqualTo(text);
  }

  private JsonObject option(String key) {
    return properties(definition(OPTIONS)).getAsJsonObject(key);
  }

  private static JsonObject properties(JsonElement object) {
    return object.getAsJsonObject().getAsJsonObject("properties");
  }

  private JsonObject definition(String name) {
    return schema.getAsJsonObject("definitions").getAsJsonObject(name);
  }
}
