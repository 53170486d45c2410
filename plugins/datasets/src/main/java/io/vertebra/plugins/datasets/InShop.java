package io.vertebra.plugins.datasets;

import io.vertebra.api.data.Target;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Photographs of clothes to find again (Liu et al., DeepFashion, 2016: In-shop Clothes Retrieval),
 * {@code mmpretrain.datasets.InShop}. Images to learn from have the label of their item, counted in
 * the order of the list. Those of the gallery have none. A query has as labels the places of all
 * images of its item in the whole gallery, whose images are its classes.
 */
@Plugin(kind = Kind.DATASET, type = "InShop", summary = "Clothes to find again in a gallery")
public final class InShop extends FileDataset {
  /**
   * Options of {@link InShop}.
   *
   * @param files where the set is
   * @param split the part of the set
   * @param dataPrefix the folder of the images
   * @param annFile the list of images
   */
  public record Options(
      @Inline PublishedOptions files,
      @Doc("part of the set") @Default("train") Split split,
      @Doc("folder of the images, in data_root") @Default("Img") String dataPrefix,
      @Doc("list of the images with their items and parts, in data_root")
          @Default("Eval/list_eval_partition.txt")
          String annFile) {
    private Path list() {
      return files.resolve(annFile);
    }
  }

  /** The parts of the set. */
  public enum Split {
    /** 25,882 images to learn from. */
    TRAIN,
    /** 14,218 images to look for. */
    QUERY,
    /** 12,612 images to look among. */
    GALLERY;

    /** How the list calls it. */
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Lists the images. None is read.
   *
   * @param options where the set is and which part to take
   * @throws IOException if the list is missing or of another form; the message names it
   */
  public InShop(Options options) throws IOException {
    super(options.files().resolve(options.dataPrefix()), list(options), options.files().steps());
  }

  private static ImageList list(Options options) throws IOException {
    Map<Split, List<ShopImage>> parts = new LinkedHashMap<>();
    for (Split split : Split.values()) {
      parts.put(split, new ArrayList<>());
    }
    ShopImage.list(options.list()).forEach(image -> parts.get(image.part()).add(image));
    ImageList images =
        switch (options.split()) {
          case TRAIN -> labelled(parts.get(Split.TRAIN));
          case QUERY -> queries(parts.get(Split.QUERY), parts.get(Split.GALLERY), options.list());
          case GALLERY -> ImageList.unlabelled(paths(parts.get(Split.GALLERY)));
        };
    return images.part(options.files().indices());
  }

  private static ImageList labelled(List<ShopImage> images) {
    List<String> items = images.stream().map(ShopImage::item).distinct().toList();
    ClassIndex classes = new ClassIndex(items);
    List<Integer> labels = images.stream().map(image -> classes.label(image.item())).toList();
    return ImageList.labelled(items, paths(images), labels);
  }

  private static ImageList queries(List<ShopImage> queries, List<ShopImage> gallery, Path list)
      throws IOException {
    Map<String, List<Integer>> places = new LinkedHashMap<>();
    IntStream.range(0, gallery.size())
        .forEach(
            place ->
                places
                    .computeIfAbsent(gallery.get(place).item(), item -> new ArrayList<>())
                    .add(place));
    Map<String, Target> byItem = new LinkedHashMap<>();
    places.forEach((item, all) -> byItem.put(item, Target.ofLabels(gallery.size(), all)));
    List<Target> targets = new ArrayList<>();
    for (ShopImage query : queries) {
      if (!byItem.containsKey(query.item())) {
        throw new IOException(
            "'%s' has the query '%s' of item '%s', of which the gallery has no image: take the"
                    .formatted(list, query.path(), query.item())
                + " list as it was published");
      }
      targets.add(byItem.get(query.item()));
    }
    return new ImageList(paths(gallery), paths(queries), targets);
  }

  private static List<String> paths(List<ShopImage> images) {
    return images.stream().map(ShopImage::path).toList();
  }
}
