package io.vertebra.api.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what another library calls the weights of models with this backbone, so that its files can
 * be loaded and written. It stands at the {@link Plugin} of the backbone, or at a class that
 * several extend which have none of their own, and speaks of the whole model: names of ours start
 * with {@code backbone.}, {@code neck.} or {@code head.}.
 *
 * <p>A rule is written {@code OURS = THEIRS}; the first rule that fits a name of ours says what it
 * is called. In both, {@code *} stands for any text and <code>{i}</code> for a whole number, which
 * theirs may shift and scale: <code>{i+1}</code>, <code>{2i-1}</code>. A rule that would make a
 * negative number of it does not fit.
 *
 * <ul>
 *   <li>{@code OURS = -}: they do not save it, the network computes it.
 *   <li>{@code - = THEIRS}: they save it, the network has no use for it.
 *   <li>{@code OURS = A & B}: theirs are several arrays that lie one behind the other in ours.
 *   <li>{@code OURS = THEIRS | 1/3}: ours is the first of three equal parts, along the first axis,
 *       of theirs. Parts that no rule speaks of are zero where theirs are written.
 *   <li>{@code OURS = THEIRS | 1x1}: theirs has two more axes of length one at its end, as a
 *       convolution has where ours is a linear layer.
 *   <li>{@code OURS = THEIRS | 7x7}: likewise, with the window of a convolution where ours is a
 *       linear layer on flattened maps of that size.
 *   <li>{@code OURS = THEIRS | flat}: theirs has one axis for all of ours.
 *   <li>{@code OURS = THEIRS | (2j 2i c) -> (c 2i 2j)}: the last axis of theirs runs over the axes
 *       on the left, and that of ours over the same ones in the order on the right. An axis is a
 *       length, a letter or both; one of them has no length and takes what the others leave.
 *   <li>{@code OURS = THEIRS | h w i o -> o i h w}: the axes of theirs, and how ours are made of
 *       them: {@code i h d -> (h d) i} joins two and swaps them with the first.
 * </ul>
 *
 * <p>What depends on the options of the network is told by {@link
 * io.vertebra.api.model.StateDictTables} instead.
 */
@Documented
@Inherited
@Repeatable(StateDictNames.List.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface StateDictNames {
  /**
   * What the library is called in commands and reports: {@code torchvision}, {@code timm}.
   *
   * @return the name of the library, or several that have the same names
   */
  String[] library();

  /**
   * The rules, in the order in which they are tried.
   *
   * @return the rules
   */
  String[] rules();

  /** Several libraries. A library may have several tables, of which the first is written. */
  @Documented
  @Inherited
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface List {
    /**
     * The tables.
     *
     * @return the tables
     */
    StateDictNames[] value();
  }
}
