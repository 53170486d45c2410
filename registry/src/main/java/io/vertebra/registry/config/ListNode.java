package io.vertebra.registry.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A list of nodes. */
public final class ListNode extends ConfigNode {
  private static final int MOST_DIGITS = 9;

  private final List<ConfigNode> elements;
  private final long weight;
  private final int height;

  ListNode(NodeInfo info, List<ConfigNode> elements) {
    super(info);
    this.elements = List.copyOf(elements);
    this.weight = totalWeight(this.elements);
    this.height = levels(this.elements);
  }

  private ListNode(NodeInfo info, ListNode same) {
    super(info);
    this.elements = same.elements;
    this.weight = same.weight;
    this.height = same.height;
  }

  /**
   * Returns an element.
   *
   * @param index its index from 0
   * @throws IndexOutOfBoundsException if there is no such element
   */
  public ConfigNode get(int index) {
    return elements.get(index);
  }

  /** Returns the number of elements. */
  public int size() {
    return elements.size();
  }

  /** Returns the elements in order. */
  @Override
  public List<ConfigNode> children() {
    return elements;
  }

  /** Returns the element of an index written in decimal digits. */
  @Override
  public Optional<ConfigNode> child(String segment) {
    OptionalInt index = index(segment);
    return index.isPresent() && index.getAsInt() < elements.size()
        ? Optional.of(elements.get(index.getAsInt()))
        : Optional.empty();
  }

  /** Returns the number that decimal digits stand for, or nothing if they are no list index. */
  static OptionalInt index(String segment) {
    boolean digits =
        !segment.isEmpty()
            && segment.length() <= MOST_DIGITS
            && segment.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? OptionalInt.of(Integer.parseInt(segment)) : OptionalInt.empty();
  }

  /** Returns {@code a list}. */
  @Override
  public String kind() {
    return "a list";
  }

  /** Returns a {@code List<Object>}. */
  @Override
  public Object toObject() {
    List<Object> list = new ArrayList<>();
    elements.forEach(element -> list.add(element.toObject()));
    return Collections.unmodifiableList(list);
  }

  /** Returns this with another element at an index. */
  ListNode put(int index, ConfigNode element) {
    List<ConfigNode> changed = new ArrayList<>(elements);
    changed.set(index, element);
    return new ListNode(info(), changed);
  }

  @Override
  ListNode with(NodeInfo newInfo) {
    return new ListNode(newInfo, this);
  }

  @Override
  ListNode at(ConfigPath path) {
    List<ConfigNode> placed = new ArrayList<>();
    elements.forEach(element -> placed.add(element.at(path.child(placed.size()))));
    return new ListNode(info().withPath(path), placed);
  }

  @Override
  long weight() {
    return weight;
  }

  @Override
  int height() {
    return height;
  }
}
