package io.vertebra.registry.config;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mapping from texts to nodes, in the order in which the keys were first written. */
public final class MappingNode extends ConfigNode {
  /**
   * A key and its value.
   *
   * @param key the key as text, also where it was written as a number
   * @param keyOrigin where the key stands
   * @param value the value
   */
  public record Entry(String key, Origin keyOrigin, ConfigNode value) {
    /** Creates an entry; no part may be null. */
    public Entry {
      requireNonNull(key, "key is null");
      requireNonNull(keyOrigin, "keyOrigin is null");
      requireNonNull(value, "value is null");
    }

    Entry withValue(ConfigNode newValue) {
      return new Entry(key, keyOrigin, newValue);
    }
  }

  private final Map<String, Entry> entries;
  private final long weight;
  private final int height;

  /** Creates a mapping; where a key comes twice, the last counts. */
  MappingNode(NodeInfo info, Collection<Entry> entries) {
    super(info);
    Map<String, Entry> byKey = new LinkedHashMap<>();
    for (Entry entry : entries) {
      byKey.put(entry.key(), entry);
    }
    this.entries = Collections.unmodifiableMap(byKey);
    List<ConfigNode> children = children();
    this.weight = totalWeight(children);
    this.height = levels(children);
  }

  private MappingNode(NodeInfo info, MappingNode same) {
    super(info);
    this.entries = same.entries;
    this.weight = same.weight;
    this.height = same.height;
  }

  static MappingNode empty(Origin origin) {
    return new MappingNode(NodeInfo.at(origin), List.of());
  }

  /** Returns the value of a key, or nothing if there is no such key. */
  public Optional<ConfigNode> get(String key) {
    return entry(key).map(Entry::value);
  }

  /** Returns key and value, or nothing if there is no such key. */
  public Optional<Entry> entry(String key) {
    return Optional.ofNullable(entries.get(requireNonNull(key, "key is null")));
  }

  /** Returns where a key stands, or nothing if there is no such key. */
  public Optional<Origin> keyOrigin(String key) {
    return entry(key).map(Entry::keyOrigin);
  }

  /** Tells whether there is a value, possibly null, for a key. */
  public boolean has(String key) {
    return entries.containsKey(requireNonNull(key, "key is null"));
  }

  /** Returns the keys in order. */
  public Set<String> keys() {
    return entries.keySet();
  }

  /** Returns keys and values in order. */
  public List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /** Returns the number of keys. */
  public int size() {
    return entries.size();
  }

  /** Tells whether there are no keys. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Returns the values in order. */
  @Override
  public List<ConfigNode> children() {
    List<ConfigNode> values = new ArrayList<>(entries.size());
    for (Entry entry : entries.values()) {
      values.add(entry.value());
    }
    return Collections.unmodifiableList(values);
  }

  /** Returns the value of a key, as {@link #get} does. */
  @Override
  public Optional<ConfigNode> child(String segment) {
    return get(segment);
  }

  /** Returns {@code a mapping}. */
  @Override
  public String kind() {
    return "a mapping";
  }

  /** Returns a {@code Map<String, Object>} in order. */
  @Override
  public Object toObject() {
    Map<String, Object> map = new LinkedHashMap<>();
    entries.values().forEach(entry -> map.put(entry.key(), entry.value().toObject()));
    return Collections.unmodifiableMap(map);
  }

  /** Returns this with an entry put in place of the one with its key, or at the end. */
  MappingNode put(Entry entry) {
    Map<String, Entry> changed = new LinkedHashMap<>(entries);
    changed.put(entry.key(), entry);
    return new MappingNode(info(), changed.values());
  }

  /** Returns this without a key. */
  MappingNode without(String key) {
    if (!has(key)) {
      return this;
    }
    List<Entry> left = new ArrayList<>(entries.values());
    left.removeIf(entry -> entry.key().equals(key));
    return new MappingNode(info(), left);
  }

  /** Returns this without some keys, of which none need be there. */
  public MappingNode without(Set<String> keys) {
    List<Entry> left = new ArrayList<>(entries.values());
    left.removeIf(entry -> keys.contains(entry.key()));
    return left.size() == size() ? this : new MappingNode(info(), left);
  }

  @Override
  MappingNode with(NodeInfo newInfo) {
    return new MappingNode(newInfo, this);
  }

  @Override
  MappingNode at(ConfigPath path) {
    List<Entry> placed = new ArrayList<>();
    entries.values().forEach(e -> placed.add(e.withValue(e.value().at(path.child(e.key())))));
    return new MappingNode(info().withPath(path), placed);
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
