package io.vertebra.registry.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.plugin.Kind;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.HookSettings;
import io.vertebra.api.train.Priority;
import io.vertebra.registry.bind.ToyPlugins.ToyWeightHook;
import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.schema.ExtensionDescriptor;
import io.vertebra.registry.schema.OptionTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Options that every part of a kind takes, here the priority of hooks. */
final class CommonOptionsTest {
  private final PartBuilder builder = new PartBuilder();

  @AfterEach
  void close() {
    builder.close();
  }

  @Test
  void aNumberOrANameIsRememberedForThePart() {
    assertThat(priority(hook("{type: ToyHook, priority: 40}"))).contains(40);
    assertThat(priority(hook("{type: ToyHook, priority: VERY_LOW}")))
        .contains(Priority.VERY_LOW.value());
  }

  @Test
  void nothingIsSaidWhereTheKeyIsLeftOutOrNull() {
    assertThat(priority(hook("{type: ToyHook}"))).isEmpty();
    assertThat(priority(hook("{type: ToyHook, priority: null}"))).isEmpty();
  }

  @Test
  void eachPartHasItsOwn() {
    Hook one = hook("{type: ToyHook, priority: 1}");
    Hook other = hook("{type: ToyHook, priority: 2}");

    assertThat(priority(one)).contains(1);
    assertThat(priority(other)).contains(2);
    assertThat(builder.origin(one)).hasValueSatisfying(place -> assertThat(place.line()).isOne());
  }

  @Test
  void anOptionOfThePartItselfComesFirst() {
    Hook hook = hook("{type: ToyWeightHook, priority: 0.5}");

    assertThat(((ToyWeightHook) hook).options.priority()).isEqualTo(0.5);
    assertThat(priority(hook)).isEmpty();
  }

  @Test
  void otherValuesAreRefusedLikeThoseOfOtherOptions() {
    assertThatThrownBy(() -> hook("{type: ToyHook, priority: 101}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("`priority` must be from 0 to 100, but is 101");
    assertThatThrownBy(() -> hook("{type: ToyHook, priority: ABOVE}"))
        .hasMessageContaining("`priority` must be one of HIGHEST, VERY_HIGH, HIGH, ABOVE_NORMAL");
    assertThatThrownBy(() -> hook("{type: ToyHook, priorty: 1}"))
        .hasMessageContaining("did you mean `priority`");
  }

  @Test
  void aPartOfAnotherBuilderIsNotKnown() {
    Hook hook = hook("{type: ToyHook, priority: 40}");

    try (PartBuilder other = new PartBuilder()) {
      assertThat(other.settings(hook, HookSettings.class)).isEmpty();
      assertThat(other.origin(hook)).isEmpty();
    }
  }

  @Test
  void listsForPeopleShowThemBesideThePartsOwn() {
    assertThat(OptionTable.of(descriptor("ToyHook").allOptions()))
        .extracting(OptionTable.Row::key)
        .containsExactly("priority");
    assertThat(OptionTable.of(descriptor("ToyWeightHook").allOptions()))
        .extracting(row -> row.field().doc().orElse(""))
        .containsExactly("a weight of its own");
  }

  private Hook hook(String yaml) {
    Bound.Part part =
        new Binder(ToyCatalog.catalog(), warning -> {})
            .bindPart(
                new ConfigLoader().loadText(Path.of("hook.yaml"), yaml, List.of()),
                Kind.HOOK,
                null);
    return builder.buildPart(part, Hook.class);
  }

  private Optional<Integer> priority(Hook hook) {
    return builder
        .settings(hook, HookSettings.class)
        .flatMap(HookSettings::priority)
        .map(HookSettings.Rank::value);
  }

  private static ExtensionDescriptor descriptor(String type) {
    return ToyCatalog.catalog().find(Kind.HOOK, type).orElseThrow().descriptor();
  }
}
