package io.vertebra.plugins.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ColorType;
import io.vertebra.api.image.FlipDirection;
import io.vertebra.api.image.Interpolation;
import io.vertebra.api.image.ResizeBackend;
import io.vertebra.api.options.DoubleList;
import io.vertebra.api.options.IntList;
import io.vertebra.api.options.IntPair;
import io.vertebra.plugins.transforms.pixels.BorderMode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The sizes are those of the golden pictures, whose source is 61 wide and 47 high. */
final class TransformsTest {
  private static final ResizeRule RULE = new ResizeRule(Interpolation.BILINEAR, ResizeBackend.CV2);

  private final RecordingOps host = new RecordingOps();

  private String size(Transform transform) throws IOException {
    Sample result = transform.apply(host.sample(47, 61), new Draws(List.of(), List.of()));
    String size = result.image().height() + " x " + result.image().width();
    result.image().close();
    return size;
  }

  private String call(Transform transform, Draws draws) throws IOException {
    transform.apply(host.sample(47, 61), draws).image().close();
    assertThat(draws.left()).isZero();
    return String.join(", ", host.calls());
  }

  @AfterEach
  void leavesNoImageOpen() {
    assertThat(host.open()).isZero();
  }

  @Test
  void loadsTheImageOfItsSource() throws IOException {
    LoadImageFromFile load =
        new LoadImageFromFile(
            new LoadImageFromFile.Options(
                ColorType.GRAYSCALE, LoadImageFromFile.Decoder.CV2, Optional.empty()),
            host.ops());
    Sample loaded = load.apply(RecordingOps.unloaded(), new Draws(List.of(), List.of()));
    assertThat(host.calls()).containsExactly("decode 5 cat.jpg GRAYSCALE");
    Sample again = load.apply(loaded, new Draws(List.of(), List.of()));
    assertThat(again.label()).hasValue(3);
    again.image().close();
  }

  @Test
  void loadsASmallerImageWhereThatIsEnough() throws IOException {
    LoadImageFromFile load =
        new LoadImageFromFile(
            new LoadImageFromFile.Options(
                ColorType.COLOR, LoadImageFromFile.Decoder.CV2, Optional.of(160)),
            host.ops());
    load.apply(RecordingOps.unloaded(), new Draws(List.of(), List.of())).image().close();
    assertThat(host.calls()).containsExactly("decodeReduced 5 cat.jpg COLOR 160");
  }

  @Test
  void resizesToWidthAndHeight() throws IOException {
    assertThat(size(resize(33, 50, false))).isEqualTo("50 x 33");
    assertThat(host.calls()).containsExactly("resize 50 33 BILINEAR CV2");
    assertThat(size(resize(61, 47, false))).isEqualTo("47 x 61");
    assertThat(host.calls()).hasSize(1);
  }

  @Test
  void resizesIntoASizeRoundingHalfUp() throws IOException {
    assertThat(size(resize(40, 40, true))).isEqualTo("31 x 40");
    assertThat(size(resize(100, 50, true))).isEqualTo("50 x 65");
  }

  @Test
  void resizesAnEdgeRoundingTheOtherDown() throws IOException {
    assertThat(size(edge(32, ResizeEdge.Edge.SHORT))).isEqualTo("32 x 41");
    assertThat(size(edge(75, ResizeEdge.Edge.SHORT))).isEqualTo("75 x 97");
    assertThat(size(edge(40, ResizeEdge.Edge.LONG))).isEqualTo("30 x 40");
    assertThat(size(edge(50, ResizeEdge.Edge.WIDTH))).isEqualTo("38 x 50");
    assertThat(size(edge(50, ResizeEdge.Edge.HEIGHT))).isEqualTo("50 x 64");
  }

  @Test
  void cropsTheMiddleRoundingHalfToEven() throws IOException {
    assertThat(size(center(32, 32))).isEqualTo("32 x 32");
    assertThat(size(center(20, 41))).isEqualTo("41 x 20");
    assertThat(size(center(70, 70))).isEqualTo("47 x 61");
    assertThat(host.calls())
        .containsExactly("crop 8 14 32 32", "crop 3 20 41 20", "crop 0 0 47 61");
  }

  @Test
  void flipsByChance() throws IOException {
    RandomFlip flip =
        new RandomFlip(
            new RandomFlip.Options(
                DoubleList.of(0.5), RandomFlip.Directions.of(FlipDirection.VERTICAL)),
            host.ops());
    assertThat(call(flip, new Draws(List.of(0.5), List.of()))).isEmpty();
    assertThat(call(flip, new Draws(List.of(0.49), List.of()))).isEqualTo("flip VERTICAL");
  }

  @Test
  void cropsAtRandomHeightFirst() throws IOException {
    RandomCrop crop = crop(new IntPair(40, 32), IntList.of(0), 0);
    assertThat(call(crop, new Draws(List.of(), List.of(0.5, 0.99)))).isEqualTo("crop 4 29 40 32");
  }

  @Test
  void cropsOverThePaddedEdge() throws IOException {
    RandomCrop crop = crop(IntPair.of(3), IntList.of(List.of(1, 2)), 9);
    Sample result = crop.apply(host.sample(2, 2), new Draws(List.of(), List.of(0.3, 0.0)));
    byte[] pixels = new byte[9];
    result.image().pixels().get(pixels);
    assertThat(pixels).containsExactly(9, 9, 9, 9, 1, 2, 9, 3, 4);
    result.image().close();
  }

  @Test
  void cropsAndResizes() throws IOException {
    RandomResizedCrop crop =
        new RandomResizedCrop(
            new RandomResizedCrop.Options(
                new IntPair(20, 24), List.of(0.25, 0.25), List.of(1.0, 1.0), 10, RULE),
            host.ops());
    assertThat(call(crop, new Draws(List.of(0.0, 0.0), List.of(0.0, 0.0))))
        .isEqualTo("crop 0 0 27 27, resize 20 24 BILINEAR CV2");
  }

  @Test
  void packsOnlyLoadedImages() throws IOException {
    assertThat(size(pack())).isEqualTo("47 x 61");
    Draws none = new Draws(List.of(), List.of());
    assertThatThrownBy(() -> pack().apply(RecordingOps.unloaded(), none))
        .hasMessageContaining("put LoadImageFromFile first");
  }

  @Test
  void refusesOptionsThatCannotWork() {
    assertThatThrownBy(() -> new ResizeRule(Interpolation.BOX, ResizeBackend.CV2))
        .hasMessageContaining("cv2 has no interpolation box")
        .hasMessageContaining("[nearest, bilinear");
    assertThatThrownBy(() -> center(0, 3)).hasMessageContaining("crop_size is [0, 3]");
    assertThatThrownBy(() -> crop(IntPair.of(3), IntList.of(List.of(1, 2, 3)), 0))
        .hasMessageContaining("padding is [1, 2, 3]");
    assertThatThrownBy(
            () ->
                new RandomResizedCrop.Options(
                    IntPair.of(2), List.of(1.0, 0.5), List.of(1.0, 1.0), 10, RULE))
        .hasMessageContaining("crop_ratio_range is [1.0, 0.5]");
  }

  private static PackInputs pack() {
    return new PackInputs(
        new PackInputs.Options(Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private Resize resize(int width, int height, boolean keepRatio) {
    return new Resize(new Resize.Options(new IntPair(width, height), keepRatio, RULE), host.ops());
  }

  private ResizeEdge edge(int scale, ResizeEdge.Edge edge) {
    return new ResizeEdge(new ResizeEdge.Options(scale, edge, RULE), host.ops());
  }

  private CenterCrop center(int width, int height) {
    CenterCrop.PadCfg padCfg = new CenterCrop.PadCfg(CenterCrop.PadType.PAD, padding(0));
    return new CenterCrop(
        new CenterCrop.Options(new IntPair(width, height), false, padCfg), host.ops());
  }

  private RandomCrop crop(IntPair size, IntList padding, int padVal) {
    return new RandomCrop(
        new RandomCrop.Options(size, Optional.of(padding), false, padding(padVal)), host.ops());
  }

  private static Padding padding(double value) {
    return new Padding(Padding.PadVal.of(value), BorderMode.CONSTANT);
  }
}
