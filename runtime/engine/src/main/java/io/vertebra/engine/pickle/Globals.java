package io.vertebra.engine.pickle;

import io.vertebra.engine.pickle.Values.Global;
import io.vertebra.engine.pickle.Values.Inert;
import io.vertebra.engine.pickle.Values.None;
import io.vertebra.engine.pickle.Values.Tuple;
import io.vertebra.engine.safetensors.ElementType;
import io.vertebra.engine.safetensors.StridedBytes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of Python that may stand in a pickle. A call of one is carried out here, by what it is
 * known to do; any other name is refused.
 */
final class Globals {
  private static final Map<String, ElementType> STORAGES =
      Map.ofEntries(
          Map.entry("DoubleStorage", ElementType.F64),
          Map.entry("FloatStorage", ElementType.F32),
          Map.entry("HalfStorage", ElementType.F16),
          Map.entry("BFloat16Storage", ElementType.BF16),
          Map.entry("LongStorage", ElementType.I64),
          Map.entry("IntStorage", ElementType.I32),
          Map.entry("ShortStorage", ElementType.I16),
          Map.entry("CharStorage", ElementType.I8),
          Map.entry("ByteStorage", ElementType.U8),
          Map.entry("BoolStorage", ElementType.BOOL));

  private static final Set<String> TENSORS =
      Set.of("torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2");

  /** They wrap a tensor, which is their first argument. */
  private static final Set<String> PARAMETERS =
      Set.of(
          "torch._utils._rebuild_parameter",
          "torch._utils._rebuild_parameter_with_state",
          "torch.nn.parameter.Parameter");

  /** Classes of what stands beside weights in files of trainings: notes, curves, arguments. */
  private static final Set<String> INERT =
      Set.of(
          "_codecs.encode",
          "argparse.Namespace",
          "builtins.bytearray",
          "builtins.complex",
          "builtins.frozenset",
          "builtins.set",
          "builtins.slice",
          "collections.Counter",
          "collections.defaultdict",
          "collections.deque",
          "datetime.datetime",
          "__builtin__.set",
          "mmengine.config.config.ConfigDict",
          "mmengine.logging.history_buffer.HistoryBuffer",
          "numpy.core.multiarray._reconstruct",
          "numpy.core.multiarray.scalar",
          "numpy._core.multiarray._reconstruct",
          "numpy._core.multiarray.scalar",
          "numpy.dtype",
          "numpy.ndarray",
          "pathlib.PosixPath",
          "pathlib.WindowsPath",
          "torch.Size",
          "torch.device",
          "torch.Generator");

  private Globals() {}

  /** Checks a name as soon as it is met, before anything could be done with it. */
  static Global named(String module, String name) throws PickleException {
    Global global = new Global(module, name);
    boolean known =
        isOrderedDict(global)
            || TENSORS.contains(global.toString())
            || PARAMETERS.contains(global.toString())
            || storage(global).isPresent()
            || isDataType(global)
            || INERT.contains(global.toString());
    if (!known) {
      throw new PickleException(
          ("the file asks for '%s', but only tensors and plain containers are read: nothing that a"
                  + " file names is ever run. Save the state dict alone: torch.save(model.state_dict(),"
                  + " file)")
              .formatted(global));
    }
    return global;
  }

  private static boolean isOrderedDict(Global global) {
    return global.toString().equals("collections.OrderedDict");
  }

  /** A type of elements, which stands in notes alone. */
  private static boolean isDataType(Global global) {
    return global.module().equals("torch")
        && global.name().matches("(b?float|u?int|complex)\\d+|bool|float8_\\w+");
  }

  static Optional<ElementType> storage(Global global) {
    return global.module().equals("torch")
        ? Optional.ofNullable(STORAGES.get(global.name()))
        : Optional.empty();
  }

  /** The class, in the package torch, of storages of a type. */
  static String storageName(ElementType type) {
    return STORAGES.entrySet().stream()
        .filter(entry -> entry.getValue() == type)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** What a call of a known name gives. */
  static Object call(Global global, List<Object> arguments) throws PickleException {
    if (isOrderedDict(global)) {
      return ordered(arguments);
    }
    if (TENSORS.contains(global.toString())) {
      return tensor(global, arguments);
    }
    return PARAMETERS.contains(global.toString())
        ? argument(global, arguments, 0, TensorRef.class)
        : new Inert(global);
  }

  /** A dictionary, of nothing or of a list of pairs. */
  private static Map<Object, Object> ordered(List<Object> arguments) throws PickleException {
    Map<Object, Object> map = new LinkedHashMap<>();
    if (!arguments.isEmpty() && arguments.get(0) instanceof List<?> pairs) {
      for (Object pair : pairs) {
        List<Object> both = elements(pair);
        if (both.size() != 2) {
          throw new PickleException("an entry of a dictionary has " + both.size() + " parts");
        }
        map.put(both.get(0), both.get(1));
      }
    }
    return map;
  }

  private static TensorRef tensor(Global global, List<Object> arguments) throws PickleException {
    StorageRef storage = argument(global, arguments, 0, StorageRef.class);
    long offset = argument(global, arguments, 1, Long.class);
    List<Long> shape = lengths(argument(global, arguments, 2, Tuple.class));
    List<Long> strides = lengths(argument(global, arguments, 3, Tuple.class));
    try {
      StridedBytes place = new StridedBytes(Math.addExact(offset, storage.start()), shape, strides);
      if (place.reach() > storage.elements()) {
        throw new PickleException(
            "a tensor at %d of shape %s with steps %s reaches beyond its %d elements"
                .formatted(offset, shape, strides, storage.elements()));
      }
      TensorRef tensor = new TensorRef(storage, place);
      tensor.info("");
      return tensor;
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new PickleException("a tensor of the file is impossible: " + e.getMessage(), e);
    }
  }

  private static <T> T argument(Global global, List<Object> arguments, int index, Class<T> type)
      throws PickleException {
    if (index >= arguments.size() || !type.isInstance(arguments.get(index))) {
      throw new PickleException(
          "'%s' is called with arguments that it does not have: number %d is no %s"
              .formatted(global, index + 1, type.getSimpleName()));
    }
    return type.cast(arguments.get(index));
  }

  private static List<Long> lengths(Tuple tuple) throws PickleException {
    List<Long> lengths = new ArrayList<>();
    for (Object each : tuple.elements()) {
      if (!(each instanceof Long length)) {
        throw new PickleException("a tensor of the file has a shape that is not of whole numbers");
      }
      lengths.add(length);
    }
    return lengths;
  }

  /** The elements of a tuple or list. */
  static List<Object> elements(Object sequence) throws PickleException {
    if (sequence instanceof Tuple tuple) {
      return tuple.elements();
    }
    if (sequence instanceof List<?> list) {
      return new ArrayList<>(list);
    }
    String kind = sequence instanceof None ? "None" : sequence.getClass().getSimpleName();
    throw new PickleException("the pickle has a " + kind + " where a tuple belongs");
  }
}
