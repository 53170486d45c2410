package io.vertebra.registry.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ListPatchTest {
  private final ConfigFolder files;

  ListPatchTest(@TempDir Path folder) {
    files = new ConfigFolder(folder);
    files.write(
        "base.yaml",
        "p:",
        "  - {type: Load}",
        "  - {type: Resize, scale: 256}",
        "  - {type: Flip}",
        "q: [1, 2, 3]");
  }

  private String patched(String... lines) {
    files.write("main.yaml", "_base_: base.yaml", String.join("\n", lines));
    return files.load("main.yaml").toString();
  }

  private String refused(String... lines) {
    files.write("main.yaml", "_base_: base.yaml", String.join("\n", lines));
    return files.failure("main.yaml");
  }

  @Test
  void appendsAndPrependsOneElementOrSeveral() {
    assertThat(patched("q: {_append_: 4, _prepend_: [-1, 0]}")).contains("q: [-1, 0, 1, 2, 3, 4]");
    assertThat(patched("q: {_append_: [[4, 5]]}")).contains("q: [1, 2, 3, [4, 5]]");
  }

  @Test
  void insertsBesideATypeOrAnIndex() {
    assertThat(patched("p: {_insert_before_: {Resize: {type: A}}, _insert_after_: {0: [b, c]}}"))
        .contains("p: [{type: Load}, b, c, {type: A}, {type: Resize, scale: 256}, {type: Flip}]");
  }

  @Test
  void replacesRemovesAndMerges() {
    assertThat(
            patched(
                "p: {_replace_: {Load: {type: Read}}, _remove_: Flip, _merge_: {Resize: {scale: 300}}}"))
        .contains("p: [{type: Read}, {type: Resize, scale: 300}]");
    assertThat(patched("q: {_remove_: [0, 2]}")).contains("q: [2]");
  }

  @Test
  void indicesAreThoseOfTheListAsItWas() {
    assertThat(
            patched("q: {_remove_: 0, _replace_: {1: two}, _insert_before_: {2: x}, _prepend_: w}"))
        .contains("q: [w, two, x, 3]");
  }

  @Test
  void patchesAreAppliedLevelByLevel() {
    files.write("middle.yaml", "_base_: base.yaml", "q: {_append_: 4}");
    files.write("main.yaml", "_base_: middle.yaml", "q: {_remove_: 0, _append_: 5}");
    assertThat(files.load("main.yaml").toString()).contains("q: [2, 3, 4, 5]");
  }

  @Test
  void directivesInsideOfElementsDoNotStay() {
    assertThat(patched("q: {_append_: {_delete_: true, a: 1}}")).contains("q: [1, 2, 3, {a: 1}]");
  }

  @Test
  void aMappingThatIsNoPatchIsRefused() {
    assertThat(refused("q: {_append_: 4, x: 1}"))
        .startsWith("main.yaml:2:4: `q` is a mapping here")
        .contains("a list in what it inherits from")
        .contains("base.yaml:5:4")
        .contains("_insert_before_");
  }

  @Test
  void aPatchNeedsAList() {
    assertThat(refused("r: {_append_: 4}"))
        .startsWith("main.yaml:2:5: `_append_` changes a list, and `r` inherits none");
    files.write("map.yaml", "r: {a: 1}");
    files.write("main.yaml", "_base_: map.yaml", "r: {_append_: 4}");
    assertThat(files.failure("main.yaml")).contains("there is a mapping at map.yaml:1:4");
  }

  @Test
  void aSelectorHasToMeanOneElement() {
    assertThat(refused("p: {_remove_: Flipp}"))
        .startsWith("main.yaml:2:15: no element of `p` (base.yaml:2:3) has type `Flipp`")
        .contains("did you mean `Flip`?");
    assertThat(refused("p: {_remove_: Colour}")).contains("types are Load, Resize, Flip");
    assertThat(refused("q: {_remove_: One}")).contains("no element has a type; select by index");
    assertThat(refused("q: {_remove_: 3}"))
        .contains("there is no element 3 in `q`, which has 3 elements")
        .contains("indices are 0 to 2");
    files.write("twice.yaml", "p: [{type: A}, {type: A}]");
    files.write("main.yaml", "_base_: twice.yaml", "p: {_replace_: {A: 1}}");
    assertThat(files.failure("main.yaml"))
        .contains("several elements of `p` have type `A`: [0, 1]")
        .contains("select by index: 0");
  }

  @Test
  void anElementIsChangedOnce() {
    assertThat(refused("p: {_remove_: Flip, _replace_: {2: x}}"))
        .contains("an element of `p` is changed for the second time")
        .contains("it is first changed at main.yaml:2:15");
  }

  @Test
  void operationsTakeMappingsOrSelectors() {
    assertThat(refused("p: {_replace_: 3}"))
        .contains("`_replace_` takes a mapping from elements, not a number");
    assertThat(refused("p: {_remove_: {a: 1}}")).contains("`_remove_` takes types and indices");
  }
}
