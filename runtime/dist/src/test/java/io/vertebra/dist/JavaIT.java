package io.vertebra.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.engine.inference.Classifier;
import io.vertebra.engine.inference.Prediction;
import io.vertebra.host.Vertebra;
import io.vertebra.host.VertebraOptions;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The example of the README. */
@ExtendWith(TrainedRunResolver.class)
final class JavaIT {
  @TempDir private Path folder;

  @Test
  void anImageIsPredictedAndDrawn(TrainedRun run) throws IOException {
    Path shoe = TestImages.first(run.distribution(), folder.resolve("shoe.png"));
    Path shown = folder.resolve("shown.png");
    try (Vertebra vertebra = Vertebra.open(VertebraOptions.of(run.distribution().plugins()));
        Classifier classifier = vertebra.classifier(Path.of(run.checkpoint()))) {
      Prediction prediction = classifier.predict(shoe);
      assertThat(prediction.best().name()).isNotEmpty();
      assertThat(prediction.best().score()).isBetween(0f, 1f);
      vertebra.draw(prediction, shoe, shown);
    }
    assertThat(ImageIO.read(shown.toFile())).isNotNull();
  }
}
