package io.vertebra.engine.data;

import java.util.ArrayList;
import java.util.List;

/** The images that a loader left out, until somebody asks. Safe for several threads. */
final class UnreadableImages {
  private final List<String> reasons = new ArrayList<>();

  void add(String reason) {
    synchronized (reasons) {
      reasons.add(reason);
    }
  }

  /** Gives why images were left out since the last call. */
  List<String> take() {
    synchronized (reasons) {
      List<String> taken = List.copyOf(reasons);
      reasons.clear();
      return taken;
    }
  }
}
