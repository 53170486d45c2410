package io.vertebra.engine.pickle;

import io.vertebra.engine.pickle.Values.Global;
import io.vertebra.engine.pickle.Values.Inert;
import io.vertebra.engine.pickle.Values.None;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Runs one pickle (Python's {@code pickletools} describes the operations), protocols 0 to 5. Names
 * go through {@link Globals}; operations that would run or look up anything else are refused. It
 * never calls itself, so no nesting exhausts the stack of the thread.
 */
final class Unpickler {
  private static final int HIGHEST_PROTOCOL = 5;

  private final PickleInput input;
  private final PersistentIds persistent;
  private final PickleStack stack = new PickleStack();
  private final ContainerOperations containers = new ContainerOperations(stack);

  /** Makes what a persistent id of the file stands for. */
  @FunctionalInterface
  interface PersistentIds {
    Object load(Object id) throws PickleException;
  }

  Unpickler(PickleInput input, PersistentIds persistent) {
    this.input = input;
    this.persistent = persistent;
  }

  /** Runs the pickle to its end. */
  Object load() throws PickleException {
    for (int code = input.unsignedByte(); code != '.'; code = input.unsignedByte()) {
      if (!containers.run(code) && !scalar(code) && !object(code)) {
        throw new PickleException(
            "the pickle has the operation 0x%02x at byte %d, which is not one that is read"
                .formatted(code, input.position() - 1));
      }
    }
    return stack.pop();
  }

  private boolean scalar(int code) throws PickleException {
    switch (code) {
      case 'N' -> stack.push(None.NONE);
      case 0x88 -> stack.push(true);
      case 0x89 -> stack.push(false);
      case 'K' -> stack.push((long) input.unsignedByte());
      case 'M' -> stack.push((long) input.unsignedShort());
      case 'J' -> stack.push((long) input.signedInt());
      case 'I' -> stack.push(textInteger(input.line()));
      case 'L' -> stack.push(textInteger(input.line().replaceFirst("L$", "")));
      case 0x8a -> stack.push(input.integer(input.unsignedByte()));
      case 0x8b -> stack.push(input.integer(input.signedInt()));
      case 'G' -> stack.push(input.bigEndianDouble());
      case 'F' -> stack.push(textNumber(input.line()));
      case 'V' -> stack.push(input.line());
      case 'S' -> stack.push(unquoted(input.line()));
      case 0x8c, 'U' -> stack.push(input.text(input.unsignedByte()));
      case 'X' -> stack.push(input.text(input.unsignedInt()));
      case 'T' -> stack.push(input.text(input.signedInt()));
      case 0x8d -> stack.push(input.text(input.signedLong()));
      case 'C' -> stack.push(input.bytes(input.unsignedByte()));
      case 'B' -> stack.push(input.bytes(input.unsignedInt()));
      case 0x8e, 0x96 -> stack.push(input.bytes(input.signedLong()));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static Object textInteger(String text) throws PickleException {
    if (text.equals("00") || text.equals("01")) {
      return text.equals("01");
    }
    if (!text.matches("-?\\d{1,100}")) {
      throw new PickleException("the pickle has '" + text + "' where a whole number belongs");
    }
    return PickleInput.number(new BigInteger(text));
  }

  private static Double textNumber(String text) throws PickleException {
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      throw new PickleException("the pickle has '" + text + "' where a number belongs", e);
    }
  }

  private static String unquoted(String text) {
    return text.length() < 2 ? text : text.substring(1, text.length() - 1);
  }

  private boolean object(int code) throws PickleException {
    switch (code) {
      case 0x80 -> checkProtocol(input.unsignedByte());
      case 0x95 -> input.signedLong();
      case 'c' -> stack.push(Globals.named(input.line(), input.line()));
      case 0x93 -> {
        List<Object> names = stack.pop(2);
        stack.push(Globals.named(String.valueOf(names.get(0)), String.valueOf(names.get(1))));
      }
      case 'R', 0x81 -> call(stack.pop(2));
      case 0x92 -> call(stack.pop(3));
      case 'b' -> build(stack.pop());
      case 'p' -> stack.remember(memoKey(input.line()));
      case 'q' -> stack.remember(input.unsignedByte());
      case 'r' -> stack.remember(input.unsignedInt());
      case 0x94 -> stack.rememberNext();
      case 'g' -> stack.recall(memoKey(input.line()));
      case 'h' -> stack.recall(input.unsignedByte());
      case 'j' -> stack.recall(input.unsignedInt());
      case 'Q' -> stack.push(persistent.load(stack.pop()));
      case 'P' -> stack.push(persistent.load(input.line()));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static long memoKey(String text) throws PickleException {
    if (textInteger(text) instanceof Long key) {
      return key;
    }
    throw new PickleException("the pickle has '" + text + "' where a place of its memory belongs");
  }

  private static void checkProtocol(int protocol) throws PickleException {
    if (protocol > HIGHEST_PROTOCOL) {
      throw new PickleException(
          "the pickle is of protocol " + protocol + "; " + HIGHEST_PROTOCOL + " is the last known");
    }
  }

  private void call(List<Object> function) throws PickleException {
    if (!(function.get(0) instanceof Global global)) {
      throw new PickleException("the pickle calls what is no known name");
    }
    stack.push(Globals.call(global, Globals.elements(function.get(1))));
  }

  /** Takes the state of an object: what stands beside the entries of a dictionary is left out. */
  private void build(Object state) throws PickleException {
    Object target = stack.top();
    if (!(target instanceof Map<?, ?> || target instanceof Inert || target instanceof TensorRef)) {
      throw new PickleException(
          "the pickle gives a state to what has none, " + state.getClass().getSimpleName());
    }
  }
}
