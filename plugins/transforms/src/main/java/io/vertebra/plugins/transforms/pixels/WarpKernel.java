package io.vertebra.plugins.transforms.pixels;

import io.vertebra.api.image.Interpolation;
import java.util.List;

/** How a warp makes a value of the pixels around a position. */
interface WarpKernel {
  /** The rules that there are. */
  List<Interpolation> RULES =
      List.of(
          Interpolation.NEAREST, Interpolation.BILINEAR, Interpolation.BICUBIC, Interpolation.AREA);

  /** Prepares for an image. */
  Run on(WarpSource source);

  /** Fills rows of the result. Positions have 10 fractional bits. */
  interface Run {
    /**
     * Fills one.
     *
     * @param columnSteps for each pixel the part of its source column that its column decides
     * @param column the part that its row decides
     * @param rowSteps the same for its source row
     * @param row the same
     * @param output W x C
     */
    void row(int[] columnSteps, int column, int[] rowSteps, int row, byte[] output);
  }

  /** The kernel of a rule. OpenCV takes area for bilinear. */
  static WarpKernel of(Interpolation interpolation) {
    return switch (interpolation) {
      case NEAREST -> NearestRun::new;
      case BILINEAR, AREA -> source -> new TapRun(Tables.BILINEAR, source);
      case BICUBIC -> source -> new TapRun(Tables.BICUBIC, source);
      default ->
          throw new IllegalArgumentException("no image is moved with " + interpolation.label());
    };
  }

  /** Tables are the same for all images. */
  final class Tables {
    static final WarpTable BILINEAR = WarpTable.bilinear();
    static final WarpTable BICUBIC = WarpTable.bicubic();

    private Tables() {}
  }

  /** Copies the pixel nearest to the position. */
  record NearestRun(WarpSource source) implements Run {
    private static final int HALF = 1 << 9;

    @Override
    public void row(int[] columnSteps, int column, int[] rowSteps, int row, byte[] output) {
      int channels = source.channels();
      for (int x = 0, i = 0; x < columnSteps.length; x++, i += channels) {
        int fromColumn = (column + HALF + columnSteps[x]) >> 10;
        int fromRow = (row + HALF + rowSteps[x]) >> 10;
        boolean inside = source.contains(fromRow, fromColumn);
        byte[] from = inside ? source.data() : source.color();
        int offset = inside ? source.offset(fromRow, fromColumn) : 0;
        for (int c = 0; c < channels; c++) {
          output[i + c] = from[offset + c];
        }
      }
    }
  }
}
