package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks in an installation without plugins, where every type is unknown. */
final class ConfigCheckTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @BeforeEach
  void install() throws IOException {
    Files.createDirectory(folder.resolve("plugins"));
  }

  @Test
  void eachFileIsCheckedAndOneErrorIsEnoughToFail() throws IOException {
    String first = file("first.yaml", "model: {type: Network}\nwork_dri: here\n");
    String second = file("second.yaml", "model: [\n");

    assertThat(check(first, second)).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .contains("error: " + first + ":2:1: unknown option `work_dri`\n  work_dri: here\n  ^")
        .contains("hint: did you mean `work_dir`?")
        .contains("there is no algorithm named `Network`")
        .contains("error: " + second + ":2:1: this is not YAML")
        .contains("vertebra: 1 error in " + second);
  }

  @Test
  void editorsAndCiGetAnArrayAndNothingElse() throws IOException {
    String mine = file("mine.yaml", "model: {type: Network}\nlauncher: none\n");

    assertThat(check("--format", "json", mine, "--cfg-options", "work_dri=x")).isEqualTo(2);

    JsonArray array = JsonParser.parseString(out.toString()).getAsJsonArray();
    assertThat(array)
        .map(each -> each.getAsJsonObject().get("severity").getAsString())
        .contains("error", "warning");
    JsonObject type = find(array, "model");
    assertThat(type.get("file").getAsString()).isEqualTo(mine);
    assertThat(type.get("line").getAsInt()).isEqualTo(1);
    assertThat(type.get("column").getAsInt()).isEqualTo(15);
    assertThat(type.get("message").getAsString()).contains("named `Network`");
    assertThat(type.get("hint").getAsString()).contains("no bundle provides");
    JsonObject override = find(array, "work_dri");
    assertThat(override.get("file").getAsString()).isEqualTo("--cfg-options work_dri=x");
    assertThat(override.get("line").getAsInt()).isZero();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aFileThatIsNotThereIsAFindingToo() {
    assertThat(check("--format", "json", "absent.yaml")).isEqualTo(2);
    assertThat(out.toString()).contains("there is no config file `absent.yaml`");
  }

  @Test
  void otherFormatsAreRefused() {
    assertThat(check("--format", "xml", "a.yaml")).isEqualTo(2);
    assertThat(err.toString()).contains("--format is 'xml', but must be text or json");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private int check(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "config";
    all[1] = "check";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    Terminal terminal =
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
    return Commands.of(terminal, new Installation(folder)).execute(all);
  }

  private static JsonObject find(JsonArray array, String key) {
    return array.asList().stream()
        .map(each -> each.getAsJsonObject())
        .filter(each -> !each.get("key").isJsonNull())
        .filter(each -> each.get("key").getAsString().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
