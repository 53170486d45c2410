package io.vertebra.registry.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts values in the place of the references in the tree of one file. */
final class ReferenceResolver {
  private static final int MOST_CHARACTERS = 4_000_000;

  private final MaskedText masked;
  private final ReferenceValues values;
  private final Problems problems;
  private long characters;

  ReferenceResolver(MaskedText masked, ReferenceValues values, Problems problems) {
    this.masked = masked;
    this.values = values;
    this.problems = problems;
  }

  /** Returns the tree with all references replaced. */
  ConfigNode resolve(ConfigNode node) {
    if (node instanceof MappingNode mapping) {
      return Sizes.checked(mapping(mapping), problems);
    }
    if (node instanceof ListNode list) {
      return list(list);
    }
    ScalarNode scalar = (ScalarNode) node;
    return masked.hasReference(scalar.text()) ? scalar(scalar) : scalar;
  }

  private ListNode list(ListNode list) {
    List<ConfigNode> elements = new ArrayList<>();
    boolean changed = false;
    for (ConfigNode element : list.children()) {
      ConfigNode resolved = resolve(element);
      changed |= resolved != element;
      elements.add(resolved);
    }
    return changed ? Sizes.checked(new ListNode(list.info(), elements), problems) : list;
  }

  private MappingNode mapping(MappingNode mapping) {
    MappingBuilder builder = new MappingBuilder(problems);
    boolean changed = false;
    for (MappingNode.Entry entry : mapping.entries()) {
      boolean refers = masked.hasReference(entry.key());
      String key = refers ? text(entry.key(), entry.keyOrigin()) : entry.key();
      ConfigNode resolved = resolve(entry.value());
      changed |= refers || resolved != entry.value();
      builder.add(new MappingNode.Entry(key, entry.keyOrigin(), resolved));
    }
    return changed ? builder.build(mapping.info()) : mapping;
  }

  private ConfigNode scalar(ScalarNode scalar) {
    Optional<Reference> whole = masked.whole(scalar.text());
    if (whole.isPresent()) {
      return whole(whole.get(), scalar);
    }
    String text = text(scalar.text(), scalar.origin());
    return scalar.isQuoted()
        ? ScalarNode.quoted(scalar.info(), text)
        : ScalarNode.plain(scalar.info(), text);
  }

  private ConfigNode whole(Reference reference, ScalarNode scalar) {
    if (reference.kind() == Reference.Kind.BASE) {
      return values
          .base(reference, scalar.origin())
          .map(found -> found.with(scalar.info().over(found)))
          .orElse(scalar);
    }
    String text = values.text(reference, scalar.origin());
    return scalar.isQuoted() ? ScalarNode.quoted(scalar.info(), text) : unquoted(text, scalar);
  }

  // A value without quotes is read as if it stood in the file: a number, a list in brackets, ...
  private ConfigNode unquoted(String text, ScalarNode scalar) {
    boolean needsParser = !text.isEmpty() && "[{'\"".indexOf(text.charAt(0)) >= 0;
    return needsParser
        ? YamlReader.read(text, (line, column) -> scalar.origin(), problems)
        : ScalarNode.plain(scalar.info(), text);
  }

  private String text(String part, Origin origin) {
    StringBuilder text = new StringBuilder();
    masked.split(
        part,
        new MaskedText.Visitor() {
          @Override
          public void text(String characters) {
            text.append(characters);
          }

          @Override
          public void reference(Reference reference) {
            text.append(counted(embedded(reference, origin), origin));
          }
        });
    return text.toString();
  }

  private String embedded(Reference reference, Origin origin) {
    return reference.kind() == Reference.Kind.BASE
        ? values.base(reference, origin).map(node -> scalarText(node, reference, origin)).orElse("")
        : values.text(reference, origin);
  }

  private String scalarText(ConfigNode node, Reference reference, Origin origin) {
    if (node instanceof ScalarNode scalar) {
      return scalar.text();
    }
    problems.add(
        origin,
        "`_base_." + reference.name() + "` is " + node.kind() + " and cannot be part of a text",
        "it was written at " + node.origin());
    return "";
  }

  private String counted(String text, Origin origin) {
    characters += text.length();
    if (characters > MOST_CHARACTERS) {
      throw problems.fatal(
          ConfigProblem.of(
              origin, "the references in texts bring over " + MOST_CHARACTERS + " characters"));
    }
    return text;
  }
}
