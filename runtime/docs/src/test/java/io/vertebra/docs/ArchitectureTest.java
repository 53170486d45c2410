package io.vertebra.docs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.catalog.Extension;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
final class ArchitectureTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.vertebra");

  @Test
  void registryKnowsNeitherOsgiNorDjl() {
    noClasses()
        .that()
        .resideInAPackage("io.vertebra.registry..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.osgi..", "org.apache.felix..", "ai.djl..")
        .check(CLASSES);
  }

  @Test
  void apiKnowsNoRuntime() {
    noClasses()
        .that()
        .resideInAnyPackage("io.vertebra.api..", "io.vertebra.nn..", "io.vertebra.families..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.vertebra.registry..",
            "io.vertebra.engine..",
            "io.vertebra.imaging..",
            "io.vertebra.host..",
            "io.vertebra.cli..",
            "io.vertebra.testkit..")
        .check(CLASSES);
  }

  @Test
  void pluginsKnowOnlyTheApi() {
    noClasses()
        .that()
        .resideInAPackage("io.vertebra.plugins..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.vertebra.registry..",
            "io.vertebra.engine..",
            "io.vertebra.imaging..",
            "io.vertebra.host..",
            "io.vertebra.cli..",
            "io.vertebra.testkit..",
            "org.osgi..")
        .check(CLASSES);
  }

  @Test
  void nothingButPluginsKnowsPlugins() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.vertebra.plugins..", "io.vertebra.docs..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.vertebra.plugins..")
        .check(CLASSES);
  }

  @Test
  void bundlesImportPackagesOfTheApiAndOfJavaAloneAndExportNone() throws IOException {
    List<BundleManifest> bundles = BundleManifest.ofPluginsOnClassPath();
    assertThat(bundles).isNotEmpty();
    for (BundleManifest bundle : bundles) {
      assertThat(bundle.imports())
          .as("imports of %s", bundle.name())
          .allMatch(
              name ->
                  name.matches("(io\\.vertebra\\.(api|nn|families)|ai\\.djl|org\\.slf4j)\\b.*")
                      || name.matches(
                          "(javax\\.xml|org\\.w3c\\.dom|org\\.xml\\.sax|sun\\.misc)\\b.*"));
      assertThat(bundle.exports()).as("exports of %s", bundle.name()).isEmpty();
    }
  }

  @Test
  void nothingButPluginsNamesAModel() throws IOException {
    List<String> literals = models().map(type -> '"' + type + '"').toList();
    assertThat(literals).isNotEmpty();
    for (String folder : List.of("api", "registry", "runtime")) {
      for (Path file : sources(ROOT.resolve(folder))) {
        assertThat(Files.readString(file)).as("%s", file).doesNotContain(literals);
      }
    }
  }

  private static Stream<String> models() throws IOException {
    try (PluginRuntime plugins = PluginRuntime.open(PluginSource.BUNDLE)) {
      return plugins.catalog().list(Kind.BACKBONE).stream()
          .filter(part -> part.owner().name().startsWith("io.vertebra.plugins."))
          .map((Extension part) -> part.descriptor().type());
    }
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("/src/main/java/io/vertebra/"))
          .toList();
    }
  }
}
