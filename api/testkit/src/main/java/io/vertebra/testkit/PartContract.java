package io.vertebra.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.bind.Binder;
import io.vertebra.registry.bind.Bound;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.catalog.Extension;
import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.ConfigProblem;
import io.vertebra.registry.config.MappingNode;
import io.vertebra.registry.schema.OptionField;
import io.vertebra.registry.schema.OptionType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What holds for every part, whatever its kind: its options are documented and their defaults
 * right, a misspelled option is refused by name, its constructor is light, and nothing of its
 * bundle stays when the bundle goes. Extend the contract of a kind, not this class.
 *
 * @param <T> the extension point
 */
@ParameterizedClass(name = "{0}")
@EnumSource(PluginSource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PartContract<T> {
  @Parameter PluginSource source;

  private final Kind kind;
  private final Class<T> type;
  private PluginRuntime plugins;
  private LeakSentinel sentinel;

  PartContract(Kind kind, Class<T> type) {
    this.kind = kind;
    this.type = type;
  }

  /**
   * The part under test as a config names it.
   *
   * @return YAML text, for example {@code {type: LeNet5, num_classes: 10}}
   */
  protected abstract String config();

  /** Uses a part as a run would, and lets go of everything. */
  abstract void exercise(PluginRuntime runtime, T part) throws IOException;

  /** What the part is told by its parent. */
  Object[] arguments() {
    return new Object[0];
  }

  @BeforeParameterizedClassInvocation
  final void openPlugins(PluginSource from) throws IOException {
    plugins = PluginRuntime.open(from);
  }

  @AfterParameterizedClassInvocation
  final void closePlugins() {
    plugins.close();
  }

  @BeforeEach
  final void watch() {
    sentinel = new LeakSentinel(plugins);
  }

  @AfterEach
  final void nothingIsLeftBehind() {
    sentinel.check();
  }

  /**
   * The runtime of this run of the contract.
   *
   * @return the runtime, closed by the contract
   */
  protected final PluginRuntime plugins() {
    return plugins;
  }

  /** Builds the part of the config. */
  final T build(PartBuilder builder) {
    return build(plugins, builder);
  }

  private T build(PluginRuntime runtime, PartBuilder builder) {
    return builder.buildPart(bind(runtime), type, arguments());
  }

  private Bound.Part bind(PluginRuntime runtime, String... overrides) {
    return new Binder(runtime.catalog(), PartContract::refuseWarning)
        .bindPart(node(overrides), kind, null);
  }

  private static void refuseWarning(ConfigProblem warning) {
    throw new AssertionError("the config of a contract uses former names: " + warning);
  }

  private MappingNode node(String... overrides) {
    Path name = Path.of(getClass().getSimpleName() + ".yaml");
    return new ConfigLoader().loadText(name, config(), List.of(overrides));
  }

  private List<OptionField> options() {
    return fields(bind(plugins).extension().descriptor().allOptions()).toList();
  }

  private static Stream<OptionField> fields(OptionType.Section section) {
    return section.fields().stream()
        .flatMap(
            field -> field.inline() ? fields((OptionType.Section) field.type()) : Stream.of(field));
  }

  @Test
  final void everyOptionIsDocumented() {
    assertThat(options())
        .allSatisfy(option -> assertThat(option.doc()).as(option.key()).isPresent());
  }

  @Test
  final void everyDefaultIsAllowed() {
    for (OptionField option : options()) {
      option
          .defaultText()
          .ifPresent(text -> assertThat(bind(plugins, option.key() + "=" + text)).isNotNull());
    }
  }

  @Test
  final void misspelledOptionIsRefusedByName() {
    String right = options().stream().map(OptionField::key).findFirst().orElse("option");
    assertThatThrownBy(() -> bind(plugins, right + "x=1"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(right + "x")
        .satisfies(
            e -> {
              if (!options().isEmpty()) {
                assertThat(e).hasMessageContaining("`" + right + "`");
              }
            });
  }

  @Test
  final void constructorMakesNoArraysAndNoImages() {
    int arrays = plugins.liveArrays();
    try (PartBuilder builder = new PartBuilder()) {
      assertThat(build(builder)).isInstanceOf(type);
      assertThat(plugins.liveArrays()).isEqualTo(arrays);
      assertThat(plugins.liveImages()).isZero();
    }
  }

  @Test
  final void classComesFromWhereItShould() {
    try (PartBuilder builder = new PartBuilder()) {
      ClassLoader loader = build(builder).getClass().getClassLoader();
      boolean ofTest = loader == PartContract.class.getClassLoader();
      assertThat(ofTest).isEqualTo(source == PluginSource.CLASS_PATH);
    }
  }

  @Test
  final void classLoaderGoesWithTheBundle() throws IOException {
    assumeTrue(source == PluginSource.BUNDLE, "classes of the class path stay");
    try (PluginRuntime runtime = PluginRuntime.open(source)) {
      Departure loader = useAndUninstall(runtime);
      assertThat(loader.happens())
          .as("the class loader of the bundle is gone after the bundle was uninstalled")
          .isTrue();
    }
  }

  private Departure useAndUninstall(PluginRuntime runtime) throws IOException {
    Departure loader;
    Extension extension = bind(runtime).extension();
    try (PartBuilder builder = new PartBuilder()) {
      T part = build(runtime, builder);
      loader = new Departure(part.getClass().getClassLoader());
      exercise(runtime, part);
    }
    runtime.uninstall(extension.owner().name());
    return loader;
  }
}
