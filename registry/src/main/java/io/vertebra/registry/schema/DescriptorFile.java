package io.vertebra.registry.schema;

import java.util.List;

/**
 * The description of a jar's plugins.
 *
 * @param extensions its parts
 * @param sections its records of options that belong to no plugin
 */
public record DescriptorFile(
    List<ExtensionDescriptor> extensions, List<OptionType.Section> sections) {
  /** The place of the description in a jar. */
  public static final String PATH = "META-INF/vertebra/extensions.json";

  /** Makes a description that does not change. */
  public DescriptorFile {
    extensions = List.copyOf(extensions);
    sections = List.copyOf(sections);
  }
}
