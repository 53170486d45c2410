package io.vertebra.registry.bind;

import io.vertebra.registry.config.ConfigException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes Java values of bound ones; the type of a record's component says what they must be. */
final class ValueBuilder {
  private final PartBuilder parts;

  ValueBuilder(PartBuilder parts) {
    this.parts = parts;
  }

  Object build(Bound bound, Type type) {
    if (bound instanceof Bound.Refused refused) {
      throw new ConfigException(List.of(refused.problem()));
    }
    if (bound instanceof Bound.Constant constant) {
      return constant.value();
    }
    if (bound instanceof Bound.Choice choice) {
      return constant(rawType(type), choice.constant());
    }
    if (bound instanceof Bound.Sequence sequence) {
      return buildList(sequence, argument(type, 0));
    }
    if (bound instanceof Bound.Table table) {
      return buildMap(table, argument(type, 1));
    }
    if (bound instanceof Bound.Maybe maybe) {
      return maybe.value().map(value -> build(value, argument(type, 0)));
    }
    if (bound instanceof Bound.Part part) {
      return part.deferred() ? parts.factory(part) : parts.instantiate(part);
    }
    return bound instanceof Bound.Shorthand shorthand
        ? buildShorthand(shorthand, rawType(type))
        : buildRecord((Bound.Section) bound, rawType(type));
  }

  private List<Object> buildList(Bound.Sequence sequence, Type element) {
    Refusals refusals = new Refusals();
    List<Object> list = new ArrayList<>();
    sequence.elements().forEach(each -> list.add(refusals.attempt(() -> build(each, element))));
    refusals.throwIfAny();
    return Collections.unmodifiableList(list);
  }

  private Map<String, Object> buildMap(Bound.Table table, Type value) {
    Refusals refusals = new Refusals();
    Map<String, Object> map = new LinkedHashMap<>();
    table.values().forEach((key, each) -> map.put(key, refusals.attempt(() -> build(each, value))));
    refusals.throwIfAny();
    return Collections.unmodifiableMap(map);
  }

  private Object buildRecord(Bound.Section section, Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = buildComponents(section, components);
    Constructor<?> constructor;
    try {
      constructor = type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " is not the record that was described", e);
    }
    return Construction.call(constructor::newInstance, values, nameOf(type), section.origin());
  }

  private Object[] buildComponents(Bound.Section section, RecordComponent... components) {
    Refusals refusals = new Refusals();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      RecordComponent component = components[i];
      values[i] = refusals.attempt(() -> component(section, component));
    }
    refusals.throwIfAny();
    return values;
  }

  /** Builds a component. One that a bundle built against an older API does not know is absent. */
  private Object component(Bound.Section section, RecordComponent component) {
    Bound bound = section.components().get(component.getName());
    return bound == null && component.getType().equals(Optional.class)
        ? Optional.empty()
        : build(Optional.ofNullable(bound).orElseThrow(), component.getGenericType());
  }

  private Object buildShorthand(Bound.Shorthand shorthand, Class<?> type) {
    if (shorthand.argument() instanceof Bound.Refused refused) {
      return build(refused, type);
    }
    Method method =
        Arrays.stream(type.getMethods())
            .filter(candidate -> candidate.getName().equals(shorthand.method()))
            .filter(candidate -> candidate.getParameterCount() == 1)
            .filter(candidate -> takes(candidate.getParameterTypes()[0], shorthand.argument()))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException(type + " has no method " + shorthand.method()));
    Object value = build(shorthand.argument(), method.getGenericParameterTypes()[0]);
    return Construction.call(
        arguments -> method.invoke(null, arguments),
        new Object[] {value},
        nameOf(type),
        shorthand.origin());
  }

  private static boolean takes(Class<?> parameter, Bound argument) {
    if (argument instanceof Bound.Constant constant) {
      return MethodType.methodType(parameter).wrap().returnType().isInstance(constant.value());
    }
    return argument instanceof Bound.Sequence == parameter.equals(List.class);
  }

  private static Object constant(Class<?> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(type + " has no constant " + name));
  }

  /** Names a record by what it belongs to, where it is nested: people know that name. */
  private static String nameOf(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    return outer == null ? type.getSimpleName() : outer.getSimpleName();
  }

  private static Class<?> rawType(Type type) {
    return type instanceof ParameterizedType parameterized
        ? (Class<?>) parameterized.getRawType()
        : (Class<?>) type;
  }

  private static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }
}
