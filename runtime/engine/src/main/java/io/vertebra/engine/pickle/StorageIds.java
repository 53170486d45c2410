package io.vertebra.engine.pickle;

import io.vertebra.engine.pickle.Values.Global;
import io.vertebra.engine.safetensors.ElementType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The storages that a pickle names: ('storage', type, key, location, elements[, view]). */
final class StorageIds implements Unpickler.PersistentIds {
  private static final int VIEW = 5;

  private final Map<String, StorageRef> storages = new LinkedHashMap<>();

  @Override
  public Object load(Object id) throws PickleException {
    List<Object> parts = Globals.elements(id);
    if (parts.size() < VIEW || !"storage".equals(parts.get(0))) {
      throw new PickleException("the pickle refers to '" + parts + "', which is no storage");
    }
    if (!(parts.get(1) instanceof Global type) || Globals.storage(type).isEmpty()) {
      throw new PickleException("tensors of " + parts.get(1) + " are not read");
    }
    if (!(parts.get(2) instanceof String key)
        || !(parts.get(4) instanceof Long elements)
        || elements < 0) {
      throw new PickleException("a storage of the pickle has no name or no length");
    }
    return remember(new StorageRef(Globals.storage(type).orElseThrow(), key, elements, 0), parts);
  }

  private StorageRef remember(StorageRef root, List<Object> parts) throws PickleException {
    StorageRef known = storages.putIfAbsent(root.key(), root);
    if (known != null && !known.equals(root)) {
      throw new PickleException("the storage '" + root.key() + "' has two types or lengths");
    }
    if (parts.size() == VIEW || !(parts.get(VIEW) instanceof Values.Tuple view)) {
      return root;
    }
    if (view.elements().size() != 3 || !(view.elements().get(1) instanceof Long start)) {
      throw new PickleException("a view of the storage '" + root.key() + "' is damaged");
    }
    return new StorageRef(root.type(), root.key(), root.elements(), start);
  }

  /** The storage of a name. */
  StorageRef root(String key) throws PickleException {
    StorageRef storage = storages.get(key);
    if (storage == null) {
      throw new PickleException("the file has a storage '" + key + "' that no tensor names");
    }
    return storage;
  }

  ElementType type(String key) throws PickleException {
    return root(key).type();
  }
}
