package io.vertebra.engine.data;

import io.vertebra.api.data.PatchMask;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Target;
import io.vertebra.api.image.ImageBuffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A batch that several threads fill at once. The first sample decides how many views there are.
 * Places of samples that were left out are closed up at the end.
 */
final class BatchAssembly {
  private final BatchBuffers buffers;
  private final String[] names;
  private final Target[] targets;
  private final PatchMask[] masks;
  private List<ViewStack> stacks;

  BatchAssembly(BatchBuffers buffers, int samples) {
    this.buffers = buffers;
    this.names = new String[samples];
    this.targets = new Target[samples];
    this.masks = new PatchMask[samples];
  }

  /** Copies a sample into its place and closes its images. */
  void put(int position, Sample sample) throws IOException {
    String name = sample.source().name();
    try {
      sample.image();
      List<ViewStack> places = stacks(name, sample.views().size());
      for (int view = 0; view < places.size(); view++) {
        ImageBuffer image = sample.views().get(view);
        places.get(view).put(position, name, image);
      }
    } finally {
      sample.closeImages();
    }
    names[position] = name;
    targets[position] = sample.target();
    masks[position] = sample.mask().orElse(null);
  }

  private synchronized List<ViewStack> stacks(String name, int views) {
    if (stacks == null) {
      stacks =
          IntStream.range(0, views).mapToObj(view -> new ViewStack(buffers, names.length)).toList();
    } else if (stacks.size() != views) {
      throw new ImageSizeException(
          "%s leaves the pipeline with %d views, but others of its batch with %d"
              .formatted(name, views, stacks.size()));
    }
    return stacks;
  }

  /** Gives the batch of the samples that were put; nobody puts any more. */
  synchronized HostBatch complete() throws IOException {
    int[] filled = IntStream.range(0, names.length).filter(i -> names[i] != null).toArray();
    if (filled.length == 0) {
      throw new IOException("none of the " + names.length + " images of a batch can be read");
    }
    List<String> filledNames = new ArrayList<>();
    List<Target> filledTargets = new ArrayList<>();
    List<PatchMask> filledMasks = new ArrayList<>();
    for (int place : filled) {
      filledNames.add(names[place]);
      filledTargets.add(targets[place]);
      filledMasks.add(masks[place]);
    }
    List<HostBatch.View> views = stacks.stream().map(stack -> stack.complete(filled)).toList();
    boolean masked = filledMasks.stream().allMatch(Objects::nonNull);
    return new HostBatch(
        buffers, views, filledNames, filledTargets, masked ? filledMasks : List.of());
  }

  synchronized void discard() {
    if (stacks != null) {
      stacks.forEach(ViewStack::discard);
      stacks = null;
    }
  }
}
