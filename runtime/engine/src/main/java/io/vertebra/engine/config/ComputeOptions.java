package io.vertebra.engine.config;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Key;
import io.vertebra.engine.model.MemoryFormat;
import io.vertebra.engine.model.Precision;
import java.util.Optional;

/**
 * How networks compute.
 *
 * @param precision the type of convolutions, linear maps and attention
 * @param memoryFormat how feature maps and weights of convolutions lie in memory
 */
public record ComputeOptions(
    @Doc(
            "what convolutions, linear maps and attention compute in, in training and evaluation;"
                + " where it is left out that of AmpOptimWrapper, or else float32; losses are scaled"
                + " in float16, which is made for GPUs and slow on a CPU")
        Optional<Precision> precision,
    @Doc(
            "how feature maps and weights of convolutions lie in memory; auto takes what is faster"
                + " in a short trial, so that two runs may differ in the last bits")
        @Default("contiguous")
        Format memoryFormat) {
  /** What a config says about memory. */
  public enum Format {
    /** The faster one of a trial. */
    @Key("auto")
    AUTO,
    /** Plane after plane. */
    @Key("contiguous")
    CONTIGUOUS,
    /** The channels of a position side by side. */
    @Key("channels_last")
    CHANNELS_LAST;

    /**
     * The format that is named.
     *
     * @return the format, or empty for a trial
     */
    public Optional<MemoryFormat> named() {
      return switch (this) {
        case AUTO -> Optional.empty();
        case CONTIGUOUS -> Optional.of(MemoryFormat.CONTIGUOUS);
        case CHANNELS_LAST -> Optional.of(MemoryFormat.CHANNELS_LAST);
      };
    }
  }
}
