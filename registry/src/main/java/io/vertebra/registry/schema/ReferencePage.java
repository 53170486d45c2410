package io.vertebra.registry.schema;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.catalog.Extension;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes parts and their options in a Markdown page. The same parts give the same text. */
public final class ReferencePage {
  private static final Comparator<Extension> ORDER =
      Comparator.comparing(ReferencePage::kind)
          .thenComparing(part -> part.descriptor().type())
          .thenComparing(part -> part.owner().name());

  private final List<Extension> parts;
  private final Optional<OptionType.Section> config;
  private final StringBuilder page = new StringBuilder();

  private ReferencePage(List<Extension> parts, Optional<OptionType.Section> config) {
    this.parts = parts.stream().sorted(ORDER).toList();
    this.config = config;
  }

  /**
   * Writes a page.
   *
   * @param parts the parts, in any order
   * @param config the keys of a whole config, where they are to stand in the page
   * @return the page, in Markdown with the tables of GitHub
   */
  public static String write(List<Extension> parts, Optional<OptionType.Section> config) {
    requireNonNull(parts, "parts is null");
    return new ReferencePage(parts, requireNonNull(config, "config is null")).write();
  }

  private String write() {
    line("# Reference");
    line("");
    line(
        "What configs can name, and the options of each. `vertebra plugins show` writes this page.");
    writeContents();
    config.ifPresent(
        section -> {
          heading("## Keys of a config");
          writeOptions(section);
        });
    parts.forEach(this::write);
    return page.toString();
  }

  private void writeContents() {
    Map<Kind, List<Extension>> kinds =
        parts.stream()
            .collect(Collectors.groupingBy(ReferencePage::kind, TreeMap::new, Collectors.toList()));
    if (!kinds.isEmpty()) {
      line("");
    }
    kinds.forEach(
        (kind, all) ->
            line(
                all.stream()
                    .map(ReferencePage::link)
                    .collect(Collectors.joining(", ", "- " + kind.label() + ": ", ""))));
  }

  private static String link(Extension part) {
    String type = part.descriptor().type();
    return "[%s](#%s)".formatted(type, (kind(part).label() + "-" + type).toLowerCase(Locale.ROOT));
  }

  private void write(Extension extension) {
    ExtensionDescriptor part = extension.descriptor();
    heading("## " + kind(extension).label() + " " + part.type());
    line("");
    line(text(part.summary()) + ". In `" + extension.owner().name() + "`.");
    if (!part.formerTypes().isEmpty()) {
      line("");
      line("Former names: " + codes(part.formerTypes().stream()) + ".");
    }
    writeRefused("Refused names", new TreeMap<>(part.removedTypes()));
    writeOptions(part.allOptions());
  }

  private void writeOptions(OptionType.Section section) {
    List<OptionTable.Row> rows = OptionTable.of(section);
    if (!rows.isEmpty()) {
      line("");
      line("| Key | Value | Default | Meaning |");
      line("|---|---|---|---|");
      rows.forEach(this::write);
    }
    writeRefused("Refused keys", OptionTable.removed(section));
  }

  private void write(OptionTable.Row row) {
    OptionField field = row.field();
    String former =
        field.formerKeys().isEmpty()
            ? ""
            : " (formerly " + codes(field.formerKeys().stream()) + ")";
    String standard = field.defaultText().isPresent() ? code(row.standard()) : row.standard();
    line(
        "| %s | %s | %s | %s |"
            .formatted(
                code(row.key()),
                text(field.expectation()),
                standard,
                (text(field.doc().orElse("")) + former).strip()));
  }

  private void writeRefused(String title, Map<String, String> refused) {
    if (!refused.isEmpty()) {
      line("");
      line(title + ", and what to use instead:");
      line("");
      refused.forEach((name, use) -> line("- " + code(name) + ": " + text(use)));
    }
  }

  private void heading(String text) {
    line("");
    line(text);
  }

  private void line(String text) {
    page.append(text.stripTrailing()).append('\n');
  }

  private static Kind kind(Extension part) {
    return part.descriptor().kind();
  }

  private static String codes(Stream<String> names) {
    return names.map(ReferencePage::code).collect(Collectors.joining(", "));
  }

  private static String code(String text) {
    return "`" + text.replace("|", "\\|") + "`";
  }

  /** Keeps Markdown from reading its own signs in a text. */
  private static String text(String text) {
    return text.replaceAll("[\\\\`*_<>|\\[\\]]", "\\\\$0");
  }
}
