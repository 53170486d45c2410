package io.vertebra.plugins.visualizers;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/** Writes JSON on one line; numbers that are not finite as {@code NaN} and {@code Infinity}. */
final class Json {
  static final Gson LINE =
      new GsonBuilder()
          .setFormattingStyle(FormattingStyle.COMPACT.withSpaceAfterSeparators(true))
          .serializeSpecialFloatingPointValues()
          .disableHtmlEscaping()
          .create();

  private Json() {}
}
