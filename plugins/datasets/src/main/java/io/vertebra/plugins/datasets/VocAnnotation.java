package io.vertebra.plugins.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What an XML file of PASCAL VOC says of the objects in an image: {@code annotation/object} with
 * {@code name} and {@code difficult}. Parts of an object have names too and are passed over.
 *
 * @param classes the classes of objects
 * @param difficult the classes of which all objects are hard to recognise
 */
record VocAnnotation(Set<String> classes, Set<String> difficult) {
  private static final String DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  /**
   * Reads a file.
   *
   * @throws IOException if it is missing or of another form; the message names it
   */
  static VocAnnotation read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          "There is no file '%s': check ann_path of data_prefix".formatted(file.toAbsolutePath()));
    }
    Set<String> plain = new TreeSet<>();
    Set<String> difficult = new TreeSet<>();
    for (Element object : children(root(file), "object")) {
      String name =
          text(object, "name")
              .orElseThrow(() -> new IOException("'" + file + "' has an object without a name"));
      boolean hard = text(object, "difficult").filter("1"::equals).isPresent();
      (hard ? difficult : plain).add(name);
    }
    difficult.removeAll(plain);
    return new VocAnnotation(plain, difficult);
  }

  private static Element root(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(DOCTYPE, true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(file.toFile()).getDocumentElement();
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException("'%s' is no XML: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  private static Optional<String> text(Element parent, String name) {
    return children(parent, name).stream().map(child -> child.getTextContent().strip()).findFirst();
  }
}
