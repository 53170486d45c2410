package io.vertebra.imaging;

/** Applies taps along a row: the sums of products, neither rounded nor scaled back. */
final class TapRow {
  private final int[] first;
  private final int[] weights;
  private final int count;
  private final int channels;

  TapRow(Taps inside, int channels) {
    this.first = inside.first();
    this.weights = inside.weights();
    this.count = inside.count();
    this.channels = channels;
  }

  /**
   * Sums up one row.
   *
   * @param source input width times channels, 8 bit
   * @param target output width times channels
   */
  void apply(byte[] source, int[] target) {
    if (count == 2 && channels == 3) {
      applyTwoColor(source, target);
    } else if (channels == 3) {
      applyColor(source, target);
    } else {
      applyGrey(source, target);
    }
  }

  /** OpenCV's bilinear rule, the commonest one, without an inner loop. */
  private void applyTwoColor(byte[] source, int[] target) {
    for (int x = 0, to = 0; x < first.length; x++, to += 3) {
      int from = first[x] * 3;
      int left = weights[2 * x];
      int right = weights[2 * x + 1];
      target[to] = (source[from] & 0xff) * left + (source[from + 3] & 0xff) * right;
      target[to + 1] = (source[from + 1] & 0xff) * left + (source[from + 4] & 0xff) * right;
      target[to + 2] = (source[from + 2] & 0xff) * left + (source[from + 5] & 0xff) * right;
    }
  }

  private void applyColor(byte[] source, int[] target) {
    for (int x = 0, w = 0; x < first.length; x++) {
      int blue = 0;
      int green = 0;
      int red = 0;
      int from = first[x] * 3;
      for (int end = w + count; w < end; w++, from += 3) {
        int weight = weights[w];
        blue += (source[from] & 0xff) * weight;
        green += (source[from + 1] & 0xff) * weight;
        red += (source[from + 2] & 0xff) * weight;
      }
      target[3 * x] = blue;
      target[3 * x + 1] = green;
      target[3 * x + 2] = red;
    }
  }

  private void applyGrey(byte[] source, int[] target) {
    for (int x = 0, w = 0; x < first.length; x++) {
      int sum = 0;
      int from = first[x];
      for (int end = w + count; w < end; w++, from++) {
        sum += (source[from] & 0xff) * weights[w];
      }
      target[x] = sum;
    }
  }
}
