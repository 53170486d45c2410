package io.vertebra.engine.pickle;

import io.vertebra.engine.pickle.Values.Inert;
import io.vertebra.engine.pickle.Values.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The operations of a pickle that make and fill tuples, lists, dictionaries and sets. */
final class ContainerOperations {
  private final PickleStack stack;

  ContainerOperations(PickleStack stack) {
    this.stack = stack;
  }

  /**
   * Runs an operation.
   *
   * @param code the operation
   * @return false where it is another, and nothing was done
   */
  boolean run(int code) throws PickleException {
    switch (code) {
      case '(' -> stack.mark();
      case '0' -> stack.drop();
      case '1' -> stack.popToMark();
      case '2' -> stack.push(stack.top());
      case ')' -> stack.push(new Tuple(List.of()));
      case 't' -> stack.push(new Tuple(stack.popToMark()));
      case 0x85, 0x86, 0x87 -> stack.push(new Tuple(stack.pop(code - 0x84)));
      case ']' -> stack.push(new ArrayList<>());
      case 'l' -> stack.push(stack.popToMark());
      case 'a' -> append(List.of(stack.pop()));
      case 'e' -> append(stack.popToMark());
      case '}' -> stack.push(new LinkedHashMap<>());
      case 'd' -> putIntoNew(stack.popToMark());
      case 's' -> put(stack.pop(2));
      case 'u' -> put(stack.popToMark());
      case 0x8f -> stack.push(new LinkedHashSet<>());
      case 0x90 -> stack.popToMark();
      case 0x91 -> putSet();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Elements of sets are left out: nothing that is read needs them. */
  private void putSet() throws PickleException {
    stack.popToMark();
    stack.push(new LinkedHashSet<>());
  }

  private void putIntoNew(List<Object> entries) throws PickleException {
    stack.push(new LinkedHashMap<>());
    put(entries);
  }

  private void append(List<Object> elements) throws PickleException {
    if (stack.top() instanceof List<?> list) {
      @SuppressWarnings("unchecked") // Every list on the stack was made here, of objects.
      List<Object> target = (List<Object>) list;
      target.addAll(elements);
    } else if (!(stack.top() instanceof Inert)) {
      throw new PickleException("the pickle appends to what is no list");
    }
  }

  private void put(List<Object> entries) throws PickleException {
    if (entries.size() % 2 != 0) {
      throw new PickleException("the pickle has a key without a value");
    }
    if (stack.top() instanceof Map<?, ?> map) {
      @SuppressWarnings("unchecked") // Every map on the stack was made here, of objects.
      Map<Object, Object> target = (Map<Object, Object>) map;
      for (int i = 0; i < entries.size(); i += 2) {
        target.put(key(entries.get(i)), entries.get(i + 1));
      }
    } else if (!(stack.top() instanceof Inert)) {
      throw new PickleException("the pickle puts an entry into what is no dictionary");
    }
  }

  /** A list that holds itself has no hash code, and is no key in Python either. */
  private static Object key(Object key) throws PickleException {
    if (key instanceof List<?> || key instanceof Map<?, ?> || key instanceof LinkedHashSet<?>) {
      throw new PickleException("the pickle has a container as a key");
    }
    return key;
  }
}
