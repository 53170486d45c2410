package io.vertebra.api.model;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A part of a network: parameters, buffers and modules, each under a name. Names joined by dots are
 * the keys of the state dict: {@code backbone.layer1.0.conv1.weight}.
 *
 * <p>A constructor declares what there is. It allocates no arrays and needs no engine, so shapes
 * and names of a network can be asked for without memory. What a module computes is a method of its
 * subclass that takes a {@link Context} first; it may be called by several threads at once with
 * contexts of their own.
 */
public abstract class Module {
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final Map<String, Buffer> buffers = new LinkedHashMap<>();
  private final Map<String, Module> modules = new LinkedHashMap<>();
  private boolean evaluating;

  /** Makes a module with nothing in it. */
  protected Module() {}

  /**
   * Declares a parameter.
   *
   * @param name its name within this module, without dots
   * @param shape the shape of its array
   * @param initial what a new array is filled with
   * @return the parameter
   */
  protected final Parameter addParameter(String name, Shape shape, Distribution initial) {
    return add(parameters, name, new Parameter(shape, initial));
  }

  /**
   * Declares a buffer that is part of the state dict.
   *
   * @param name its name within this module, without dots
   * @param shape the shape of its array
   * @param dataType the type of its elements
   * @param initial what a new array is filled with
   * @return the buffer
   */
  protected final Buffer addBuffer(
      String name, Shape shape, DataType dataType, Distribution initial) {
    return add(buffers, name, new Buffer(shape, dataType, initial, true));
  }

  /**
   * Declares a module within this one.
   *
   * @param name its name within this module, without dots
   * @param module the module
   * @param <M> the type of the module
   * @return the module
   */
  protected final <M extends Module> M addModule(String name, M module) {
    return add(modules, name, module);
  }

  /**
   * The modules directly within this one.
   *
   * @return name to module, in the order of declaration
   */
  public final Map<String, Module> modules() {
    return Collections.unmodifiableMap(modules);
  }

  /**
   * This module and all within it.
   *
   * @return dotted name to module, in the order of declaration; this module has the empty name
   */
  public final Map<String, Module> allModules() {
    Map<String, Module> all = new LinkedHashMap<>();
    visit(
        "",
        (prefix, module) ->
            all.put(prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1), module));
    return all;
  }

  /**
   * All parameters of this module and of those within it.
   *
   * @return dotted name to parameter, in the order of declaration
   */
  public final Map<String, Parameter> parameters() {
    Map<String, Parameter> all = new LinkedHashMap<>();
    visit("", (prefix, module) -> module.parameters.forEach((k, v) -> all.put(prefix + k, v)));
    return all;
  }

  /**
   * All arrays of this module and of those within it, in PyTorch's order: of each module first its
   * parameters, then its buffers, then the modules within it.
   *
   * @return dotted name to tensor, non-persistent buffers among them
   */
  public final Map<String, ModelTensor> tensors() {
    Map<String, ModelTensor> all = new LinkedHashMap<>();
    visit(
        "",
        (prefix, module) -> {
          module.parameters.forEach((name, tensor) -> all.put(prefix + name, tensor));
          module.buffers.forEach((name, tensor) -> all.put(prefix + name, tensor));
        });
    return all;
  }

  /**
   * Freezes or unfreezes all parameters of this module and of those within it.
   *
   * @param trainable false to freeze
   */
  public final void setTrainable(boolean trainable) {
    parameters().values().forEach(parameter -> parameter.setTrainable(trainable));
  }

  /**
   * Keeps this module and those within it in evaluation, also in a pass of training: batch norms
   * use their running statistics and leave them alone, dropout drops nothing. This is {@code
   * torch.nn.Module.eval()}.
   *
   * @param evaluating false to follow the pass again
   */
  public final void setEvaluating(boolean evaluating) {
    visit("", (prefix, module) -> module.evaluating = evaluating);
  }

  /**
   * Whether this module is kept in evaluation.
   *
   * @return what {@link #setEvaluating} said last of it or of a module around it
   */
  public final boolean evaluating() {
    return evaluating;
  }

  /**
   * Whether this module trains in a pass.
   *
   * @param context the pass
   * @return true if the pass is one of training and this module is not kept in evaluation
   */
  protected final boolean training(Context context) {
    return context.training() && !evaluating;
  }

  /**
   * The names by which a config means layers of this kind, as in {@code layer: Conv2d} of an
   * initialiser: those of PyTorch. By default they are the simple names of this class and of the
   * classes that it extends, so that a plugin which extends {@code BatchNorm2d} is one.
   *
   * @return the names, the most special first
   */
  public List<String> layerNames() {
    List<String> names = new ArrayList<>();
    for (Class<?> type = getClass(); type != Module.class; type = type.getSuperclass()) {
      names.add(type.getSimpleName());
    }
    return names;
  }

  /**
   * Changes what new arrays are filled with after every {@code init_cfg} of this module, of those
   * around it and of those within it was followed. For what must hold whatever a config says, such
   * as a last norm that starts at zero. By default it does nothing.
   */
  public void finishInitialization() {}

  private void visit(String prefix, BiConsumer<String, Module> visitor) {
    visitor.accept(prefix, this);
    modules.forEach((name, module) -> module.visit(prefix + name + ".", visitor));
  }

  private <T> T add(Map<String, ? super T> members, String name, T member) {
    requireNonNull(member, name + " is null");
    if (name.isEmpty() || name.contains(".")) {
      throw new IllegalArgumentException(
          "'" + name + "' in " + getClass().getSimpleName() + " is no name: it is empty or dotted");
    }
    if (parameters.containsKey(name) || buffers.containsKey(name) || modules.containsKey(name)) {
      throw new IllegalArgumentException(
          getClass().getSimpleName() + " already has a member named '" + name + "'");
    }
    members.put(name, member);
    return member;
  }
}
