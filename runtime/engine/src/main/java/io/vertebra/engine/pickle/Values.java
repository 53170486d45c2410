package io.vertebra.engine.pickle;

import java.util.List;

/** What stands in a pickle beside texts, numbers, truth values, lists and maps. */
final class Values {
  private Values() {}

  /** Python's None, which Java's collections do not all take as null. */
  enum None {
    NONE
  }

  /** A fixed list. It is equal to itself alone, so that one which holds itself can be a key. */
  static final class Tuple {
    private final List<Object> elements;

    Tuple(List<Object> elements) {
      this.elements = List.copyOf(elements);
    }

    List<Object> elements() {
      return elements;
    }
  }

  /** A name of Python: a class or a function, by which nothing is ever called here. */
  record Global(String module, String name) {
    @Override
    public String toString() {
      return module + "." + name;
    }
  }

  /** An object of a class that is known to hold data alone; what it holds is left out. */
  record Inert(Global type) {}
}
