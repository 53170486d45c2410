package io.vertebra.engine.model;

import io.vertebra.api.model.Module;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.Parameter;
import io.vertebra.engine.config.FreezeOptions;
import io.vertebra.registry.config.NearNames;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which parameters of a network a config freezes, and when. What the network froze itself stays as
 * it is.
 */
public final class Freezing {
  private final Module network;
  private final List<FreezeRule> rules;
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final Map<String, Norm> norms = new LinkedHashMap<>();

  /**
   * Makes a freezing. Nothing is frozen by that.
   *
   * @param network the network
   * @param options what is frozen
   * @throws IllegalArgumentException if a pattern matches nothing, or nothing is left to be trained
   *     at some position; the message goes on after the name of the option
   */
  public Freezing(Module network, List<FreezeOptions> options) {
    this.network = network;
    this.rules = options.stream().map(FreezeRule::of).toList();
    network.parameters().entrySet().stream()
        .filter(entry -> entry.getValue().trainable())
        .forEach(entry -> parameters.put(entry.getKey(), entry.getValue()));
    collectNorms("", network);
    rules.forEach(this::requireMatch);
    boundaries().forEach(this::requireTraining);
  }

  private void collectNorms(String prefix, Module module) {
    module
        .modules()
        .forEach(
            (name, part) -> {
              if (part instanceof Norm norm && !norm.evaluating()) {
                norms.put(prefix + name, norm);
              }
              collectNorms(prefix + name + ".", part);
            });
  }

  private void requireMatch(FreezeRule rule) {
    Set<String> names = network.parameters().keySet();
    if (names.stream().noneMatch(rule::matches)) {
      Set<String> known = new LinkedHashSet<>(names);
      names.forEach(name -> addParents(name, known));
      String pattern = rule.options().params();
      throw new IllegalArgumentException(
          "names `%s`, but no parameter of the network is called so%s"
              .formatted(
                  pattern, NearNames.question(pattern, known).map(each -> ": " + each).orElse("")));
    }
  }

  private static void addParents(String name, Set<String> known) {
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      known.add(name.substring(0, dot));
    }
  }

  /** Where something may change. */
  private Set<Long> boundaries() {
    Set<Long> boundaries = new TreeSet<>(Set.of(0L));
    for (FreezeRule rule : rules) {
      boundaries.add((long) rule.options().begin());
      rule.options().end().ifPresent(end -> boundaries.add((long) end));
    }
    return boundaries;
  }

  private void requireTraining(long position) {
    if (!rules.isEmpty()
        && parameters.keySet().stream().noneMatch(name -> trains(name, position))) {
      throw new IllegalArgumentException(
          "freezes all parameters at epoch or iteration "
              + position
              + ", so that nothing is left to be trained");
    }
  }

  /** Freezes what is frozen in the whole run, before arrays are made. */
  public void begin() {
    List<FreezeRule> forGood = rules.stream().filter(rule -> rule.options().isForGood()).toList();
    parameters.forEach(
        (name, parameter) -> {
          if (isMatched(name, forGood)) {
            parameter.setTrainable(false);
          }
        });
    setNorms(forGood);
  }

  /**
   * Tells the rules that freeze a parameter for a part of the run. Parameters with the same rules
   * are frozen together.
   *
   * @param name the name of the parameter
   * @return the positions of the rules in the config
   */
  public List<Integer> phasesOf(String name) {
    return IntStream.range(0, rules.size())
        .filter(i -> !rules.get(i).options().isForGood() && rules.get(i).matches(name))
        .boxed()
        .toList();
  }

  /**
   * Whether a parameter is trained at a position.
   *
   * @param name the name of the parameter
   * @param position finished epochs or iterations
   * @return false if it is frozen
   */
  public boolean trains(String name, long position) {
    return rules.stream().noneMatch(rule -> rule.options().actsAt(position) && rule.matches(name));
  }

  /**
   * Lets norms keep to their running statistics, or train, as it is wanted at a position.
   *
   * @param position finished epochs or iterations
   */
  public void setNorms(long position) {
    setNorms(rules.stream().filter(rule -> rule.options().actsAt(position)).toList());
  }

  private void setNorms(List<FreezeRule> acting) {
    List<FreezeRule> evaluating =
        acting.stream().filter(rule -> rule.options().normEval()).toList();
    norms.forEach(
        (prefix, norm) -> {
          Set<String> names = norm.parameters().keySet();
          norm.setEvaluating(
              !names.isEmpty()
                  && names.stream().allMatch(name -> isMatched(prefix + "." + name, evaluating)));
        });
  }

  private static boolean isMatched(String name, List<FreezeRule> rules) {
    return rules.stream().anyMatch(rule -> rule.matches(name));
  }

  /**
   * The patterns that act at a position.
   *
   * @param position finished epochs or iterations
   * @return the patterns, in the order of the config
   */
  public List<String> acting(long position) {
    return rules.stream()
        .map(FreezeRule::options)
        .filter(options -> options.actsAt(position))
        .map(FreezeOptions::params)
        .toList();
  }
}
