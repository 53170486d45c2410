package io.vertebra.host.framework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequirementFilterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (&(osgi.wiring.package=a.b)(version>=1.2.0)(!(version>=2.0.0))) | [1.2,2)
          (&(osgi.wiring.package=a.b)(!(version<=1.2.0))(version<=2.0.0)) | (1.2,2]
          (&(osgi.wiring.package=a.b)(version>=0.36.0)(!(version>=0.37.0))) | [0.36,0.37)
          (&(osgi.wiring.package=a.b)(version>=1.0.1)) | 1.0.1 or newer
          """)
  void rangeIsReadBack(String filter, String range) {
    assertThat(new RequirementFilter(filter).range().map(RequirementFilter::text)).contains(range);
  }

  @Test
  void filterWithoutVersionHasNoRange() {
    RequirementFilter filter = new RequirementFilter("(osgi.wiring.package=a.b)");
    assertThat(filter.range()).isEmpty();
    assertThat(filter.value("osgi.wiring.package")).isEqualTo("a.b");
    assertThat(filter.value("other")).isEmpty();
  }
}
