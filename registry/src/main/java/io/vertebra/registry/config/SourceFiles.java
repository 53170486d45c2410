package io.vertebra.registry.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Reads config files as text. */
final class SourceFiles {
  private static final int BYTES_PER_CHARACTER = 4;

  private SourceFiles() {}

  /**
   * Returns the text of a file.
   *
   * @param namedAt where the file is named
   */
  static SourceText read(Path file, Origin namedAt, Problems problems) {
    checkName(file, namedAt, problems);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(Limits.MAX_TEXT * BYTES_PER_CHARACTER + 1);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new SourceText(file, text);
    } catch (NoSuchFileException e) {
      String looked = "looked for " + file.toAbsolutePath().normalize();
      throw problems.fatal(
          ConfigProblem.of(namedAt, "there is no config file `" + file + "`", looked));
    } catch (CharacterCodingException e) {
      throw problems.fatal(ConfigProblem.of(namedAt, "`" + file + "` is not text in UTF-8"));
    } catch (IOException e) {
      String why = "`" + file + "` cannot be read: " + e.getMessage();
      throw problems.fatal(ConfigProblem.of(namedAt, why));
    }
  }

  static boolean isJson(Path file) {
    return lowerCase(file).endsWith(".json");
  }

  private static void checkName(Path file, Origin namedAt, Problems problems) {
    String name = lowerCase(file);
    if (name.endsWith(".py")) {
      throw problems.fatal(
          ConfigProblem.of(
              namedAt,
              "`" + file + "` is a program, and configs are not run",
              "let MMEngine write it as YAML, once: python -c \"from mmengine import Config;"
                  + " Config.fromfile('NAME.py').dump('NAME.yaml')\""));
    }
    if (!name.endsWith(".yaml") && !name.endsWith(".yml") && !isJson(file)) {
      throw problems.fatal(
          ConfigProblem.of(
              namedAt,
              "`" + file + "` does not look like a config",
              "a config ends with .yaml, .yml or .json"));
    }
  }

  private static String lowerCase(Path file) {
    return file.toString().toLowerCase(Locale.ROOT);
  }
}
