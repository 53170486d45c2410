package io.vertebra.cli;

import io.vertebra.registry.catalog.Extension;
import io.vertebra.registry.schema.ExtensionDescriptor;
import io.vertebra.registry.schema.OptionTable;
import io.vertebra.registry.schema.OptionType;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints what parts are and which options they have. */
final class PartPrinter {
  private final PrintWriter out;

  PartPrinter(PrintWriter out) {
    this.out = out;
  }

  /**
   * Prints.
   *
   * @param parts the parts, in this order
   * @param config the keys of a whole config, which come first
   */
  void print(List<Extension> parts, Optional<OptionType.Section> config) {
    config.ifPresent(
        section -> {
          out.println("keys of a config");
          print(section);
        });
    parts.forEach(this::print);
  }

  private void print(Extension extension) {
    ExtensionDescriptor part = extension.descriptor();
    out.printf("%s %s, of %s%n", part.kind().label(), part.type(), extension.owner());
    out.println(part.summary());
    if (!part.formerTypes().isEmpty()) {
      out.println("formerly " + String.join(", ", part.formerTypes()));
    }
    print(part.allOptions());
  }

  private void print(OptionType.Section section) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("OPTION", "VALUE", "DEFAULT", "MEANING"));
    OptionTable.of(section).forEach(row -> rows.add(row(row)));
    if (rows.size() > 1) {
      Columns.print(rows, out);
    }
    out.println();
  }

  private static List<String> row(OptionTable.Row row) {
    List<String> former = row.field().formerKeys();
    String meaning = row.field().doc().orElse("");
    return List.of(
        row.key(),
        row.field().expectation(),
        row.standard(),
        former.isEmpty() ? meaning : meaning + " (formerly " + String.join(", ", former) + ")");
  }
}
