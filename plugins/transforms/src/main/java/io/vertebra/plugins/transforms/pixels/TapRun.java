package io.vertebra.plugins.transforms.pixels;

/** Weights the pixels around a position by a table. */
final class TapRun implements WarpKernel.Run {
  private static final int HALF_STEP = 1 << 4;
  private static final int FRACTION_BITS = 5;
  private static final int ROUND = 1 << 14;
  private static final int WEIGHT_BITS = 15;

  private final WarpTable table;
  private final WarpSource source;
  private final int before;
  private final int[] offsets;
  private StraightRows rows;

  TapRun(WarpTable table, WarpSource source) {
    this.table = table;
    this.source = source;
    this.before = table.side() / 2 - 1;
    this.offsets = offsets(table, source);
  }

  /** For each tap of the table how far its pixel is from the first one. */
  private static int[] offsets(WarpTable table, WarpSource source) {
    int side = table.side();
    int[] ofPlace = new int[side * side];
    for (int i = 0; i < ofPlace.length; i++) {
      ofPlace[i] = source.offset(i / side, i % side);
    }
    int[] ofTap = new int[table.taps()];
    for (int tap = 0; tap < ofTap.length; tap++) {
      ofTap[tap] = ofPlace[table.places()[tap]];
    }
    return ofTap;
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
      rows.add(table.weights()[tap], base + place + offsets[tap], count);
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
        inside(entry, source.offset(top, left), output, place);
      } else if (isOutside(left, source.width()) || isOutside(top, source.height())) {
        outside(output, place);
      } else {
        overEdge(entry, top, left, output, place);
      }
    }
  }

  /** Whether none of the taps from a position on is within a side. Weights add up to one. */
  private boolean isOutside(int first, int length) {
    return first <= -table.side() || first >= length;
  }

  private void inside(int entry, int base, byte[] output, int place) {
    if (source.channels() == Gray.COLORS) {
      insideColor(entry, base, output, place);
      return;
    }
    for (int c = 0; c < source.channels(); c++) {
      int sum = ROUND;
      for (int tap = table.starts()[entry]; tap < table.starts()[entry + 1]; tap++) {
        sum += table.weights()[tap] * (source.data()[base + offsets[tap] + c] & 0xff);
      }
      output[place + c] = cut(sum);
    }
  }

  private void insideColor(int entry, int base, byte[] output, int place) {
    byte[] data = source.data();
    int[] weights = table.weights();
    int end = table.starts()[entry + 1];
    int blue = ROUND;
    int green = ROUND;
    int red = ROUND;
    for (int tap = table.starts()[entry]; tap < end; tap++) {
      int from = base + offsets[tap];
      int weight = weights[tap];
      blue += weight * (data[from] & 0xff);
      green += weight * (data[from + 1] & 0xff);
      red += weight * (data[from + 2] & 0xff);
    }
    output[place] = cut(blue);
    output[place + 1] = cut(green);
    output[place + 2] = cut(red);
  }

  private void outside(byte[] output, int place) {
    byte[] color = source.color();
    for (int c = 0; c < color.length; c++) {
      output[place + c] = color[c];
    }
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
