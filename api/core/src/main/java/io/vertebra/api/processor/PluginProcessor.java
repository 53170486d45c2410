package io.vertebra.api.processor;

import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * Describes the plugins of a compilation in {@value #RESOURCE}, so that their options can be
 * checked and shown before any of their code runs. A plugin that no config could build is a compile
 * error at the element to blame.
 */
@SupportedAnnotationTypes({
  "io.vertebra.api.plugin.Plugin",
  "io.vertebra.api.options.ConfigSection"
})
public final class PluginProcessor extends AbstractProcessor {
  /** The file in the jar that describes its plugins. */
  public static final String RESOURCE = "META-INF/vertebra/extensions.json";

  private final List<Object> extensions = new ArrayList<>();
  private final List<Object> sections = new ArrayList<>();
  private final List<Element> described = new ArrayList<>();

  /** Makes a processor; javac does it. */
  public PluginProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    OptionsDescriber options = new OptionsDescriber(processingEnv);
    PluginDescriber plugins = new PluginDescriber(processingEnv, options);
    for (Element element : round.getElementsAnnotatedWith(Plugin.class)) {
      describe(element, extensions, () -> plugins.describe((TypeElement) element));
    }
    for (Element element : round.getElementsAnnotatedWith(ConfigSection.class)) {
      describe(element, sections, () -> List.of(options.describeRecord((TypeElement) element)));
    }
    if (round.processingOver() && !described.isEmpty() && !round.errorRaised()) {
      write();
    }
    return false;
  }

  private void describe(Element element, List<Object> target, Description description) {
    try {
      target.addAll(description.make());
      described.add(element);
    } catch (InvalidPluginException e) {
      processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, e.getMessage(), e.element());
    }
  }

  private void write() {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("format", 1L);
    file.put("extensions", extensions);
    file.put("sections", sections);
    Element[] origins = described.toArray(Element[]::new);
    try (Writer writer =
        processingEnv
            .getFiler()
            .createResource(StandardLocation.CLASS_OUTPUT, "", RESOURCE, origins)
            .openWriter()) {
      writer.write(JsonText.of(file));
    } catch (IOException e) {
      processingEnv
          .getMessager()
          .printMessage(Diagnostic.Kind.ERROR, "cannot write " + RESOURCE + ": " + e.getMessage());
    }
  }

  private interface Description {
    List<Object> make() throws InvalidPluginException;
  }
}
