package io.vertebra.registry.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertebra.api.data.Transform;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.bind.ToyPlugins.Reduction;
import io.vertebra.registry.bind.ToyPlugins.Span;
import io.vertebra.registry.bind.ToyPlugins.Toy;
import io.vertebra.registry.bind.ToyPlugins.ToyFlip;
import io.vertebra.registry.bind.ToyPlugins.ToyMetric;
import io.vertebra.registry.bind.ToyPlugins.Width;
import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.catalog.Extension;
import io.vertebra.registry.catalog.Owner;
import io.vertebra.registry.catalog.SimpleCatalog;
import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.ConfigProblem;
import io.vertebra.registry.config.MappingNode;
import io.vertebra.registry.schema.DescriptorFile;
import io.vertebra.registry.schema.ExtensionDescriptor;
import io.vertebra.registry.schema.OptionType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BinderTest {
  private static final DescriptorFile DESCRIPTION = ToyCatalog.description();
  private final List<ConfigProblem> warnings = new ArrayList<>();

  @Test
  void leftOutOptionsHaveTheirDefaults() {
    ToyFlip.Options options = flip("flip: {type: ToyFlip}").options;

    assertThat(options.flipWeight()).isEqualTo(1.0);
    assertThat(options.reduction()).isEqualTo(Reduction.MEAN);
    assertThat(options.size()).isEqualTo(new IntPair(3, 3));
    assertThat(options.classWeight()).isEmpty();
    assertThat(options.maximum()).isEqualTo(10);
    assertThat(options.common().label()).isEqualTo("none");
  }

  @Test
  void optionsAreReadUnderTheirKeys() {
    ToyFlip.Options options =
        flip("flip: {type: ToyFlip, flip_weight: 2, reduction: sum, size: [4, 5],"
                + " class_weight: [1, 0.5], T_max: 7, label: a}")
            .options;

    assertThat(options.flipWeight()).isEqualTo(2.0);
    assertThat(options.reduction()).isEqualTo(Reduction.SUM);
    assertThat(options.size()).isEqualTo(new IntPair(4, 5));
    assertThat(options.classWeight()).contains(List.of(1.0, 0.5));
    assertThat(options.maximum()).isEqualTo(7);
    assertThat(options.common().label()).isEqualTo("a");
  }

  @Test
  void aVariantHasDefaultsOfItsOwn() {
    ToyFlip.Options options = flip("flip: {type: ToyHalfFlip, T_max: 7}").options;

    assertThat(options.flipWeight()).isEqualTo(0.5);
    assertThat(options.maximum()).isEqualTo(7);
    assertThat(options.common().label()).isEqualTo("half");
    assertThat(flip("flip: {type: ToyHalfFlip, label: a}").options.common().label()).isEqualTo("a");
  }

  @Test
  void aMissingTypeIsTheDefaultTypeAndScopesOfMmengineAreUnderstood() {
    assertThat(flip("flip: {T_max: 3}").options.maximum()).isEqualTo(3);
    assertThat(flip("flip: {type: mmpretrain.ToyFlip, T_max: 4}").options.maximum()).isEqualTo(4);
    assertThat(flip("flip: {type: toys/ToyFlip, T_max: 5}").options.maximum()).isEqualTo(5);
  }

  @Test
  void servicesComeFromTheHostAndArgumentsFromTheParent() {
    ToyFlip flip = flip("flip: {}");

    assertThat(flip.service).isSameAs(ToyCatalog.SERVICE);
    assertThat(flip.width).contains(new Width(64));
  }

  @Test
  void whatIsBuiltIsClosedWithTheBuilder() {
    ToyFlip flip;
    try (PartBuilder builder = new PartBuilder()) {
      flip = (ToyFlip) toy(builder, "flip: {}").flip().create(new Width(1));
      assertThat(flip.closed).isFalse();
    }
    assertThat(flip.closed).isTrue();
  }

  @Test
  void everyPartOfAConfigCanBePinnedUntilTheBuilderIsClosed() {
    List<String> leases = new ArrayList<>();
    Bound.Section bound =
        bind(ToyCatalog.leasing(leases), "{flip: {}, metrics: [{type: ToyMetric}]}");

    try (PartBuilder builder = new PartBuilder()) {
      builder.pin(bound);
      assertThat(leases).containsExactlyInAnyOrder("ToyFlip", "ToyMetric");
    }
    assertThat(leases).isEmpty();
  }

  @Test
  void listsMapsAndAnyValuesAreBuilt() {
    try (PartBuilder builder = new PartBuilder()) {
      Toy toy =
          toy(
              builder,
              "{flip: {}, metrics: [{type: ToyMetric}], numbers: {a: 1}, extra: {b: [true]}}");

      assertThat(toy.metrics()).hasOnlyElementsOfType(ToyMetric.class).hasSize(1);
      assertThat(toy.numbers()).isEqualTo(Map.of("a", 1L));
      assertThat(toy.extra()).contains(Map.of("b", List.of(true)));
    }
  }

  @Test
  void everyMistakeIsReportedAtOnceWithItsPlaceAndWhatIsAllowed() {
    ConfigException refused =
        refused(
            """
            flip:
              type: ToyFlip
              flip_wieght: 1
              reduction: avg
              size: wide
              T_max: 1.5
            metrics:
              - {type: ToyMetrik}
            numbers: [1]
            """);

    assertThat(refused.problems()).hasSize(6);
    assertThat(refused)
        .hasMessageContaining("test.yaml:3:3: unknown option `flip.flip_wieght` of ToyFlip")
        .hasMessageContaining("did you mean `flip_weight`")
        .hasMessageContaining("`flip.reduction` must be one of mean, sum, but is a text: avg")
        .hasMessageContaining("`flip.T_max` must be a whole number, but is a number: 1.5")
        .hasMessageContaining("test.yaml:8:12: there is no metric named `ToyMetrik`")
        .hasMessageContaining("did you mean `ToyMetric`?; registered: ToyMetric")
        .hasMessageContaining("`numbers` must be a mapping");
  }

  @Test
  void aMappingMayStandForAListOfMappings() {
    assertThat(days("{flip: {}}")).containsExactly(new Span(0, 1));
    assertThat(days("{flip: {}, days: {end: 3}}")).containsExactly(new Span(0, 3));
    assertThat(days("{flip: {}, days: [{end: 2}, {begin: -1}]}"))
        .containsExactly(new Span(0, 2), new Span(-1, 1));
    assertThat(refused("{flip: {}, days: {ends: 3}}"))
        .hasMessageContaining("unknown option `days.ends`");
    assertThat(refused("{flip: {}, days: [{}, {ends: 3}]}"))
        .hasMessageContaining("unknown option `days.1.ends`");
    assertThat(refused("{flip: {}, days: 3}"))
        .hasMessageContaining(
            "`days` must be a mapping or a list of which each is a mapping, but is a number: 3");
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    assertThat(refused("flip: {flip_weight: 2.5}"))
        .hasMessageContaining("`flip.flip_weight` must be from 0 to 2, but is 2.5");
    assertThat(refused("flip: {T_max: 3000000000}")).hasMessageContaining("a whole number");
  }

  @Test
  void missingPartsAndKeysAreNamed() {
    assertThat(refused("metrics: []"))
        .hasMessageContaining("`flip` is missing")
        .hasMessageContaining("expected a mapping with the type of a transform: the flip");
    assertThat(refused("{flip: {}, metrics: [{}]}"))
        .hasMessageContaining("`metrics.0` needs a `type`");
  }

  @Test
  void aTypeOfABundleThatIsOutOfUseSaysWhy() {
    ExtensionDescriptor metric = metric().extension().descriptor();
    Catalog catalog =
        new SimpleCatalog(
            List.of(),
            List.of(new Catalog.Unavailable(metric, new Owner("acme", "1.3"), "it is broken")));
    MappingNode node = parse("{type: ToyMetric}");

    assertThatThrownBy(() -> new Binder(catalog, warnings::add).bindPart(node, Kind.METRIC, null))
        .hasMessageContaining("acme 1.3 provides it, but it is broken")
        .hasMessageContaining("no bundle provides a metric");
  }

  @Test
  void aHintListsTheFirstOfManyParts() {
    ExtensionDescriptor metric = metric().extension().descriptor();
    List<Extension> many =
        IntStream.range(0, 45)
            .mapToObj(i -> ToyCatalog.renamed(metric, "Metric%02d".formatted(i)))
            .map(each -> new Extension(each, new Owner("acme", "1"), () -> null))
            .toList();
    Binder binder = new Binder(new SimpleCatalog(many, List.of()), warnings::add);

    assertThatThrownBy(() -> binder.bindPart(parse("{type: Unlike}"), Kind.METRIC, null))
        .hasMessageContaining("registered: Metric00, Metric01, ")
        .hasMessageContaining("Metric39, and 5 more")
        .hasMessageNotContaining("Metric40");
  }

  @Test
  void anOwnerBeforeTheNameSaysWhosePartIsMeant() {
    ExtensionDescriptor metric = metric().extension().descriptor();
    Extension first = new Extension(metric, new Owner("acme", "1"), () -> null);
    Extension second = new Extension(metric, new Owner("other", "7"), () -> null);
    Binder binder =
        new Binder(new SimpleCatalog(List.of(first), List.of(second), List.of()), warnings::add);

    assertThat(binder.bindPart(parse("{type: ToyMetric}"), Kind.METRIC, null).extension())
        .isEqualTo(first);
    assertThat(binder.bindPart(parse("{type: other/ToyMetric}"), Kind.METRIC, null).extension())
        .isEqualTo(second);
    assertThatThrownBy(() -> binder.bindPart(parse("{type: third/ToyMetric}"), Kind.METRIC, null))
        .hasMessageContaining("there is no metric named `third/ToyMetric`")
        .hasMessageContaining("acme 1 provides one of that name");
    assertThat(warnings).isEmpty();
  }

  @Test
  void formerNamesWorkWithOneWarningEach() {
    Bound.Section bound = bind(ToyCatalog.catalog(), "flip: {type: FormerFlip, t_max: 4}");

    assertThat(warnings)
        .satisfiesExactly(
            type ->
                assertThat(type.toString()).contains("1:14: `FormerFlip` is called `ToyFlip` now"),
            key -> assertThat(key.toString()).contains("1:26: `t_max` is called `T_max` now"));
    try (PartBuilder builder = new PartBuilder()) {
      Toy toy = (Toy) builder.build(bound, Toy.class);
      assertThat(((ToyFlip) toy.flip().create(new Width(1))).options.maximum()).isEqualTo(4);
    }
  }

  @Test
  void aFormerKeyBesideThePresentOneIsRefused() {
    assertThat(refused("flip: {t_max: 4, T_max: 5}"))
        .hasMessageContaining("`t_max` is the former name of `T_max`, which is given too");
  }

  @Test
  void whatIsNoMoreIsRefusedWithWhatToUseInstead() {
    assertThat(refused("flip: {min_weight: 1}")).hasMessageContaining("hint: use flip_weight");
    assertThat(refused("flip: {type: OldFlip}"))
        .hasMessageContaining("there is no transform named `OldFlip`")
        .hasMessageContaining("hint: use ToyFlip with T_max");
  }

  @Test
  void whatAConstructorRefusesHasItsPlace() {
    try (PartBuilder builder = new PartBuilder()) {
      Toy toy = toy(builder, "flip:\n  {T_max: 13}");

      assertThatThrownBy(() -> toy.flip().create(new Width(1)))
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining("test.yaml:2:3: ToyFlip: T_max must not be 13");
    }
  }

  @Test
  void allThatIsRefusedInAConfigIsReportedTogether() {
    Report report = new Report();
    Bound.Section bound =
        Binder.examine(
            ToyCatalog.catalog(),
            parse(
                """
                flip: {}
                spans: [{begin: 2, end: 1}, {end: 4}, {end: wide}, {end: 0}]
                numbers: {a: wide}
                """),
            section(),
            report);

    try (PartBuilder builder = new PartBuilder()) {
      assertThatThrownBy(() -> builder.build(bound, Toy.class))
          .isInstanceOfSatisfying(
              ConfigException.class, refused -> report.problems(refused.problems()));
    }
    assertThat(report.problems())
        .extracting(ConfigProblem::toString)
        .satisfiesExactly(
            text -> assertThat(text).contains("`spans.2.end` must be a whole number"),
            text -> assertThat(text).contains("`numbers.a` must be a whole number"),
            text -> assertThat(text).contains("test.yaml:2:9: ToyPlugins: end 1 is before 2"),
            text -> assertThat(text).contains("test.yaml:2:52: ToyPlugins: end 0 is before 0"));
  }

  @Test
  void aProblemKnowsTheKeyThatItIsAbout() {
    assertThat(refused("{flip: {flip_weight: 9}, extra_: 1}").problems())
        .extracting(problem -> problem.key().orElseThrow().toString())
        .containsExactly("extra_", "flip.flip_weight");
  }

  @Test
  void whatAnAliasRepeatsIsWarnedOfOnce() {
    bind(ToyCatalog.catalog(), "{flip: &a {type: FormerFlip}, other_flip: *a}");

    assertThat(warnings).hasSize(1);
  }

  @Test
  void theOptionsOfAPartAreBuiltWithoutThePart() {
    try (PartBuilder builder = new PartBuilder()) {
      Bound.Part part =
          new Binder(ToyCatalog.catalog(), warnings::add)
              .bindPart(parse("{T_max: 3}"), Kind.TRANSFORM, "ToyFlip");

      assertThat(builder.buildOptions(part))
          .get()
          .isInstanceOfSatisfying(
              ToyFlip.Options.class, options -> assertThat(options.maximum()).isEqualTo(3));
      assertThat(builder.buildOptions(metric())).isEmpty();
    }
  }

  private Bound.Part metric() {
    return new Binder(ToyCatalog.catalog(), warnings::add)
        .bindPart(parse("{type: ToyMetric}"), Kind.METRIC, null);
  }

  private ToyFlip flip(String yaml) {
    try (PartBuilder builder = new PartBuilder()) {
      Transform flip = toy(builder, yaml).flip().create(new Width(64));
      return (ToyFlip) flip;
    }
  }

  private Toy toy(PartBuilder builder, String yaml) {
    return (Toy) builder.build(bind(ToyCatalog.catalog(), yaml), Toy.class);
  }

  private List<Span> days(String yaml) {
    try (PartBuilder builder = new PartBuilder()) {
      return toy(builder, yaml).days().list();
    }
  }

  private ConfigException refused(String yaml) {
    return catchThrowableOfType(ConfigException.class, () -> bind(ToyCatalog.catalog(), yaml));
  }

  private Bound.Section bind(Catalog catalog, String yaml) {
    Report report = new Report();
    Bound.Section bound = Binder.examine(catalog, parse(yaml), section(), report);
    report.throwIfProblems();
    warnings.addAll(report.warnings());
    return bound;
  }

  private static OptionType.Section section() {
    return DESCRIPTION.sections().get(0);
  }

  private static MappingNode parse(String yaml) {
    return new ConfigLoader().loadText(Path.of("test.yaml"), yaml, List.of());
  }
}
