package io.vertebra.plugins.transforms.pixels;

import java.util.Arrays;

/** Weights the pixels around a position by a table. */
final class TapRun implements WarpKernel.Run {
  private static final int HALF_STEP = 1 << 4;
  private static final int FRACTION_BITS = 5;
  private static final int ROUND = 1 << 14;
  private static final int WEIGHT_BITS = 15;

  /** Taps of a position between all rows and columns. */
  private static final int ALL = 16;

  private static final long ROUND_BOTH = ROUND | (long) ROUND << Integer.SIZE;

  private final WarpTable table;
  private final WarpSource source;
  private final int before;

  /** For each place of a tap how many pixels it is from the first one. */
  private final int[] offsets;

  private StraightRows rows;

  TapRun(WarpTable table, WarpSource source) {
    this.table = table;
    this.source = source;
    this.before = table.side() / 2 - 1;
    this.offsets = new int[table.side() * table.side()];
    Arrays.setAll(offsets, place -> place / table.side() * source.width() + place % table.side());
  }

  @Override
  public void row(int[] columnSteps, int column, int[] rowSteps, int row, byte[] output) {
    int end = columnSteps.length;
    int from = 0;
    int to = 0;
    if (StraightRows.are(columnSteps, rowSteps)) {
      int left = (column + HALF_STEP) >> FRACTION_BITS;
      int top = (row + HALF_STEP) >> FRACTION_BITS;
      int shift = first(left);
      boolean isInside = first(top) >= 0 && first(top) <= source.height() - table.side();
      from = Math.max(0, Math.min(end, -shift));
      to = isInside ? Math.min(end, source.width() - table.side() + 1 - shift) : from;
      to = Math.max(from, to);
      straight(entry(left, top), source.offset(first(top), shift), from, to, output);
    }
    pixels(columnSteps, column, rowSteps, row, 0, from, output);
    pixels(columnSteps, column, rowSteps, row, to, end, output);
  }

  /** The first source column or row under the taps of a position in 1/32 pixel. */
  private int first(int position) {
    return (position >> FRACTION_BITS) - before;
  }

  private static int entry(int column, int row) {
    int mask = WarpTable.FRACTIONS - 1;
    return (row & mask) * WarpTable.FRACTIONS + (column & mask);
  }

  private void straight(int entry, int base, int from, int to, byte[] output) {
    if (from == to) {
      return;
    }
    if (rows == null) {
      rows = new StraightRows(source);
    }
    int place = from * source.channels();
    int count = (to - from) * source.channels();
    rows.begin(ROUND, count);
    for (int tap = table.starts()[entry]; tap < table.starts()[entry + 1]; tap++) {
      int moved = offset(tap) * source.channels();
      rows.add(table.weights()[tap], base + place + moved, count);
    }
    rows.write(WEIGHT_BITS, count, output, place);
  }

  private void pixels(
      int[] columnSteps, int column, int[] rowSteps, int row, int from, int to, byte[] output) {
    int side = table.side();
    int lastLeft = source.width() - side;
    int lastTop = source.height() - side;
    for (int x = from; x < to; x++) {
      int exactColumn = (column + HALF_STEP + columnSteps[x]) >> FRACTION_BITS;
      int exactRow = (row + HALF_STEP + rowSteps[x]) >> FRACTION_BITS;
      int entry = entry(exactColumn, exactRow);
      int left = first(exactColumn);
      int top = first(exactRow);
      int place = x * source.channels();
      if (left >= 0 && top >= 0 && left <= lastLeft && top <= lastTop) {
        inside(entry, top * source.width() + left, output, place);
      } else if (isOutside(left, source.width()) || isOutside(top, source.height())) {
        System.arraycopy(source.color(), 0, output, place, source.channels());
      } else {
        overEdge(entry, top, left, output, place);
      }
    }
  }

  /** Whether none of the taps from a position on is within a side. Weights add up to one. */
  private boolean isOutside(int first, int length) {
    return first <= -table.side() || first >= length;
  }

  private int offset(int tap) {
    return offsets[table.places()[tap]];
  }

  private void inside(int entry, int pixel, byte[] output, int place) {
    int tap = table.starts()[entry];
    int end = table.starts()[entry + 1];
    if (source.channels() == Gray.COLORS) {
      long both = end - tap == ALL ? allPairs(tap, pixel) : pairs(tap, end, pixel);
      int blue = (int) both;
      output[place] = cut(blue);
      output[place + 1] = cut((int) ((both - blue) >> Integer.SIZE));
      output[place + 2] = cut(values(tap, end, pixel, 2));
    } else {
      output[place] = cut(values(tap, end, pixel, 0));
    }
  }

  /** The sums of blue and green, in the halves of a number; green lacks what blue borrows. */
  private long pairs(int tap, int end, int pixel) {
    long[] pairs = source.pairs();
    int[] weights = table.weights();
    long sums = ROUND_BOTH;
    for (int i = tap; i < end; i++) {
      sums += weights[i] * pairs[pixel + offset(i)];
    }
    return sums;
  }

  /** The same of four rows of four taps. */
  private long allPairs(int tap, int pixel) {
    long[] pairs = source.pairs();
    int[] weights = table.weights();
    long sums = ROUND_BOTH;
    int from = pixel;
    for (int i = tap; i < tap + ALL; i += 4, from += source.width()) {
      sums += weights[i] * pairs[from];
      sums += weights[i + 1] * pairs[from + 1];
      sums += weights[i + 2] * pairs[from + 2];
      sums += weights[i + 3] * pairs[from + 3];
    }
    return sums;
  }

  /** The sum of a channel. */
  private int values(int tap, int end, int pixel, int channel) {
    byte[] data = source.data();
    int channels = source.channels();
    int[] weights = table.weights();
    int sum = ROUND;
    for (int i = tap; i < end; i++) {
      sum += weights[i] * (data[(pixel + offset(i)) * channels + channel] & 0xff);
    }
    return sum;
  }

  /** Taps outside take the colour one by one. */
  private void overEdge(int entry, int top, int left, byte[] output, int place) {
    int side = table.side();
    for (int c = 0; c < source.channels(); c++) {
      int sum = ROUND;
      for (int tap = table.starts()[entry]; tap < table.starts()[entry + 1]; tap++) {
        int row = top + table.places()[tap] / side;
        int column = left + table.places()[tap] % side;
        byte value =
            source.contains(row, column)
                ? source.data()[source.offset(row, column) + c]
                : source.color()[c];
        sum += table.weights()[tap] * (value & 0xff);
      }
      output[place + c] = cut(sum);
    }
  }

  private static byte cut(int sum) {
    return (byte) Math.max(0, Math.min(255, sum >> WEIGHT_BITS));
  }
}
