package io.vertebra.dist;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A training of two epochs that went to its end.
 *
 * @param distribution what trained
 * @param folder its work directory
 * @param outcome what the command left
 */
record TrainedRun(Distribution distribution, Path folder, Outcome outcome) {
  /** Trains. */
  static TrainedRun train(Distribution distribution, Path folder)
      throws IOException, InterruptedException {
    Outcome outcome =
        distribution.run(
            folder.getParent(),
            "train",
            distribution.quickstart(),
            "--work-dir",
            folder.toString(),
            "--cfg-options",
            "train_cfg.max_epochs=2");
    return new TrainedRun(distribution, folder, outcome.succeeded());
  }

  /** The last checkpoint. */
  String checkpoint() {
    return folder.resolve("epoch_2.safetensors").toString();
  }

  /** A file of the folder of logs, which is named after the time. */
  Path log(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Path logs = files.filter(Files::isDirectory).findFirst().orElseThrow();
      return logs.resolve(name);
    }
  }

  /** The lines of the file of scalars. */
  List<JsonObject> scalars() throws IOException {
    return Files.readAllLines(log("scalars.jsonl")).stream()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .toList();
  }
}
