package io.vertebra.plugins.datasets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An image of the In-shop Clothes Retrieval set.
 *
 * @param path its path below the folder of the images
 * @param item what is seen on it
 * @param part the part of the set that it is in
 */
record ShopImage(String path, String item, InShop.Split part) {
  private static final int HEADER_LINES = 2;

  /**
   * Reads the list of all images: their number, the names of the columns, an image a line.
   *
   * @throws IOException if it is missing or of another form; the message names the line
   */
  static List<ShopImage> list(Path file) throws IOException {
    List<String> lines = AnnotationFile.lines(file);
    List<ShopImage> images = new ArrayList<>();
    for (int i = HEADER_LINES; i < lines.size(); i++) {
      if (!lines.get(i).isEmpty()) {
        images.add(parse(lines.get(i), file + ":" + (i + 1)));
      }
    }
    String count = lines.isEmpty() ? "" : lines.get(0);
    if (!count.equals(Integer.toString(images.size()))) {
      throw new IOException(
          "'%s' has %d images, but its first line tells their number as '%s': it is cut short or"
                  .formatted(file, images.size(), count)
              + " of another form");
    }
    return images;
  }

  private static ShopImage parse(String line, String place) throws IOException {
    String[] columns = line.split("\\s+", -1);
    if (columns.length == 3) {
      for (InShop.Split part : InShop.Split.values()) {
        if (part.label().equals(columns[2])) {
          return new ShopImage(columns[0], columns[1], part);
        }
      }
    }
    throw new IOException(
        "%s: expected an image, its item and one of %s, but found '%s'"
            .formatted(
                place,
                Arrays.stream(InShop.Split.values()).map(InShop.Split::label).toList(),
                line));
  }
}
