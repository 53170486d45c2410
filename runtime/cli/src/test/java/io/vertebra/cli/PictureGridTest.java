package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.ImageSource;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Target;
import io.vertebra.api.image.ImageOps;
import io.vertebra.engine.survey.DataSurvey;
import io.vertebra.engine.survey.ImageFacts;
import io.vertebra.engine.survey.SetReport;
import io.vertebra.imaging.BufferPool;
import io.vertebra.imaging.HostImageOps;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PictureGridTest {
  private final ImageOps ops = new HostImageOps(new BufferPool(1 << 20), 1 << 20);

  @TempDir private Path folder;

  /** Three pictures of two pixels, the first of one class and the others of another. */
  private record Pictures() implements Dataset, ImageSource {
    @Override
    public int size() {
      return 3;
    }

    @Override
    public List<String> classes() {
      return List.of("cat", "dog");
    }

    @Override
    public int label(int index) {
      return Math.min(index, 1);
    }

    @Override
    public Optional<ImageSource> source(int index) {
      return Optional.of(this);
    }

    @Override
    public Sample get(int index, RandomGenerator random) {
      return Sample.of(this, Target.of(label(index)));
    }

    @Override
    public String name() {
      return "two.ppm";
    }

    @Override
    public byte[] read() {
      return "P6 2 1 255\nabcdef".getBytes(StandardCharsets.US_ASCII);
    }
  }

  @Test
  void hasARowForEachClass() throws IOException {
    Path file = folder.resolve("grid.png");
    Pictures pictures = new Pictures();
    SetReport found = new DataSurvey(ops, 1).of(pictures, count -> {});
    new PictureGrid(ops).write(pictures, found, 2, file);
    BufferedImage grid = ImageIO.read(file.toFile());
    assertThat(List.of(grid.getWidth(), grid.getHeight())).containsExactly(256, 256);
    int white = 0xFFFFFFFF;
    assertThat(grid.getRGB(200, 5)).as("the first class has one picture").isEqualTo(white);
    assertThat(grid.getRGB(200, 133)).isNotEqualTo(white);
  }

  @Test
  void hasTheRowsOfEveryTask() throws IOException {
    Path file = folder.resolve("grid.png");
    Target target = new Target.Tasks(Map.of("kind", Target.of(1), "color", Target.of(4)));
    ImageFacts image = new ImageFacts(0, "two.ppm", target, "x", 1, 2);
    SetReport found = new SetReport(List.of(), List.of(image), List.of());
    new PictureGrid(ops).write(new Pictures(), found, 1, file);
    BufferedImage grid = ImageIO.read(file.toFile());
    assertThat(List.of(grid.getWidth(), grid.getHeight())).containsExactly(128, 256);
    assertThat(grid.getRGB(100, 133)).isNotEqualTo(0xFFFFFFFF);
  }
}
