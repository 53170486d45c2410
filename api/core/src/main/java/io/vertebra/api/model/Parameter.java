package io.vertebra.api.model;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;

/** A float32 array that training changes. */
public final class Parameter extends ModelTensor {
  private final Distribution declared;
  private Distribution initial;
  private boolean trainable = true;
  private Optional<TensorResize> resize = Optional.empty();

  Parameter(Shape shape, Distribution initial) {
    super(shape, DataType.FLOAT32);
    this.declared = requireNonNull(initial, "initial is null");
    this.initial = initial;
  }

  @Override
  public Distribution initial() {
    return initial;
  }

  /**
   * Changes what new arrays are filled with. It has no effect on arrays that exist. What the
   * constructor of a network says this way holds where the config gives the network no {@code
   * init_cfg}; see {@link NetworkSettings}.
   *
   * @param distribution the distribution of the values
   */
  public void initializeWith(Distribution distribution) {
    this.initial = requireNonNull(distribution, "distribution is null");
  }

  /**
   * Takes back what {@link #initializeWith} said: new arrays are filled as the layer declared,
   * which for layers with a counterpart in PyTorch is what that does.
   */
  public void restoreInitial() {
    this.initial = declared;
  }

  /**
   * Whether an optimizer may change the array.
   *
   * @return false if the parameter is frozen
   */
  public boolean trainable() {
    return trainable;
  }

  /**
   * Freezes or unfreezes the parameter.
   *
   * @param trainable false to freeze
   */
  public void setTrainable(boolean trainable) {
    this.trainable = trainable;
  }

  /**
   * Says how an array of another shape is made to fit, for parameters that depend on the size of
   * images.
   *
   * @param newResize what makes it fit
   */
  public void resizeWith(TensorResize newResize) {
    this.resize = Optional.of(requireNonNull(newResize, "resize is null"));
  }

  /**
   * How an array of another shape, from a checkpoint, is made to fit.
   *
   * @return what makes it fit; empty where nothing can
   */
  public Optional<TensorResize> resize() {
    return resize;
  }

  @Override
  public boolean persistent() {
    return true;
  }
}
