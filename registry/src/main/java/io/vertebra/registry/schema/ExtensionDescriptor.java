package io.vertebra.registry.schema;

import io.vertebra.api.plugin.Kind;

/**
 * What is known of a part without loading its class.
 *
 * @param kind its kind
 * @param type its type name
 * @param className binary name of its class
 * @param summary what it is, in one line
 * @param options its options; without fields where it has none
 * @param hasOptions whether its constructor takes a record of options
 */
public record ExtensionDescriptor(
    Kind kind,
    String type,
    String className,
    String summary,
    OptionType.Section options,
    boolean hasOptions) {}
