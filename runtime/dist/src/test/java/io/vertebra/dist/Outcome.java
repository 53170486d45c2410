package io.vertebra.dist;

import static org.assertj.core.api.Assertions.assertThat;

/** What a command left: its exit code and all that it printed. */
record Outcome(int exitCode, String out, String err) {
  /** Requires that the command did its work. */
  Outcome succeeded() {
    assertThat(exitCode).as(out + err).isZero();
    return this;
  }

  /** Requires an error that the user can put right: exit code 2, a message, no stack trace. */
  Outcome wasRefused(String... messageParts) {
    assertThat(exitCode).as(out + err).isEqualTo(2);
    // A warning about a plugin that cannot be used may stand before.
    assertThat(err).containsPattern("(?m)^vertebra: ").contains(messageParts);
    assertThat(out + err).doesNotContain("\tat ", "at io.vertebra", "Exception");
    return this;
  }
}
