package io.vertebra.plugins.swin;

/**
 * Where the tokens of a window are to each other.
 *
 * @param window height and width of the window
 * @param trainedWindow the window that coordinates are measured by, that of the trained weights; 0
 *     for the same
 */
record RelativePlaces(int window, int trainedWindow) {
  /** How far apart two tokens can be in one direction, in steps, both ways. */
  int distances() {
    return 2 * window - 1;
  }

  /** How many places a token can have to another one. */
  int count() {
    return distances() * distances();
  }

  int tokens() {
    return window * window;
  }

  /** Gives the number of the relative place of a pair of tokens: of i and j for i * tokens + j. */
  double index(long pair) {
    long from = pair / tokens();
    long to = pair % tokens();
    long rows = from / window - to / window + window - 1;
    long columns = from % window - to % window + window - 1;
    return rows * distances() + columns;
  }

  /**
   * Gives coordinates of relative places, rows and columns in turn, with a logarithm that lets far
   * ones come nearer (Liu et al., Swin Transformer V2, 2022, section 3.3): {@code sign(d) * log2(1
   * + |d|) / log2(8)}, where the largest distance of the trained window is 8.
   */
  double coordinate(long place) {
    long pair = place / 2;
    long steps = (place % 2 == 0 ? pair / distances() : pair % distances()) - (window - 1);
    int measure = trainedWindow == 0 ? window : trainedWindow;
    double scaled = 8.0 * steps / (measure - 1);
    return Math.signum(scaled) * Math.log(1 + Math.abs(scaled)) / Math.log(8);
  }
}
