package io.vertebra.api.model;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The operations that join, cut and rearrange arrays, or multiply them as matrices. */
@ProviderType
public interface ArrayOps {
  /**
   * Puts arrays one after the other.
   *
   * @param inputs arrays whose shapes differ on that axis alone; one or more
   * @param axis the axis, 1 for channels; negative counts from the end
   * @return an array as long on the axis as all of them
   */
  NDArray concat(List<NDArray> inputs, int axis);

  /**
   * Cuts an array into pieces.
   *
   * @param input any shape
   * @param sizes how long each piece is on the axis; they sum to the length of the input
   * @param axis the axis, 1 for channels; negative counts from the end
   * @return the pieces, in order; they share the memory of the input
   */
  List<NDArray> split(NDArray input, List<Integer> sizes, int axis);

  /**
   * Mixes the channels of groups: those that were {@code groups} apart come side by side (Zhang et
   * al., ShuffleNet, 2018, section 3.1).
   *
   * @param input N x C x H x W
   * @param groups how many groups of neighbours the channels are taken as; divides C
   * @return N x C x H x W; channel {@code i} of group {@code g} is at {@code i * groups + g}
   */
  NDArray channelShuffle(NDArray input, int groups);

  /**
   * Shifts an array along axes; what leaves at one end comes in at the other. {@code torch.roll}.
   *
   * @param input any shape
   * @param shifts how far each axis is shifted towards its end; may be negative
   * @param axes the axes, one for each shift
   * @return the shape of the input
   */
  NDArray roll(NDArray input, List<Integer> shifts, List<Integer> axes);

  /**
   * Takes rows of a table.
   *
   * @param table R x ...
   * @param rows L, int64: numbers of rows
   * @return L x ...
   */
  NDArray selectRows(NDArray table, NDArray rows);

  /**
   * Divides by the Euclidean norm along an axis, or by 1e-12 where that is more; {@code
   * torch.nn.functional.normalize}.
   *
   * @param input any shape
   * @param axis the axis; negative counts from the end
   * @return the shape of the input
   */
  NDArray normalize(NDArray input, int axis);

  /**
   * Multiplies matrices; {@code torch.matmul}.
   *
   * @param left ... x L x C
   * @param right ... x C x K
   * @return ... x L x K, the leading axes broadcast
   */
  NDArray matmul(NDArray left, NDArray right);

  /**
   * Puts the same tokens in front of every sequence.
   *
   * @param tokens 1 x T x C
   * @param input N x L x C
   * @return N x (T + L) x C
   */
  NDArray prependTokens(NDArray tokens, NDArray input);
}
