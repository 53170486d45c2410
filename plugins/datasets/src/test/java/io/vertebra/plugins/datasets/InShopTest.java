package io.vertebra.plugins.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.data.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InShopTest {
  private static final String LIST =
      """
      6
      image_name item_id evaluation_status
      img/WOMEN/Dresses/id_1/01_1_front.jpg                 id_1     train
      img/WOMEN/Dresses/id_2/01_1_front.jpg                 id_2     query
      img/WOMEN/Dresses/id_2/01_2_side.jpg                  id_2     gallery
      img/WOMEN/Dresses/id_3/01_1_front.jpg                 id_3     gallery
      img/WOMEN/Dresses/id_2/02_1_front.jpg                 id_2     gallery
      img/MEN/Denim/id_0/01_1_front.jpg                     id_0     train
      """;

  @TempDir private Path root;

  private void list(String text) throws IOException {
    Files.createDirectories(root.resolve("Eval"));
    Files.writeString(root.resolve("Eval/list_eval_partition.txt"), text);
  }

  private InShop set(InShop.Split split) throws IOException {
    return new InShop(
        new InShop.Options(
            new PublishedOptions(root.toString(), Optional.empty(), List.of()),
            split,
            "Img",
            "Eval/list_eval_partition.txt"));
  }

  @Test
  void imagesToLearnFromHaveTheLabelsOfItems() throws IOException {
    list(LIST);
    try (InShop train = set(InShop.Split.TRAIN)) {
      assertThat(train.classes()).containsExactly("id_1", "id_0");
      assertThat(train.label(1)).isEqualTo(1);
      assertThat(train.source(1).orElseThrow().name())
          .isEqualTo(root.resolve("Img/img/MEN/Denim/id_0/01_1_front.jpg").toString());
    }
  }

  @Test
  void queriesHaveThePlacesOfTheirItemInTheGallery() throws IOException {
    list(LIST);
    try (InShop query = set(InShop.Split.QUERY);
        InShop gallery = set(InShop.Split.GALLERY)) {
      assertThat(query.size()).isEqualTo(1);
      assertThat(query.target(0)).isEqualTo(Target.ofLabels(3, List.of(0, 2)));
      assertThat(query.classes()).hasSize(3).first().asString().endsWith("id_2/01_2_side.jpg");
      assertThat(gallery.size()).isEqualTo(3);
      assertThat(gallery.target(0)).isEqualTo(Target.UNKNOWN);
      assertThatThrownBy(() -> query.label(0)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void mistakesAreToldWithTheirPlace() throws IOException {
    assertThatThrownBy(() -> set(InShop.Split.TRAIN))
        .hasMessageContaining("There is no file '")
        .hasMessageContaining("list_eval_partition.txt");
    list(LIST.replace("id_0     train", "id_0     test"));
    assertThatThrownBy(() -> set(InShop.Split.TRAIN))
        .hasMessageContaining("list_eval_partition.txt:8: expected an image, its item and one of")
        .hasMessageContaining("[train, query, gallery]")
        .hasMessageContaining("test'");
    list(LIST.replaceFirst("6", "7"));
    assertThatThrownBy(() -> set(InShop.Split.TRAIN))
        .hasMessageContaining("has 6 images, but its first line tells their number as '7'");
    list("");
    assertThatThrownBy(() -> set(InShop.Split.GALLERY)).hasMessageContaining("has 0 images");
    list("1\nhead\na.jpg x query\n");
    assertThatThrownBy(() -> set(InShop.Split.QUERY))
        .hasMessageContaining("the query 'a.jpg' of item 'x', of which the gallery has no image");
  }
}
