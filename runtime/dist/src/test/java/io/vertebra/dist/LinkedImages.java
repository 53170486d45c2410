package io.vertebra.dist;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Sets of JPEG files that take little room, since they are links to a few. */
final class LinkedImages {
  private static final int DISTINCT = 10;
  private static final int HEIGHT = 150;
  private static final int WIDTH = 200;

  private final Path originals;

  /** Makes the files that are linked in a folder. */
  LinkedImages(Path folder) throws IOException {
    this.originals = Files.createDirectory(folder.resolve("originals"));
  }

  /**
   * Fills a folder with ten classes.
   *
   * @param images how many files
   * @param bad how many of them cannot be read, spread evenly
   * @return the paths of the bad ones, below the folder
   */
  List<String> write(Path folder, int images, int bad) throws IOException {
    List<Path> good = new ArrayList<>();
    for (int i = 0; i < DISTINCT; i++) {
      good.add(Files.write(originals.resolve("good" + i), jpeg(i)));
      Files.createDirectory(folder.resolve("class" + i));
    }
    List<Path> damaged = damaged();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < images; i++) {
      boolean isBad = i % (images / bad) == 7;
      Path original = isBad ? damaged.get(names.size() % damaged.size()) : good.get(i % DISTINCT);
      String name = "class%d/%05d.jpg".formatted(i % DISTINCT, i);
      Files.createLink(folder.resolve(name), original);
      if (isBad) {
        names.add(name);
      }
    }
    return names;
  }

  /** Cut short, cut short with an end marker, empty, and text. */
  private List<Path> damaged() throws IOException {
    byte[] whole = jpeg(DISTINCT);
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    byte[] ended = cut.clone();
    ended[ended.length - 2] = (byte) 0xff;
    ended[ended.length - 1] = (byte) 0xd9;
    return List.of(
        Files.write(originals.resolve("cut"), cut),
        Files.write(originals.resolve("ended"), ended),
        Files.write(originals.resolve("empty"), new byte[0]),
        Files.write(originals.resolve("text"), "<html>".getBytes(StandardCharsets.UTF_8)));
  }

  /** Noise on slopes of colour. */
  private static byte[] jpeg(int seed) throws IOException {
    Random random = new Random(seed);
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        picture.setRGB(x, y, (x << 16) + (((x + y) / 2) << 8) + y + random.nextInt(32));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpg", bytes);
    return bytes.toByteArray();
  }
}
