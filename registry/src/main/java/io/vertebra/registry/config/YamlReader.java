package io.vertebra.registry.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/** Reads one YAML document into nodes. Aliases are written out, up to {@link Limits}. */
final class YamlReader {
  private final YamlEvents events;
  private final Places places;
  private final Problems problems;
  private final Map<String, ConfigNode> anchors = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private int depth;
  private long built;

  private YamlReader(String text, Places places, Problems problems) {
    this.events = new YamlEvents(text, places, problems);
    this.places = places;
    this.problems = problems;
  }

  /**
   * Returns the one document of a text, or null, as a scalar, if there is none.
   *
   * @throws ConfigException if the text is no YAML or has a second document
   */
  static ConfigNode read(String text, Places places, Problems problems) {
    return new YamlReader(text, places, problems).document();
  }

  private ConfigNode document() {
    events.next();
    if (events.at(Event.ID.StreamEnd)) {
      return ScalarNode.plain(NodeInfo.at(places.at(1, 1)), "");
    }
    events.next();
    ConfigNode root = node();
    events.next();
    if (!events.at(Event.ID.StreamEnd)) {
      throw fatal(events.peek(), "a config is one document, and a second one begins here");
    }
    return root;
  }

  private ConfigNode node() {
    Event event = events.next();
    if (event instanceof AliasEvent alias) {
      return aliased(alias);
    }
    String anchor = ((NodeEvent) event).getAnchor();
    open.add(anchor);
    ConfigNode node = content(event);
    open.remove(anchor);
    if (anchor != null) {
      anchors.put(anchor, node);
    }
    return node;
  }

  private ConfigNode aliased(AliasEvent alias) {
    String name = alias.getAnchor();
    if (open.contains(name)) {
      throw fatal(alias, "`*" + name + "` stands inside of what `&" + name + "` names");
    }
    ConfigNode node = anchors.get(name);
    if (node == null) {
      String near = NearNames.question(name, anchors.keySet()).map(q -> "; " + q).orElse("");
      throw fatal(alias, "there is no anchor `&" + name + "` before `*" + name + "`" + near);
    }
    return node;
  }

  private ConfigNode content(Event event) {
    if (event instanceof ScalarEvent scalar) {
      return YamlTags.scalar(scalar, NodeInfo.at(origin(scalar)), problems);
    }
    if (++depth > Limits.MAX_DEPTH) {
      throw fatal(event, "more than " + Limits.MAX_DEPTH + " mappings and lists in each other");
    }
    ConfigNode node =
        event instanceof MappingStartEvent start
            ? mapping(start)
            : sequence((SequenceStartEvent) event);
    depth--;
    // What `<<` brings is in the tree many times, unlike what an alias brings.
    built += node.children().size();
    return Sizes.checked(node, built, problems);
  }

  private ListNode sequence(SequenceStartEvent start) {
    YamlTags.checkList(start, origin(start), problems);
    List<ConfigNode> elements = new ArrayList<>();
    while (!events.at(Event.ID.SequenceEnd)) {
      elements.add(node());
    }
    events.next();
    return new ListNode(NodeInfo.at(origin(start)), elements);
  }

  private MappingNode mapping(MappingStartEvent start) {
    YamlTags.checkMapping(start, origin(start), problems);
    MappingBuilder builder = new MappingBuilder(problems);
    while (!events.at(Event.ID.MappingEnd)) {
      Event keyEvent = events.peek();
      ScalarNode key = key();
      Origin keyOrigin = origin(keyEvent);
      if (!key.isQuoted() && key.text().equals("<<")) {
        builder.inherit(keyOrigin, node());
      } else {
        builder.add(new MappingNode.Entry(key.text(), keyOrigin, node()));
      }
    }
    events.next();
    return builder.build(NodeInfo.at(origin(start)));
  }

  private ScalarNode key() {
    Event event = events.peek();
    if (node() instanceof ScalarNode scalar) {
      return scalar;
    }
    throw problems.fatal(
        ConfigProblem.of(
            origin(event),
            "a key has to be a text, not a mapping or a list",
            "text that begins with a brace or a bracket stands in quotes; references are"
                + " {{ fileDirname }}, {{ fileBasename }}, {{ fileBasenameNoExtension }},"
                + " {{ fileExtname }}, {{$VARIABLE:default}} and {{_base_.key}}"));
  }

  private Origin origin(Event event) {
    return places.at(event.getStartMark());
  }

  private ConfigException fatal(Event event, String message) {
    return problems.fatal(ConfigProblem.of(origin(event), message));
  }
}
