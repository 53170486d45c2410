package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.vertebra.engine.inference.Prediction;
import io.vertebra.engine.inference.Prediction.ClassScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PredictionFileTest {
  @TempDir private Path folder;

  private static Predictions.Found found(String image, ClassScore... top) {
    Path path = Path.of(image);
    return new Predictions.Found(
        new ImageFile(path, path), new Prediction(path.toString(), List.of(top)));
  }

  @Test
  void jsonHoldsTheBestClassAndTheOthers() throws IOException {
    Path file = folder.resolve("new/labels.json");
    PredictionFile.write(
        file,
        List.of(found("a.png", new ClassScore(3, "Dress", 0.1f), new ClassScore(0, "Bag", 0.05f))));
    JsonArray all = JsonParser.parseString(Files.readString(file)).getAsJsonArray();
    JsonObject first = all.get(0).getAsJsonObject();
    assertThat(first.get("image").getAsString()).isEqualTo("a.png");
    assertThat(first.get("pred_label").getAsInt()).isEqualTo(3);
    assertThat(first.get("pred_class").getAsString()).isEqualTo("Dress");
    assertThat(first.get("pred_score").getAsString()).isEqualTo("0.1");
    assertThat(first.getAsJsonArray("top")).hasSize(2);
  }

  @Test
  void csvQuotesWhatHasToBeQuoted() throws IOException {
    Path file = folder.resolve("labels.csv");
    PredictionFile.write(
        file,
        List.of(
            found("a, \"b\".png", new ClassScore(3, "Dress", 0.75f), new ClassScore(0, "Bag", 0)),
            found("c.png", new ClassScore(1, "Shirt", 0.5f), new ClassScore(0, "Bag", 0.25f))));
    assertThat(Files.readString(file).split("\r\n"))
        .containsExactly(
            "image,pred_label,pred_class,pred_score,label_2,class_2,score_2",
            "\"a, \"\"b\"\".png\",3,Dress,0.75,0,Bag,0.0",
            "c.png,1,Shirt,0.5,0,Bag,0.25");
  }

  @Test
  void noPredictionsMakeAHeadAlone() throws IOException {
    Path file = folder.resolve("labels.csv");
    PredictionFile.write(file, List.of());
    assertThat(file).content().isEqualTo("image,pred_label,pred_class,pred_score\r\n");
  }
}
