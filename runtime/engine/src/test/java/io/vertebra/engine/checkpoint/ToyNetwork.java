package io.vertebra.engine.checkpoint;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Module;
import io.vertebra.api.model.Parameter;
import io.vertebra.engine.names.NameTable;
import io.vertebra.registry.schema.ExtensionDescriptor;
import java.util.List;

/** A backbone of odd arrays and a head, and what another library calls its weights. */
final class ToyNetwork extends Module {
  /** The rules from the names of the network to those of the other library. */
  static final NameTable OTHERS =
      NameTable.of(
          new ExtensionDescriptor.NameTable(
              "other",
              List.of(
                  "backbone.qkv = q & k & v",
                  "backbone.merged = merged | (2j 2i c) -> (c 2i 2j)",
                  "backbone.scale = scale | 1x1",
                  "backbone.index = -",
                  "backbone.* = *",
                  "head.* = fc_*",
                  "- = aux.*")));

  /** Makes the network. */
  ToyNetwork(int classes) {
    addModule("backbone", new Backbone());
    addModule("head", new Head(classes));
  }

  /** A file of the other library, for three classes. */
  static TensorFile otherFile() {
    return new TensorFile()
        .add("q", 0, 1)
        .add("k", 1, 1)
        .add("v", 2, 1)
        .add("merged", 0, 8)
        .add("scale", 5, 2, 1, 1)
        .add("places", 7, 4)
        .add("fc_weight", 9, 3, 2);
  }

  private static final class Backbone extends Module {
    private Backbone() {
      addParameter("qkv", new Shape(3), Distribution.zeros());
      addParameter("merged", new Shape(8), Distribution.zeros());
      addParameter("scale", new Shape(2), Distribution.zeros());
      addBuffer(
          "index", new Shape(3), DataType.INT64, new Distribution.Computed(place -> 10.0 * place));
      Parameter places = addParameter("places", new Shape(4), Distribution.zeros());
      places.resizeWith(
          (ops, given) -> {
            if (given.size() != 2) {
              throw new IllegalArgumentException(given.size() + " places are not half of 4");
            }
            return given.concat(given);
          });
    }
  }

  private static final class Head extends Module {
    private Head(int classes) {
      addParameter("weight", new Shape(classes, 2), Distribution.zeros());
    }
  }
}
