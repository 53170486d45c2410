package io.vertebra.engine.checkpoint;

import io.vertebra.engine.names.NameTable;
import io.vertebra.engine.names.TheirNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One way to find the arrays of a network in a file. */
interface Naming {
  /** Whose names they are; empty for ours. */
  String library();

  /** What an array of the whole model is called in the file; empty where it has no name there. */
  Optional<TheirNames> names(String name);

  /** Why an array of the file is not asked for; empty where it should have been. */
  Optional<String> reasonToLeave(String theirName);

  /**
   * All ways, ours first.
   *
   * @param path what the names of the part start with that is loaded
   * @param prefix what the names in the file start with, as the config says
   */
  static List<Naming> all(List<NameTable> tables, String path, String prefix) {
    List<Naming> all = new ArrayList<>();
    all.add(new Own(path, prefix));
    if (!path.isEmpty() && prefix.isEmpty()) {
      all.add(new Own(path, path));
    }
    tables.forEach(table -> all.add(new Foreign(table, path, prefix)));
    return all;
  }

  /** Our names: the prefix of the file in the place of the path of the part. */
  record Own(String path, String prefix) implements Naming {
    @Override
    public String library() {
      return "";
    }

    @Override
    public Optional<TheirNames> names(String name) {
      return Optional.of(TheirNames.of(prefix + name.substring(path.length())));
    }

    @Override
    public Optional<String> reasonToLeave(String theirName) {
      return theirName.startsWith(prefix) ? Optional.empty() : Optional.of("of another part");
    }
  }

  /** The names of another library. */
  record Foreign(NameTable table, String path, String prefix) implements Naming {
    @Override
    public String library() {
      return table.library();
    }

    @Override
    public Optional<TheirNames> names(String name) {
      return table.names(name).map(theirs -> theirs.prefixed(prefix));
    }

    @Override
    public Optional<String> reasonToLeave(String theirName) {
      if (!theirName.startsWith(prefix)) {
        return Optional.of("of another part");
      }
      String bare = theirName.substring(prefix.length());
      if (table.ignores(bare)) {
        return Optional.of("not needed");
      }
      return !path.isEmpty() && table.belongsElsewhere(bare, path)
          ? Optional.of("of another part")
          : Optional.empty();
    }
  }
}
