package io.vertebra.engine.pickle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stack of a pickle machine, with its marks, and the values it remembers by number. */
final class PickleStack {
  private static final Object MARK = new Object();

  private final List<Object> values = new ArrayList<>();
  private final Map<Long, Object> memo = new HashMap<>();

  void push(Object value) {
    values.add(value);
  }

  void mark() {
    values.add(MARK);
  }

  Object pop() throws PickleException {
    Object value = top();
    values.remove(values.size() - 1);
    return value;
  }

  /** Takes the top away, also where it is a mark. */
  void drop() throws PickleException {
    if (values.isEmpty()) {
      throw damaged();
    }
    values.remove(values.size() - 1);
  }

  Object top() throws PickleException {
    if (values.isEmpty() || values.get(values.size() - 1) == MARK) {
      throw damaged();
    }
    return values.get(values.size() - 1);
  }

  /** Takes off what is above the last mark, and the mark. */
  List<Object> popToMark() throws PickleException {
    int mark = values.lastIndexOf(MARK);
    if (mark < 0) {
      throw damaged();
    }
    List<Object> above = new ArrayList<>(values.subList(mark + 1, values.size()));
    values.subList(mark, values.size()).clear();
    return above;
  }

  /** Takes off some values, in the order in which they were pushed. */
  List<Object> pop(int count) throws PickleException {
    List<Object> taken = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      taken.add(0, pop());
    }
    return taken;
  }

  void remember(long key) throws PickleException {
    memo.put(key, top());
  }

  void rememberNext() throws PickleException {
    remember(memo.size());
  }

  void recall(long key) throws PickleException {
    Object value = memo.get(key);
    if (value == null) {
      throw damaged();
    }
    push(value);
  }

  private static PickleException damaged() {
    return new PickleException("the pickle is damaged: it takes values that it never made");
  }
}
