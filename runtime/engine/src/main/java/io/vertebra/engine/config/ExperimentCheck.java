package io.vertebra.engine.config;

import io.vertebra.api.model.Algorithm;
import io.vertebra.api.train.Schedule;
import io.vertebra.registry.bind.Binder;
import io.vertebra.registry.bind.Bound;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.bind.Report;
import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.config.MappingNode;
import java.util.Map;
import java.util.Optional;

/**
 * Checks a whole config, as far as it can be without an engine and without opening data: every key
 * and value, what constructors refuse, and whether parts fit each other and the data. Networks are
 * built for it, which takes no arrays.
 */
public final class ExperimentCheck {
  private ExperimentCheck() {}

  /**
   * Checks a config.
   *
   * @param catalog the parts that there are
   * @param config the config
   * @return all that was found, right and wrong
   */
  public static CheckedConfig of(Catalog catalog, MappingNode config) {
    Report report = new Report();
    ConfigWarnings.withoutEffect(config).ifPresent(report::warning);
    Bound.Section bound = Binder.examine(catalog, config, ExperimentSchema.read(), report);
    try (PartBuilder builder = new PartBuilder()) {
      TrialParts parts = new TrialParts(bound, builder, report);
      parts.refuseOptions();
      Findings findings = new Findings(config, report);
      Optional<Algorithm> model = parts.model();
      new ModelCheck(findings).check(parts, model);
      Map<String, Schedule> schedules = parts.parts("param_scheduler", Schedule.class);
      parts
          .training()
          .ifPresent(
              training -> {
                new ScheduleCheck(findings, training).check(schedules);
                model.ifPresent(network -> new FreezeCheck(findings).check(network, training));
              });
      new MonitorCheck(findings).check(parts, schedules);
    }
    return new CheckedConfig(bound, report);
  }
}
