package io.vertebra.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TrainedRunResolver.class)
final class PredictIT {
  private final TrainedRun run;

  @TempDir private Path folder;

  PredictIT(TrainedRun run) {
    this.run = run;
  }

  private Outcome predict(String... arguments) throws IOException, InterruptedException {
    String[] all = new String[arguments.length + 2];
    all[0] = "predict";
    all[1] = run.checkpoint();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return run.distribution().run(folder, all);
  }

  @Test
  void imagesOfAllFormatsInAFolderArePredicted() throws IOException, InterruptedException {
    TestImages.copyOdd(folder.resolve("photos"));
    Outcome outcome =
        predict("photos", "--out", "labels.json", "--show-dir", "shown", "--top-k", "3");
    assertThat(outcome.succeeded().out().lines()).hasSameSizeAs(TestImages.ODD);
    JsonArray labels =
        JsonParser.parseString(Files.readString(folder.resolve("labels.json"))).getAsJsonArray();
    assertThat(labels)
        .extracting(label -> label.getAsJsonObject().get("image").getAsString())
        .containsExactlyElementsOf(TestImages.ODD.stream().map(name -> "photos/" + name).toList());
    assertThat(labels).allMatch(label -> label.getAsJsonObject().getAsJsonArray("top").size() == 3);
    for (String name : TestImages.ODD) {
      assertThat(ImageIO.read(folder.resolve("shown").resolve(name).toFile())).isNotNull();
    }
  }

  @Test
  void anImageThatCannotBeReadIsNamedAndTheOthersArePredicted()
      throws IOException, InterruptedException {
    TestImages.copyOdd(folder.resolve("photos"));
    TestImages.cutShort(folder.resolve("photos/broken.jpg"));
    Outcome outcome = predict("photos", "--out", "labels.csv").wasRefused("photos/broken.jpg");
    assertThat(outcome.err().lines()).hasSize(1);
    List<String> lines = Files.readAllLines(folder.resolve("labels.csv"));
    assertThat(lines.get(0)).startsWith("image,pred_label,pred_class,pred_score,label_2");
    assertThat(lines).hasSize(1 + TestImages.ODD.size());
  }

  @Test
  void anImageThatIsNotThereIsNamed() throws IOException, InterruptedException {
    predict("nowhere.png").wasRefused("nowhere.png");
  }
}
