package io.vertebra.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that show what pipelines do. */
final class LookIT {
  private final Distribution distribution = Distribution.assembled();

  @TempDir private Path folder;

  private BufferedImage picture(String file) throws IOException {
    return ImageIO.read(folder.resolve(file).toFile());
  }

  @Test
  void aPictureGoesThroughAPipeline() throws IOException, InterruptedException {
    ImageIO.write(
        new BufferedImage(61, 47, BufferedImage.TYPE_INT_RGB),
        "png",
        folder.resolve("in.png").toFile());
    Files.writeString(
        folder.resolve("pipeline.yaml"),
        "pipeline:\n- {type: ResizeEdge, scale: 32}\n- {type: Invert, prob: 1.0}\n");
    distribution.run(folder, "transform", "pipeline.yaml", "in.png", "out.png").succeeded();
    BufferedImage result = picture("out.png");
    assertThat(result.getWidth()).isEqualTo(41);
    assertThat(result.getHeight()).isEqualTo(32);
    assertThat(result.getRGB(3, 3)).isEqualTo(0xffffffff);
    distribution
        .run(folder, "transform", "pipeline.yaml", "none.png", "out.png")
        .wasRefused("there is no image none.png");
  }

  @Test
  void sheetsShowWhatTrainingSees() throws IOException, InterruptedException {
    distribution
        .run(
            folder,
            "browse",
            distribution.quickstart(),
            "--out",
            "sheets",
            "--count",
            "2",
            "--cfg-options",
            "model.train_cfg={augments: {type: Mixup, alpha: 1.0}}")
        .succeeded();
    assertThat(picture("sheets/sample_001.png")).isNotNull();
    assertThat(picture("sheets/mixed_batch.png").getWidth()).isGreaterThan(1000);
    assertThat(folder.resolve("sheets/sample_002.png")).doesNotExist();
  }
}
