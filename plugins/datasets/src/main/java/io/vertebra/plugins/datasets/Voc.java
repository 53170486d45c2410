package io.vertebra.plugins.datasets;

import io.vertebra.api.data.KnownClasses;
import io.vertebra.api.data.Target;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Photographs with objects of 20 classes, any number in each (Everingham et al., The PASCAL Visual
 * Object Classes Challenge, 2007), {@code mmpretrain.datasets.VOC}: images in {@code JPEGImages},
 * an XML file for each in {@code Annotations}, and lists of names in {@code ImageSets/Main}.
 * Objects of classes that are not listed are passed over.
 *
 * <p>A class of which an image has difficult objects alone is, as in MMPretrain, no class of it in
 * training, and in the parts that are evaluated one that is not known (-1), about which {@code
 * VOCMultiLabelMetric} and {@code VOCAveragePrecision} decide.
 */
@Plugin(
    kind = Kind.DATASET,
    type = "VOC",
    summary = "Photographs with objects of 20 classes, any number in each")
public final class Voc extends FileDataset {
  /**
   * Options of {@link Voc}.
   *
   * @param files where the set is
   * @param split the part of the set
   * @param imageSetPath the list of images
   * @param dataPrefix the folders of images and annotations
   * @param classes the names of the classes
   * @param difficult what classes are that only difficult objects have
   */
  public record Options(
      @Inline PublishedOptions files,
      @Doc("part of the set") @Default("trainval") TrainValTest split,
      @Doc("list of the names of images; that of the split in ImageSets/Main where it is left out")
          @Default("''")
          String imageSetPath,
      @Doc("folders of images and annotations, or the folder of images without labels")
          @Default("{}")
          VocPrefix dataPrefix,
      @Doc("names of the classes, by label, or a file with a name a line; the 20 where left out")
          Optional<ClassList> classes,
      @Doc(
              "what a class is that only difficult objects have: negative, positive or unknown;"
                  + " unknown for split val and test, else negative, where it is left out")
          Optional<Difficult> difficult)
      implements KnownClasses {
    private static final int CLASSES = 20;

    @Override
    public OptionalInt classCount() {
      int listed = classes.map(names -> names.listed().size()).orElse(CLASSES);
      return listed > 0 ? OptionalInt.of(listed) : OptionalInt.empty();
    }

    private Path list() {
      return files.resolve(
          imageSetPath.isEmpty() ? "ImageSets/Main/" + split.label() + ".txt" : imageSetPath);
    }

    private float difficultScore() {
      boolean evaluated = split == TrainValTest.VAL || split == TrainValTest.TEST;
      return difficult.orElse(evaluated ? Difficult.UNKNOWN : Difficult.NEGATIVE).score;
    }
  }

  /** What a class is that only difficult objects of an image have. */
  public enum Difficult {
    /** No class of the image. */
    NEGATIVE(0),
    /** A class of the image. */
    POSITIVE(1),
    /** Not known, and not to be counted. */
    UNKNOWN(-1);

    private final float score;

    Difficult(float score) {
      this.score = score;
    }
  }

  /**
   * Reads the annotations. No image is read.
   *
   * @param options where the set is and which part to take
   * @throws IOException if a list or an annotation is missing or of another form
   */
  public Voc(Options options) throws IOException {
    super(
        options.files().resolve(options.dataPrefix().imgPath()),
        list(options),
        options.files().steps());
  }

  private static ImageList list(Options options) throws IOException {
    Optional<List<String>> given = ClassList.names(options.classes());
    List<String> classes = given.isPresent() ? given.get() : NameList.read("voc2007.txt");
    List<String> paths = new ArrayList<>();
    List<Target> targets = new ArrayList<>();
    for (String name : AnnotationFile.lines(options.list())) {
      if (!name.isEmpty()) {
        paths.add(name + ".jpg");
        targets.add(target(options, name, classes));
      }
    }
    return new ImageList(classes, paths, targets).part(options.files().indices());
  }

  private static Target target(Options options, String name, List<String> classes)
      throws IOException {
    Optional<String> folder = options.dataPrefix().annPath();
    if (folder.isEmpty()) {
      return Target.UNKNOWN;
    }
    VocAnnotation annotation =
        VocAnnotation.read(options.files().resolve(folder.get()).resolve(name + ".xml"));
    float[] scores = new float[classes.size()];
    for (int label = 0; label < scores.length; label++) {
      scores[label] = score(classes.get(label), annotation, options.difficultScore());
    }
    return new Target.ManyLabels(scores);
  }

  private static float score(String name, VocAnnotation annotation, float difficult) {
    if (annotation.classes().contains(name)) {
      return 1;
    }
    return annotation.difficult().contains(name) ? difficult : 0;
  }
}
