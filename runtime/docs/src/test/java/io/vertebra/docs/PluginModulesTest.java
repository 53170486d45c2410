package io.vertebra.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A plugin is listed in three places: the build, the distribution, and these tests. */
final class PluginModulesTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final String FOLDER = "plugins/";

  private static Document pom(Path file) throws IOException {
    try {
      return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(file + " is no XML", e);
    }
  }

  private static Stream<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(index -> (Element) nodes.item(index));
  }

  private static List<String> modules() throws IOException {
    return elements(pom(ROOT.resolve("pom.xml")).getElementsByTagName("module"))
        .map(Element::getTextContent)
        .filter(module -> module.startsWith(FOLDER))
        .map(module -> module.substring(FOLDER.length()))
        .toList();
  }

  private static List<String> dependencies(Path pom) throws IOException {
    return elements(pom(pom).getElementsByTagName("dependency"))
        .filter(dependency -> text(dependency, "groupId").equals("io.vertebra.plugins"))
        .map(dependency -> text(dependency, "artifactId"))
        .toList();
  }

  private static String text(Element parent, String name) {
    return parent.getElementsByTagName(name).item(0).getTextContent();
  }

  @Test
  void everyFolderOfAPluginIsBuilt() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT.resolve("plugins"))) {
      List<String> folderNames =
          folders
              .filter(folder -> Files.exists(folder.resolve("pom.xml")))
              .map(folder -> folder.getFileName().toString())
              .sorted()
              .toList();
      assertThat(modules())
          .as("the modules plugins/NAME of pom.xml, in alphabetical order")
          .containsExactlyElementsOf(folderNames);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"runtime/dist/pom.xml", "runtime/docs/pom.xml"})
  void everyPluginIsHandedOutAndTested(String pom) throws IOException {
    assertThat(dependencies(ROOT.resolve(pom)))
        .as("the dependencies io.vertebra.plugins:NAME of %s, in alphabetical order", pom)
        .containsExactlyElementsOf(modules());
  }
}
