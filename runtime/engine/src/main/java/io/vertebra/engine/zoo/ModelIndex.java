package io.vertebra.engine.zoo;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.vertebra.engine.file.AtomicFile;
import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.ConfigNode;
import io.vertebra.registry.config.ConfigProblem;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The models that the metafiles below a folder list. */
public final class ModelIndex {
  /** What the files are called. */
  public static final String FILE = "metafile.yml";

  private static final String MODELS = "Models";
  private static final int DEPTH = 4;
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private final List<ModelEntry> models;

  private ModelIndex(List<ModelEntry> models) {
    this.models = models;
  }

  /**
   * Reads all metafiles below a folder.
   *
   * @param folder the folder
   * @return the models, sorted by name
   * @throws ConfigException if a metafile is wrong, with the place
   * @throws IOException if the folder cannot be read
   */
  public static ModelIndex below(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder, DEPTH)) {
      files = found.filter(file -> file.endsWith(FILE)).sorted().toList();
    }
    List<ModelEntry> models = new ArrayList<>();
    for (Path file : files) {
      models.addAll(read(file));
    }
    models.sort(Comparator.comparing(ModelEntry::name));
    return new ModelIndex(List.copyOf(models));
  }

  private static List<ModelEntry> read(Path file) {
    MappingNode tree = new ConfigLoader().load(file, List.of());
    List<ModelEntry> models = new ArrayList<>();
    for (ConfigNode model : tree.get(MODELS).map(ConfigNode::children).orElse(List.of())) {
      if (!(model instanceof MappingNode fields)
          || new ModelEntry(file, fields).text(ModelEntry.NAME).isEmpty()) {
        throw new ConfigException(
            List.of(ConfigProblem.of(model.origin(), "a model is a mapping with a `Name`")));
      }
      models.add(new ModelEntry(file, fields));
    }
    return models;
  }

  /**
   * The models.
   *
   * @return all of them, sorted by name
   */
  public List<ModelEntry> models() {
    return models;
  }

  /**
   * Finds a model.
   *
   * @param name its name
   * @return the model, or empty where none has this name
   */
  public Optional<ModelEntry> find(String name) {
    return models.stream().filter(model -> model.name().equals(name)).findFirst();
  }

  /**
   * Lists a model at the end of a metafile.
   *
   * @param file the metafile; it is made where there is none
   * @param fields what it says of the model, its name first
   * @throws IOException if it cannot be written, or lists a model of this name
   */
  public static void append(Path file, Map<String, Object> fields) throws IOException {
    StringBuilder text = new StringBuilder();
    if (Files.exists(file)) {
      Object name = fields.get(ModelEntry.NAME);
      if (read(file).stream().anyMatch(model -> model.name().equals(name))) {
        throw new IOException(file + " lists a model '" + name + "' already: give another name");
      }
      text.append(Files.readString(file).stripTrailing()).append('\n');
    } else {
      text.append(MODELS).append(":\n");
    }
    String indent = "  - ";
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      // JSON is YAML too, and leaves no question of quoting.
      text.append(indent).append(field.getKey()).append(": ");
      text.append(GSON.toJson(field.getValue())).append('\n');
      indent = "    ";
    }
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
    AtomicFile.write(
        file,
        out -> {
          while (bytes.hasRemaining()) {
            out.write(bytes);
          }
        });
  }
}
