package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShownImagesTest {
  @Test
  void anImageIsNeverReplaced() {
    List<ImageFile> files = List.of(new ImageFile(Path.of("photos/a.png"), Path.of("a.png")));
    assertThatThrownBy(() -> ShownImages.of(Path.of("photos"), files))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("would replace the image 'photos/a.png'");
  }
}
